import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { derivePlan } from '../../src/insight/plan.ts'
import { formatDay, formatMoney, isoDay } from '../../src/insight/values.ts'
import { parseBoardFile, toBoardFile } from '../../src/model/board.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, boardOf, kickoff, measure, responsibility, task } from './boards.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const plan = derivePlan(sampleBoard(kickoff, sample, 'de'), { date: '2026-11-23', people: true })

describe('the plan of the sample workshop', () => {
  test('states title, goal, five figures and that it is a draft', () => {
    expect(plan).toMatchObject({ title: 'Aktionsplan Kundenmanagement', organisation: 'Nordwerk Pumpen GmbH', status: 'draft' })
    expect(plan.goal).toMatch(/^Wir wollen unsere Beziehung/)
    expect(plan.figures).toEqual([
      { id: 'answered', value: 8, of: 10 },
      { id: 'taken', value: 9, of: 11 },
      { id: 'owned', value: 5, of: 7 },
      { id: 'complete', value: 8, of: 9 },
      { id: 'gaps', value: 17, of: null },
    ])
  })

  test('asks leadership for what only leadership can decide', () => {
    expect(plan.decisions.map((decision) => [decision.reason, decision.cost, decision.by])).toEqual([
      ['gap', null, '2027-02-26'],
      ['gap', null, '2027-03-31'],
      ['gap', null, '2027-01-29'],
      ['cost', 6500, '2027-02-15'],
      ['cost', 18000, '2027-03-31'],
    ])
    expect(plan.decisions[1]?.text).toContain('Verkauf Innendienst und Key Account Management')
    expect(plan.decisions[1]?.recommendation).toMatch(/^Verkauf Innendienst/)
  })

  test('lists measures before tasks, what lacks a date or a person first', () => {
    expect(plan.rows.map((row) => row.number)).toEqual(plan.rows.map((_, at) => at + 1))
    expect(plan.rows.slice(0, 2).map((row) => [row.card, row.missing])).toEqual([
      ['m-deputies', ['due']],
      ['m-goodwill', []],
    ])
    expect(plan.rows.slice(9, 11).map((row) => [row.card, row.missing])).toEqual([
      ['pass-hints', ['doers', 'owners', 'locus']],
      ['call-after', ['doers']],
    ])
    expect(plan.nextMeasures.map((row) => row.due)).toEqual(['2027-01-22', '2027-01-29', '2027-02-02', '2027-02-15', '2027-02-26'])
  })

  test('follows the paths to doers, owners and standards', () => {
    const row = plan.rows.find((candidate) => candidate.card === 'confirm-complaint')
    expect(row).toMatchObject({
      doers: ['Reklamationsbearbeitung'],
      owners: ['Reklamationsbearbeitung'],
      locus: 'zentral vorgegeben, dezentral ausgeführt',
      origin: '5',
      contested: false,
    })
    expect(row?.standards).toHaveLength(2)
    expect(row?.details[0]).toEqual({ label: 'Wenn', text: 'eine Reklamation eingeht' })
    expect(plan.rows.find((candidate) => candidate.card === 'm-file')).toMatchObject({ contested: true, cost: 18000 })
  })

  test('shows every answer, every responsibility, the parking lot and the people', () => {
    expect(plan.answers.filter((answer) => answer.wantsAnswer && answer.answer === null).map((answer) => answer.mark)).toEqual(['7', '9'])
    expect(plan.answers.find((answer) => answer.mark === '2')?.cards).toHaveLength(4)
    expect(plan.answers.find((answer) => answer.mark === '8')).toMatchObject({
      state: 'agreed',
      agreements: 6,
      objections: ['Vier Stunden sind in der Urlaubszeit ohne Vertretung nicht zu halten.'],
    })
    expect(plan.answers.find((answer) => answer.mark === '7')).toMatchObject({ state: 'open', agreements: 0, objections: [] })
    expect(plan.answers.find((answer) => answer.mark === '5')?.cards).toEqual([])
    expect(plan.responsibilities.map((entry) => entry.holders.length)).toEqual([1, 1, 2, 1, 1, 1, 0])
    expect(plan.responsibilities[2]).toMatchObject({ contested: true })
    expect(plan.openPoints.map((group) => [group.level, group.points.length])).toEqual([
      ['high', 10],
      ['mid', 4],
      ['low', 3],
    ])
    expect(plan.parking).toHaveLength(3)
    expect(plan.people).toHaveLength(8)
  })
})

