import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { SEED } from '../../../src/model/content.ts'
import type { CardId, FieldId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import { cardText, fieldText, readCard } from '../../../src/model/read-content.ts'
import { addCards } from '../../../src/model/write-content.ts'
import { shareField } from '../../../src/model/write-voices.ts'
import { all } from './locked-room.ts'
import { kind, openRoom, order, q1, seeded, type Peer } from './room-bench.ts'

const due = 'due' as FieldId

test('a text in a field ends at its limit, however it came', () => {
  const bench = openRoom()
  const [anna, ben] = [bench.join('anna'), bench.join('ben')]
  bench.settle()
  anna.doc.transact(() => shareField(anna.content, seeded, due)!.insert(0, 'x'.repeat(LIMITS.fieldChars + 50)))
  bench.settle()
  expect(readCard(ben.content, seeded)?.fields[due]).toHaveLength(LIMITS.fieldChars)
  fieldText(anna.content, seeded, due)!.insert(0, 'zu viel')
  bench.settle()
  expect(readCard(ben.content, seeded)?.fields[due]).toBe('x'.repeat(LIMITS.fieldChars))
  expect(all(anna.content)).toEqual(all(ben.content))
  expect(anna.notices.map((notice) => notice.kind)).toEqual(['limit', 'limit'])
})

test('limits: too long a text and too many cards are taken back and named', () => {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  cardText(anna.content, seeded)!.insert(0, 'x'.repeat(LIMITS.textChars))
  bench.settle()
  expect(readCard(frieda.content, seeded)?.text).toBe('von Anfang an')
  expect(anna.notices).toEqual([{ kind: 'limit', cards: [seeded] }])
  const cards = Array.from({ length: LIMITS.cards }, (_, at) => ({ id: `c${at}` as CardId, kind, text: 'x', in: q1, order }))
  anna.doc.transact(() => addCards({ ...anna.content, cards: sizeless(anna) }, cards, SEED))
  bench.settle()
  expect(frieda.content.cards.size).toBe(LIMITS.cards)
  expect(anna.content.cards.size).toBe(LIMITS.cards)
  expect(anna.notices.at(-1)).toMatchObject({ kind: 'limit' })
})

/** A page that does not count its cards. */
function sizeless(peer: Peer): Peer['content']['cards'] {
  return { size: 0, set: (id: string, record: Y.Map<unknown>) => peer.content.cards.set(id, record) } as unknown as Peer['content']['cards']
}
