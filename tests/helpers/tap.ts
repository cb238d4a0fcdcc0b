import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newCommandId } from '../../src/model/ids.ts'
import { routes } from '../../src/protocol/api.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, PROTOCOL_VERSION, readJson, type Mine, type Result } from '../../src/protocol/messages.ts'
import type { View } from '../../src/protocol/view.ts'
import { until, type Browser, type NewTestBoard } from './connect-client.ts'

export interface Tap {
  /** Every frame that came in, as it was on the wire. */
  readonly frames: Buffer[]
  readonly doc: Y.Doc
  command(body: CommandBody, id?: string): Promise<Result>
  raw(bytes: Uint8Array): void
  view(): View | null
  mine(): Mine | null
  isClosed(): boolean
  readonly close: () => void
}

/** A bare socket that keeps every byte it is sent. */
export async function tap(board: Pick<NewTestBoard, 'id'>, browser: Browser): Promise<Tap> {
  const address = `${browser.url.replace('http', 'ws')}${routes.socket}/${board.id}?v=${PROTOCOL_VERSION}`
  const socket = new WebSocket(address, { headers: { cookie: browser.cookie, origin: browser.url } })
  const frames: Buffer[] = []
  const doc = new Y.Doc()
  const results = new Map<string, (result: Result) => void>()
  let view: View | null = null
  let mine: Mine | null = null
  socket.on('message', (data: Buffer) => {
    frames.push(data)
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.Sync && decoding.readVarUint(decoder) !== 0) Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    else if (type === MessageType.View) view = readJson(decoder) as View
    else if (type === MessageType.ViewChange) view = { ...view, ...(readJson(decoder) as View) }
    else if (type === MessageType.Mine) mine = readJson(decoder) as Mine
    else if (type === MessageType.Result) {
      const result = readJson(decoder) as Result
      results.get(result.id)?.(result)
    }
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(question(doc))
  await until(() => view !== null)
  return {
    frames,
    doc,
    view: () => view,
    mine: () => mine,
    isClosed: () => socket.readyState === WebSocket.CLOSED,
    close: () => socket.terminate(),
    raw: (bytes) => socket.send(bytes),
    command: (body, id = newCommandId()) =>
      new Promise((resolve) => {
        results.set(id, resolve)
        socket.send(encodeMessage(MessageType.Command, { id, ...body }))
      }),
  }
}

/** Asks for what a document lacks. */
function question(doc: Y.Doc): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const type of [MessageType.Sync, 0]) encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc))
  return encoding.toUint8Array(encoder)
}
