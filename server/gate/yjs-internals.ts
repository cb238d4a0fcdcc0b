/* oxlint-disable no-underscore-dangle -- Yjs 13.6 has no public names for these; nothing else here uses them. */
import type * as Y from 'yjs'

/** The item that holds a shared type; null for a root. */
export function itemOf(type: Pick<Y.AbstractType<unknown>, '_item'>): Y.Item | null {
  return type._item
}

/** The newest item of a key, deleted or not. */
export function newestItem(map: Y.Map<unknown>, key: string): Y.Item | undefined {
  return map._map.get(key)
}

/** How many keys a map ever had: never less than its size, and known without counting. */
export function keysEver(map: Y.Map<unknown>): number {
  return map._map.size
}

/** Yjs remembers positions in a text until a transaction ends; after an update was applied in the same one they are wrong. */
export function forgetPositions(text: Y.Text): void {
  if (text._searchMarker) text._searchMarker.length = 0
}

/** True when something was ever deleted at the start of a text. */
export function hasLostWords(text: Y.Text): boolean {
  return text._start?.deleted === true
}