describe('options and edges', () => {
  test('people can be left out and the status can be set', () => {
    const bare = derivePlan(sampleBoard(kickoff, sample, 'en'), { date: '2026-11-23', status: 'final' })
    expect(bare.people).toEqual([])
    expect(bare.status).toBe('final')
  })

  test('the same board in another order of cards and links gives the same plan', () => {
    const board = sampleBoard(kickoff, sample, 'de')
    const turned = { ...board, cards: board.cards.toReversed(), links: board.links.toReversed() }
    expect(derivePlan(turned, { date: '2026-11-23', people: true })).toEqual(plan)
  })

  test('an empty board is a plan too', () => {
    const empty = derivePlan(boardOf([]), { date: '2026-11-23' })
    expect(empty.rows).toEqual([])
    expect(empty.figures[1]).toEqual({ id: 'taken', value: 0, of: 0 })
    expect(empty.status).toBe('draft')
  })

  test('a date that is none is kept as a detail, the measure counts as without a date', () => {
    const [row] = derivePlan(boardOf([measure('m', { due: '2027-02-30' })]), { date: '2026-11-23' }).rows
    expect(row).toMatchObject({ due: null, details: [{ label: 'Bis wann', text: '2027-02-30' }] })
    expect(row?.missing).toContain('due')
  })

  test('parked and binned cards are in no table, parked ones in the parking lot', () => {
    const board = boardOf([task('a'), { ...task('b'), in: 'parking' }, { ...responsibility('c'), in: 'bin' }, actor('d')])
    const result = derivePlan(board, { date: '2026-11-23' })
    expect(result.rows.map((row) => row.card)).toEqual(['a'])
    expect(result.parking).toEqual(['b'])
    expect(result.responsibilities).toEqual([])
  })
})

describe('values', () => {
  test('days and money in both languages', () => {
    expect([formatDay('2027-01-12', 'de'), formatDay('2027-01-12', 'en'), formatDay('bald', 'de')]).toEqual([
      '12.01.2027',
      '12 Jan 2027',
      'bald',
    ])
    expect([formatMoney(18000, 'de'), formatMoney(18000, 'en')]).toEqual(['18.000\u00a0€', '€18,000'])
    expect([isoDay('2028-02-29'), isoDay('2027-02-29'), isoDay(3), isoDay(undefined)]).toEqual(['2028-02-29', null, null, null])
  })
})

describe('votes', () => {
  const day = (due: string) => ({ due, resource: 'x' })
  const cards = [
    measure('m-soon', day('2027-01-10')),
    measure('m-late', day('2027-03-10')),
    actor('a-one'),
    actor('a-two'),
    actor('a-three'),
  ]
  const links = ['does:a-one:m-soon', 'does:a-one:m-late']
  const votes = { 'm-late': 4, 'a-three': 3, 'a-two': 1 }

  test('put rows and cards in their order, within what lacks nothing', () => {
    const without = derivePlan(boardOf(cards, links), { date: '2027-01-01' })
    expect(without.rows.map((row) => [row.card, row.votes])).toEqual([
      ['m-soon', null],
      ['m-late', null],
    ])
    const { rows, answers, nextMeasures } = derivePlan(boardOf(cards, links, { votes }), { date: '2027-01-01' })
    expect(rows.map((row) => [row.card, row.votes])).toEqual([
      ['m-late', 4],
      ['m-soon', null],
    ])
    expect(answers.find((answer) => answer.id === 'actors')?.cards).toEqual(['a-three', 'a-two', 'a-one'])
    expect(nextMeasures.map((row) => row.card)).toEqual(['m-soon', 'm-late'])
  })

  test('travel in the file of a board', () => {
    const board = boardOf(cards, links, { votes })
    const read = parseBoardFile(JSON.stringify(toBoardFile(board)))
    expect(read).toMatchObject({ ok: true, board: { votes } })
    const older = parseBoardFile(JSON.stringify(toBoardFile(boardOf(cards, links))))
    expect(older.ok && older.board.votes).toBeUndefined()
    expect(parseBoardFile(JSON.stringify({ ...toBoardFile(board), votes: { 'm-late': -1 } })).ok).toBe(false)
  })
})
