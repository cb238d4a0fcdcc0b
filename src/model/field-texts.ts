import * as Y from 'yjs'
import { FIELD_PREFIX } from './content.ts'

/** The field that a key of a card's record belongs to; null for another key. */
export function fieldOfKey(key: string): string | null {
  if (!key.startsWith(FIELD_PREFIX)) return null
  const end = key.indexOf('.', FIELD_PREFIX.length)
  return key.slice(FIELD_PREFIX.length, end < 0 ? undefined : end)
}

/** Every browser begins a text under a key of its own: in one and the same, the later of two beginnings would take the other's words with it. */
export function newTextKey(field: string, doc: Y.Doc): string {
  return `${FIELD_PREFIX}${field}.t${Date.now().toString(36)}${doc.clientID.toString(36)}`
}

/** The shared texts of a field, the one begun first before the others. */
export function textsOf(record: Y.Map<unknown>, field: string): Y.Text[] {
  const found: [string, Y.Text][] = []
  record.forEach((value, key) => {
    if (value instanceof Y.Text && fieldOfKey(key) === field) found.push([key, value])
  })
  return inOrder(found)
}

/** The same for every field that has any, in one walk. */
export function textsByField(record: Y.Map<unknown>): ReadonlyMap<string, readonly Y.Text[]> {
  const found = new Map<string, [string, Y.Text][]>()
  record.forEach((value, key) => {
    const field = value instanceof Y.Text ? fieldOfKey(key) : null
    if (field === null) return
    const texts = found.get(field) ?? []
    found.set(field, texts)
    texts.push([key, value as Y.Text])
  })
  return new Map([...found].map(([field, texts]) => [field, inOrder(texts)]))
}

function inOrder(texts: readonly [string, Y.Text][]): Y.Text[] {
  return texts.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
}

/** What stands in a field as long as nobody has brought its texts together. */
export function wordsOf(texts: readonly Y.Text[]): string {
  return texts
    .map((text) => text.toString())
    .filter((words) => words !== '')
    .join('\n')
}
