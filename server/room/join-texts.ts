import type * as Y from 'yjs'
import { FIELD_PREFIX, type Content } from '../../src/model/content.ts'
import { fieldOfKey, textsByField } from '../../src/model/field-texts.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { Changes } from '../gate.ts'
import { forgetPositions, hasLostWords } from '../gate/yjs-internals.ts'

/** What one press of a key writes: a letter may be two characters. */
const KEYSTROKE = 2

/**
 * People who knew nothing of each other may each have begun the text of a field. Their words are brought together here,
 * where one update comes after the other: two browsers that did it would do it twice. Runs inside a transaction of the room.
 */
export function joinTexts(content: Content, { made, keys, texts }: Changes): void {
  const touched = new Set(made)
  for (const { id, key } of [...keys, ...texts]) if (fieldOfKey(key) !== null) touched.add(id)
  for (const id of touched) {
    const record = content.cards.get(id)
    if (record) joinFields(record)
  }
}

function joinFields(record: Y.Map<unknown>): void {
  for (const [field, [first, ...others]] of textsByField(record)) {
    const begun: unknown = record.get(FIELD_PREFIX + field)
    for (const other of others) if (first) takeWords(first, other, typeof begun === 'string' ? begun : '')
  }
}

function takeWords(first: Y.Text, other: Y.Text, begun: string): void {
  const words = other.toString()
  if (words === '') return
  const own = words.startsWith(begun) ? words.slice(begun.length) : words
  // Letters that were under way when a text was emptied go on where its words went.
  const goesOn = own.length <= KEYSTROKE && hasLostWords(other)
  const gap = first.length === 0 || own === '' || goesOn ? '' : '\n'
  if (first.length + gap.length + own.length > LIMITS.fieldChars) return
  for (const text of [first, other]) forgetPositions(text)
  first.insert(first.length, gap + own)
  other.delete(0, other.length)
}
