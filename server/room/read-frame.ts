import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MessageType, readJson } from '../../src/protocol/messages.ts'
import { SyncType } from './wire.ts'

/** What a browser may say. Presence is read where it is checked, straight from the bytes: there is most of it. */
export type Said =
  | { readonly type: 'presence'; readonly decoder: decoding.Decoder }
  | { readonly type: 'question'; readonly vector: Uint8Array }
  | { readonly type: 'content'; readonly update: Uint8Array; readonly isWhole: boolean }
  | { readonly type: 'command'; readonly value: unknown }
  | { readonly type: 'nothing' }

/** y-websocket's question for everybody's presence; the server tells it unasked. */
const QUERY_AWARENESS = 3

/** @throws when the bytes are none of ours */
export function readFrame(bytes: Uint8Array): Said {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === MessageType.Awareness) return { type: 'presence', decoder }
  if (type === MessageType.Sync) return readSync(decoder)
  if (type === MessageType.Command) return { type: 'command', value: readJson(decoder) }
  if (type === QUERY_AWARENESS) return { type: 'nothing' }
  throw new RangeError('unknown message type')
}

function readSync(decoder: decoding.Decoder): Said {
  const type = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (decoding.hasContent(decoder) || type > SyncType.Update) throw new RangeError('not a sync frame')
  if (type !== SyncType.Step1) return { type: 'content', update: payload, isWhole: type === SyncType.Step2 }
  Y.decodeStateVector(payload)
  return { type: 'question', vector: payload }
}
