import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MessageType, readJson, type Saved } from '../../src/protocol/messages.ts'
import { SyncType } from './traffic.ts'

export interface Heard {
  /** One item of a content update. */
  readonly item?: (client: number, clock: number) => void
  /** The server asks for what we have. */
  readonly asked?: () => void
  /** The whole document, or what was missing of it. */
  readonly document?: (update: Uint8Array) => void
  readonly saved?: (count: number) => void
}

/** Reads messages of the socket the way a browser does, down to the single items of an update. */
export function createReceiver(heard: Heard): (message: Uint8Array) => void {
  return (message) => {
    if (message[0] === MessageType.Awareness) return
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.Saved) heard.saved?.((readJson(decoder) as Saved).count)
    if (type !== MessageType.Sync) return
    const inner = decoding.readVarUint(decoder)
    if (inner === SyncType.Step1) return heard.asked?.()
    const update = decoding.readVarUint8Array(decoder)
    if (inner === SyncType.Step2) return heard.document?.(update)
    if (!heard.item) return
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      for (let clock = id.clock; clock < id.clock + length; clock += 1) heard.item(id.client, clock)
    }
  }
}
