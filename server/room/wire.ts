import * as encoding from 'lib0/encoding'
import { MessageType } from '../../src/protocol/messages.ts'

/** The inner types of a sync frame. */
export const SyncType = { Step1: 0, Step2: 1, Update: 2 } as const

/** Keeps a lone client alive: y-websocket drops a connection after 30 s without a message and cannot see pings. */
export const KEEP_ALIVE = Uint8Array.of(MessageType.Awareness, 1, 0)

/** Yjs' update that says nothing. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0)

export function encodeSync(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.Sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** One frame of ours from the parts of a JSON text that is UTF-8 already. */
export function encodeJsonBytes(type: number, parts: readonly Buffer[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint(
    encoder,
    parts.reduce((length, part) => length + part.length, 0),
  )
  return Buffer.concat([encoding.toUint8Array(encoder), ...parts])
}
