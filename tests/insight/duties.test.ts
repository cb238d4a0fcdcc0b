import { describe, expect, test } from 'vitest'
import { dutiesOf, standingOf } from '../../src/insight/duties.ts'
import { indexBoard } from '../../src/insight/graph.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import type { Board } from '../../src/model/board.ts'
import { BIN, type Card } from '../../src/model/card.ts'
import type { CardId } from '../../src/model/ids.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { readFileSync } from 'node:fs'
import { kickoff } from '../helpers/kickoff.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const board = sampleBoard(kickoff, sample, 'de')
const NUMBER = 'm-number'
const FILE = 'm-file'

/** The sample with fields of one card changed. */
function withFields(id: string, fields: Record<string, string>, place?: Card['place']): Board {
  const change = (card: Card): Card =>
    card.id === id ? { ...card, fields: { ...card.fields, ...fields }, place: place ?? card.place } : card
  return { ...board, cards: board.cards.map(change) }
}
const duties = (given: Board, subject: string): string[] => dutiesOf(given, indexBoard(given), subject as CardId).map((card) => card.id)

describe('what somebody has to do', () => {
  test('is the measure itself, or all that a role takes on or answers for, the first due first', () => {
    expect(duties(board, NUMBER)).toEqual([NUMBER])
    const holder = board.links.find((link) => link.relation === 'does' && link.to.startsWith('m-'))!.from
    const taken = board.links
      .filter((link) => link.relation === 'does' && link.from === holder && link.to.startsWith('m-'))
      .map((link) => link.to)
    const found = duties(board, holder)
    expect(found).toEqual(expect.arrayContaining(taken))
    const days = found.flatMap((id) => String(board.cards.find((card) => card.id === id)?.fields['due' as never] ?? '9999'))
    expect(days).toEqual(days.toSorted())
  })

  test('is nothing for a card in the bin, one that is no measure, and one that nobody made', () => {
    const binned = withFields(NUMBER, {}, { in: BIN, order: 'a0' as Card['place']['order'], from: 'measures' })
    expect(duties(binned, NUMBER)).toEqual([])
    expect(duties(board, board.cards.find((card) => card.kind === 'touchpoint')!.id)).toEqual([])
    expect(duties(board, 'ghost')).toEqual([])
  })
})

describe('a measure that is done or dropped', () => {
  test('says so in its row, and is not among the next ones', () => {
    const next = (given: Board): string[] => derivePlan(given, { date: '2027-01-11' }).nextMeasures.map((row) => row.card)
    expect(next(board)).toContain('m-goodwill')
    const done = withFields('m-goodwill', { progress: 'done', 'progress-note': 'Unterschrieben' })
    expect(next(done)).not.toContain('m-goodwill')
    const row = derivePlan(done, { date: '2027-01-11' }).rows.find((one) => one.card === 'm-goodwill')
    expect(row?.status).toEqual({ text: 'erledigt', standing: 'done', note: 'Unterschrieben' })
    expect(next(withFields('m-goodwill', { progress: 'doing' }))).toContain('m-goodwill')
  })

  test('asks leadership for no money any more', () => {
    const asked = (given: Board): number =>
      derivePlan(given, { date: '2027-01-11' }).decisions.filter((one) => one.reason === 'cost').length
    expect(asked(withFields(FILE, { progress: 'dropped' }))).toBe(asked(board) - 1)
  })

  test('without a word it is open, and so is what the template does not know', () => {
    const card = board.cards.find((one) => one.id === NUMBER)!
    expect(standingOf(board, card)).toBe('open')
    const said = withFields(NUMBER, { progress: 'ghost' }).cards.find((one) => one.id === NUMBER)!
    expect(standingOf(board, said)).toBe('open')
  })
})
