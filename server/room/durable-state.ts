import * as Y from 'yjs'
import { EMPTY_UPDATE, SyncType, encodeSync } from './wire.ts'

/** `base` is encoded anew when what came since is longer than this and than half of it. */
const MIN_SINCE_BYTES = 64 * 1024

/**
 * What of a document is on disk, ready to be sent. Fifty people who join at once get one and the same frame, and nobody
 * is given what a crash could still take back.
 */
export function createDurableState(doc: Y.Doc, loaded: readonly Uint8Array[]) {
  let [base = EMPTY_UPDATE, ...since] = loaded
  let sinceBytes = since.reduce((bytes, update) => bytes + update.length, 0)
  let frame: Uint8Array | null = null
  const differences = new Map<string, Uint8Array>()

  function rebase(encoded: Uint8Array): void {
    base = encoded
    since = []
    sinceBytes = 0
  }

  /** `isLevel`: all that is in the document is on disk. */
  function whole(isLevel: boolean): Uint8Array {
    if (since.length > 0) rebase(isLevel ? Y.encodeStateAsUpdate(doc) : Y.mergeUpdates([base, ...since]))
    return base
  }

  return {
    bytes: (): number => base.length + sinceBytes,
    whole,
    push(update: Uint8Array, isLevel: boolean): void {
      since.push(update)
      sinceBytes += update.length
      frame = null
      differences.clear()
      if (sinceBytes > MIN_SINCE_BYTES && sinceBytes > base.length / 2) whole(isLevel)
    },
    /** The answer to a browser that knows what `vector` says. Kept until the next change: after a break many ask the same. */
    answer(vector: Uint8Array, isLevel: boolean): Uint8Array {
      if (vector.length <= 1) return (frame ??= encodeSync(SyncType.Step2, whole(isLevel)))
      const key = Buffer.from(vector.buffer, vector.byteOffset, vector.length).toString('latin1')
      const known = differences.get(key)
      if (known) return known
      const difference = isLevel ? Y.encodeStateAsUpdate(doc, vector) : Y.diffUpdate(whole(false), vector)
      const answer = encodeSync(SyncType.Step2, difference)
      differences.set(key, answer)
      return answer
    },
  }
}
