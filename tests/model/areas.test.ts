import { expect, test } from 'vitest'
import { areaCards, missingAreas } from '../../src/model/areas.ts'
import { BIN, type Card } from '../../src/model/card.ts'
import type { CardId } from '../../src/model/ids.ts'
import { kickoff } from '../helpers/kickoff.ts'

const card = (id: string, text: string, given: { kind?: string; in?: string } = {}): Card =>
  ({ id, kind: given.kind ?? 'actor', text, fields: {}, place: { in: given.in ?? 'actors', order: 'a0' } }) as unknown as Card
const cards = [
  card('sales', 'Innendienst'),
  card('desk', 'Hotline'),
  card('gone', 'Messe', { in: BIN }),
  card('task', 'Rückruf', { kind: 'task' }),
]

test('areas are the cards of the template’s kind that are not in the bin', () => {
  expect(areaCards(cards, kickoff).map((area) => area.id)).toEqual(['sales', 'desk'])
  expect(areaCards(cards, { ...kickoff, areas: undefined })).toEqual([])
})

test('missing is an area that nobody chose, by its card or in words', () => {
  expect(missingAreas(cards, kickoff, []).map((area) => area.id)).toEqual(['sales', 'desk'])
  expect(missingAreas(cards, kickoff, [{ area: { card: 'desk' as CardId } }, {}]).map((area) => area.id)).toEqual(['sales'])
  expect(missingAreas(cards, kickoff, [{ area: { text: ' innendienst ' } }]).map((area) => area.id)).toEqual(['desk'])
  expect(missingAreas(cards, kickoff, [{ area: { card: 'gone' as CardId } }])).toHaveLength(2)
})
