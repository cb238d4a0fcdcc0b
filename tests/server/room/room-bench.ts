import { readFileSync } from 'node:fs'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { writeBoard, type Role } from '../../../src/model/board.ts'
import { LOCAL, openContent, type Content } from '../../../src/model/content.ts'
import { createFrame, type Frame } from '../../../src/model/frame.ts'
import { newBoardId, newCommandId, type CardId, type KindId, type PersonId } from '../../../src/model/ids.ts'
import type { OrderKey } from '../../../src/model/order.ts'
import { templateSchema } from '../../../src/model/template.ts'
import { addCard } from '../../../src/model/write-content.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { encodeMessage, MessageType, readJson, type Mine, type Notice, type Result, type Saved } from '../../../src/protocol/messages.ts'
import type { View } from '../../../src/protocol/view.ts'
import { Room } from '../../../server/room.ts'
import type { BoardWrite } from '../../../server/store/board-store.ts'

const template = templateSchema.parse(JSON.parse(readFileSync('templates/kickoff.json', 'utf8')))
export const [q1, q2] = template.questions.map((question): string => question.id) as [string, string]
export const kind = 'actor' as KindId
export const order = 'a0' as OrderKey
export const seeded = 'seeded' as CardId

const people = {
  frieda: 'facilitator',
  anna: 'participant',
  ben: 'participant',
  vera: 'viewer',
} as const satisfies Record<string, Role>
export type Name = keyof typeof people

export interface RoomBench {
  readonly room: Room
  readonly writes: BoardWrite[]
  readonly faults: string[]
  /** One turn of the server; `isWritten` false: the store could not. */
  readonly flush: (isWritten?: boolean) => void
  join(name: Name, doc?: Y.Doc): Peer
  /** Everybody's edits delivered until nobody has anything left to say. */
  readonly settle: () => void
}

/** A room with a seeded card, without sockets and without a store. */
export function openRoom(change: (frame: Frame) => Frame = (frame) => frame): RoomBench {
  const frame = createFrame(template, { title: 'Kickoff', organisation: '', language: 'de' })
  const roster = Object.entries(people).map(([id, role]) => ({ id: id as PersonId, name: id, role }))
  const seed = openContent(new Y.Doc())
  const card = { id: seeded, kind, text: 'von Anfang an', fields: {}, place: { in: q1, order } }
  writeBoard(seed, { questions: frame.questions, cards: [card], links: [], answers: {} })
  const writes: BoardWrite[] = []
  const faults: string[] = []
  const peers: Peer[] = []
  const room = new Room({
    id: newBoardId(),
    codeOf: String,
    frame: change({ ...frame, roster }),
    stored: {
      epoch: 1,
      rev: 1,
      frame: '',
      updates: [Y.encodeStateAsUpdate(seed.doc)],
      through: 1,
      bindings: [],
      sealed: [],
      snapshots: [],
    },
    wake: () => undefined,
    log: (_event, why) => faults.push(why),
    now: () => Date.UTC(2027, 0, 31),
  })
  const flush = (isWritten = true): void => {
    const write = room.prepare()
    if (write && isWritten) writes.push(write)
    room.publish(isWritten || write === null)
  }
  return {
    room,
    writes,
    faults,
    flush,
    join(name, doc) {
      const peer = createPeer(room, name, doc)
      peers.push(peer)
      return peer
    },
    settle() {
      for (let turn = 0; turn < 10; turn++) {
        for (const peer of peers) peer.deliver()
        flush()
      }
    },
  }
}

export interface Peer {
  readonly name: Name
  readonly doc: Y.Doc
  readonly content: Content
  readonly history: Y.UndoManager
  readonly awareness: awarenessProtocol.Awareness
  readonly received: Uint8Array[]
  readonly notices: Notice[]
  readonly saved: Saved[]
  readonly results: Result[]
  /** Content frames sent so far. */
  sent(): number
  view(): View | null
  mine(): Mine | null
  closed(): number | null
  /** Sends what was written since; until then it is on its way. */
  deliver(): void
  command(body: CommandBody, id?: string): void
  send(bytes: Uint8Array): void
  leave(): void
}

/** A browser: y-websocket's side of the protocol on a document of its own. */
function createPeer(room: Room, name: Name, doc = new Y.Doc()): Peer {
  const awareness = new awarenessProtocol.Awareness(doc)
  const content = openContent(doc)
  const outbox: Uint8Array[] = []
  const received: Uint8Array[] = []
  const notices: Notice[] = []
  const saved: Saved[] = []
  const results: Result[] = []
  let view: View | null = null
  let mine: Mine | null = null
  let sent = 0
  let closed: number | null = null
  const member = {
    person: name as string as PersonId,
    send: (common: readonly Uint8Array[], own: readonly Uint8Array[] = []) => [...common, ...own].forEach((frame) => hear(frame)),
    close: (code: number) => {
      closed ??= code
    },
  }
  function hear(frame: Uint8Array): void {
    received.push(frame)
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.Sync) {
      const reply = encoding.createEncoder()
      encoding.writeVarUint(reply, MessageType.Sync)
      syncProtocol.readSyncMessage(decoder, reply, doc, member)
      if (encoding.length(reply) > 1) outbox.push(encoding.toUint8Array(reply))
    } else if (type === MessageType.Awareness) {
      awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), member)
    } else if (type === MessageType.View) view = readJson(decoder) as View
    else if (type === MessageType.Mine) mine = readJson(decoder) as Mine
    else if (type === MessageType.ViewChange) view = { ...view, ...(readJson(decoder) as View) }
    else if (type === MessageType.Saved) saved.push(readJson(decoder) as Saved)
    else if (type === MessageType.Notice) notices.push(readJson(decoder) as Notice)
    else if (type === MessageType.Result) results.push(readJson(decoder) as Result)
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === member) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MessageType.Sync)
    syncProtocol.writeUpdate(encoder, update)
    outbox.push(encoding.toUint8Array(encoder))
  })
  const sayPresence = (clients: number[]): void => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MessageType.Awareness)
    encoding.writeVarUint8Array(encoder, awarenessProtocol.encodeAwarenessUpdate(awareness, clients))
    outbox.push(encoding.toUint8Array(encoder))
  }
  // As y-websocket does it: whatever changes is said, the others' presence too.
  awareness.on('update', (change: Record<'added' | 'updated' | 'removed', number[]>) =>
    sayPresence([...change.added, ...change.updated, ...change.removed]),
  )
  const first = encoding.createEncoder()
  encoding.writeVarUint(first, MessageType.Sync)
  syncProtocol.writeSyncStep1(first, doc)
  outbox.push(encoding.toUint8Array(first))
  sayPresence([doc.clientID])
  const history = new Y.UndoManager([content.cards, content.links, content.answers, content.voices, content.comments], {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: 0,
  })
  const seat = room.join(member)
  return {
    name,
    doc,
    content,
    history,
    awareness,
    received,
    notices,
    saved,
    results,
    sent: () => sent,
    view: () => view,
    mine: () => mine,
    closed: () => closed,
    deliver: () => {
      for (const frame of outbox.splice(0)) {
        if (frame[0] === MessageType.Sync && frame[1] !== 0) sent++
        room.receive(seat, frame)
      }
    },
    command: (body, id = newCommandId()) => room.receive(seat, encodeMessage(MessageType.Command, { id, ...body })),
    send: (bytes) => room.receive(seat, bytes),
    leave: () => room.leave(seat),
  }
}

export const write = (peer: Peer, text: string, place = q1): CardId => addCard(peer.content, { kind, text, in: place, order }) as CardId
