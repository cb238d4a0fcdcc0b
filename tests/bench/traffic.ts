import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { openContent } from '../../src/model/content.ts'
import type { CardId } from '../../src/model/ids.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { moveCard } from '../../src/model/write-content.ts'
import { MessageType } from '../../src/protocol/messages.ts'
import { random } from '../helpers/random.ts'
import { toFrame } from './raw-socket.ts'

/** The inner types of y-protocols' sync messages. */
export const SyncType = { Step1: 0, Step2: 1, Update: 2 } as const

/** Everything one client will send, encoded before the clock starts. */
export interface ClientTraffic {
  readonly client: number
  /** Card moves; the nth of them is the Yjs item with the clock n. */
  readonly moves: readonly Uint8Array[]
  readonly presence: readonly Uint8Array[]
}

export function syncFrame(type: number, payload: Uint8Array): Buffer {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.Sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, payload)
  return toFrame(encoding.toUint8Array(encoder))
}

/**
 * Each client moves cards of its own share: an update encoded beforehand cannot build on what others do at the same moment,
 * and one that built on it could reach the server before it.
 */
export function encodeTraffic(options: {
  readonly document: Uint8Array
  readonly clients: number
  readonly moves: number
  readonly presence: number
  readonly questions: readonly string[]
}): ClientTraffic[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, options.document)
  const content = openContent(doc)
  const cards = [...content.cards.keys()] as CardId[]
  const keys = keysForSlot([], 0, 1000)
  const { pick } = random(options.clients)
  let last: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (last = update))
  return Array.from({ length: options.clients }, (_, index) => {
    const own = cards.filter((_card, at) => at % options.clients === index)
    const client = 1_000_000 + index
    doc.clientID = client
    const moves = Array.from({ length: options.moves }, () => {
      moveCard(content, pick(own), { in: pick(options.questions), order: pick(keys) })
      return syncFrame(SyncType.Update, last)
    })
    const presence = Array.from({ length: options.presence }, (_frame, at) => presenceFrame(client, at + 1, own[at % own.length] ?? null))
    return { client, moves, presence }
  })
}

function presenceFrame(client: number, clock: number, drag: string | null): Buffer {
  const states = encoding.createEncoder()
  encoding.writeVarUint(states, 1)
  encoding.writeVarUint(states, client)
  encoding.writeVarUint(states, clock)
  encoding.writeVarString(states, JSON.stringify({ editing: null, drag }))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.Awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  return toFrame(encoding.toUint8Array(encoder))
}
