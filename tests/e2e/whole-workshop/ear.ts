import * as decoding from 'lib0/decoding'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import { MessageType, peerSchema, readJson } from '../../../src/protocol/messages.ts'

/** Everything that one browser was sent, byte by byte, and what it said itself. */
export interface Ear {
  /** Frames of the socket in their order. */
  readonly frames: readonly Buffer[]
  /** Bodies of HTTP answers. */
  readonly answers: () => Promise<readonly Buffer[]>
  /** Another answer, asked for beside the page. */
  readonly note: (answer: Promise<Buffer>) => void
  /** The document that the received updates make. */
  readonly doc: Y.Doc
  /** Whose Yjs client id is whose, as presence told it. */
  readonly clients: ReadonlyMap<number, string>
  /** Messages of these types as JSON, from a frame on. */
  readonly told: (types: readonly number[], from?: number) => readonly unknown[]
  /** Commands that this browser sent. */
  readonly said: () => readonly Readonly<Record<string, unknown>>[]
}

/** Begins before the page opens its socket. */
export function listenTo(page: Page): Ear {
  const frames: Buffer[] = []
  const sent: Buffer[] = []
  const answers: Promise<Buffer>[] = []
  const doc = new Y.Doc()
  const clients = new Map<number, string>()
  const note = (answer: Promise<Buffer>): void => void answers.push(answer.catch(() => Buffer.alloc(0)))

  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const frame = Buffer.from(payload)
      frames.push(frame)
      followContent(doc, frame)
      followPresence(clients, frame)
    })
    socket.on('framesent', ({ payload }) => void sent.push(Buffer.from(payload)))
  })
  page.on('response', (response) => note(response.body()))

  return {
    frames,
    answers: () => Promise.all(answers),
    note,
    doc,
    clients,
    told: (types, from = 0) => jsonIn(frames.slice(from), types),
    said: () => jsonIn(sent, [MessageType.Command]) as Record<string, unknown>[],
  }
}

function jsonIn(frames: readonly Buffer[], types: readonly number[]): unknown[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    return types.includes(decoding.readVarUint(decoder)) ? [readJson(decoder)] : []
  })
}

function followContent(doc: Y.Doc, frame: Buffer): void {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== MessageType.Sync || decoding.readVarUint(decoder) === 0) return
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
}

function followPresence(clients: Map<number, string>, frame: Buffer): void {
  const outer = decoding.createDecoder(frame)
  if (decoding.readVarUint(outer) !== MessageType.Awareness) return
  const inner = decoding.createDecoder(decoding.readVarUint8Array(outer))
  for (let left = decoding.readVarUint(inner); left > 0; left--) {
    const client = decoding.readVarUint(inner)
    decoding.readVarUint(inner)
    const peer = peerSchema.safeParse(JSON.parse(decoding.readVarString(inner)))
    if (peer.success) clients.set(client, peer.data.user.name)
  }
}
