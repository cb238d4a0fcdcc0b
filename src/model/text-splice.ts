/** One edit of a text: at `at`, `remove` characters give way to `insert`. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The smallest edit that turns one text into the other, never through the middle of a surrogate pair; null when they are equal. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (start > 0 && (isLowSurrogate(before, start) || isLowSurrogate(after, start))) start--
  if (end > 0 && (isLowSurrogate(before, before.length - end) || isLowSurrogate(after, after.length - end))) end--
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

/** A remote change as Yjs reports it. */
export type Delta = readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[]

/** Where a position of the text lies after a remote change. An insert at the position itself stays behind it. */
export function positionAfter(delta: Delta, position: number): number {
  let read = 0
  let moved = position
  for (const part of delta) {
    if (read > position) break
    if (part.retain !== undefined) read += part.retain
    else if (typeof part.insert === 'string' && read < position) moved += part.insert.length
    else if (part.delete !== undefined) {
      moved -= Math.max(0, Math.min(part.delete, position - read))
      read += part.delete
    }
  }
  return moved
}
