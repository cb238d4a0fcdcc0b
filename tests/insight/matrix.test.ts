import { describe, expect, test } from 'vitest'
import { countFaults, filterMatrix } from '../../src/insight/matrix-filter.ts'
import { responsibilityMatrix } from '../../src/insight/matrix.ts'
import type { CardId } from '../../src/model/ids.ts'
import { actor, boardOf, measure, responsibility, task } from './boards.ts'

const cards = [
  actor('hotline', { capacity: 4 }),
  actor('sales', { capacity: 10 }),
  actor('lead'),
  responsibility('quality'),
  responsibility('files'),
  task('reply', { hours: 6 }),
  task('note', { hours: 2 }),
  task('open'),
  measure('review'),
  { ...task('parked', { hours: 40 }), in: 'parking' },
]
const links = [
  'does:hotline:reply',
  'does:sales:reply',
  'does:hotline:note',
  'does:lead:review',
  'does:sales:parked',
  'for:quality:reply',
  'answers:sales:quality',
  'for:files:note',
  'answers:lead:files',
  'answers:hotline:files',
]
const matrix = responsibilityMatrix(boardOf(cards, links))
const row = (id: string) => matrix.rows.find((each) => each.card === id)!

describe('the responsibility matrix', () => {
  test('has a row for every measure and task that takes part, a column for everybody who can', () => {
    expect(matrix.rows.map((each) => [each.card, each.measure])).toEqual([
      ['reply', false],
      ['note', false],
      ['open', false],
      ['review', true],
    ])
    expect(matrix.columns.map((column) => column.card)).toEqual(['hotline', 'sales', 'lead'])
  })

  test('marks who does it, who answers for it, and who does both', () => {
    expect([...row('reply').marks]).toEqual([
      ['hotline', 'does'],
      ['sales', 'both'],
    ])
    expect([...row('note').marks]).toEqual([
      ['hotline', 'both'],
      ['lead', 'answers'],
    ])
  })

  test('knows the rows without a doer, without an owner, with two', () => {
    expect(row('open')).toMatchObject({ noDoer: true, noOwner: true, contested: false })
    expect(row('note')).toMatchObject({ noDoer: false, noOwner: false, contested: true })
    expect(countFaults(matrix.rows)).toEqual({ noDoer: 1, noOwner: 2, contested: 1, clear: 1 })
  })

  test('sums tasks and hours per column, what two share in equal parts', () => {
    expect(matrix.columns).toMatchObject([
      { does: 2, answers: 1, hours: 5, capacity: 4, over: true },
      { does: 1, answers: 1, hours: 3, capacity: 10, over: false },
      { does: 1, answers: 1, hours: 0, capacity: null, over: false },
    ])
  })

  test('is empty on an empty board', () => {
    expect(responsibilityMatrix(boardOf([]))).toEqual({ rows: [], columns: [] })
  })
})

describe('its filters', () => {
  const rows = (filter: Parameters<typeof filterMatrix>[1]): string[] => filterMatrix(matrix, filter).rows.map((each) => each.card)
  test('an empty filter lets everything through', () => {
    expect(filterMatrix(matrix, {})).toEqual(matrix)
  })
  test('faults add up, parts narrow down', () => {
    expect(rows({ faults: ['noOwner', 'contested'] })).toEqual(['note', 'open', 'review'])
    expect(rows({ faults: ['noOwner'], measures: false })).toEqual(['open'])
    expect(rows({ text: ' REP' })).toEqual(['reply'])
  })
  test('an area keeps its rows and its column, with the sums of the whole board', () => {
    const seen = filterMatrix(matrix, { areas: ['sales' as CardId] })
    expect(seen.rows.map((each) => each.card)).toEqual(['reply'])
    expect(seen.columns).toMatchObject([{ card: 'sales', hours: 3 }])
  })
})
