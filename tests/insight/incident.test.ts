import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rehearse } from '../../src/insight/chain.ts'
import { findGaps } from '../../src/insight/gaps.ts'
import { maturity } from '../../src/insight/maturity.ts'
import { responsibilityMatrix } from '../../src/insight/matrix.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import { questionsOf, type Board } from '../../src/model/board.ts'
import { templateSchema } from '../../src/model/template.ts'
import { boardOf, type Given } from './boards.ts'

const template = templateSchema.parse(JSON.parse(readFileSync('templates/incident-review.json', 'utf8')))
const review = (cards: readonly Given[], links: readonly string[], more: Partial<Board> = {}): Board =>
  boardOf(cards, links, { template, questions: questionsOf(template, more.language ?? 'de'), goal: '', ...more })

const DONE = { due: '2027-02-01', check: 'kein Alarm in vier Wochen' }
const cards: Given[] = [
  { id: 'down', kind: 'event', in: 'timeline', text: 'Server antwortet nicht', fields: { source: 'Protokoll' } },
  { id: 'rumour', kind: 'event', in: 'timeline', text: 'Jemand hat neu gestartet' },
  { id: 'disk', kind: 'cause', in: 'causes', text: 'Platte voll' },
  { id: 'habit', kind: 'cause', in: 'causes', text: 'Niemand räumt auf' },
  { id: 'lonely', kind: 'cause', in: 'causes', text: 'Hitze' },
  { id: 'alarm', kind: 'barrier', in: 'barriers', text: 'Alarm bei 90 %', fields: { worked: 'failed' } },
  { id: 'backup', kind: 'barrier', in: 'barriers', text: 'Sicherung', fields: { worked: 'held' } },
  { id: 'clean', kind: 'fix', in: 'fixes', text: 'Aufräumen automatisieren', fields: { ...DONE, effort: 3 } },
  { id: 'page', kind: 'fix', in: 'fixes', text: 'Alarm aufs Telefon', fields: { effort: 2 } },
  { id: 'ops', kind: 'team', in: 'owners', text: 'Betrieb', fields: { days: 2 } },
  { id: 'dev', kind: 'team', in: 'owners', text: 'Entwicklung' },
  { id: 'aside', kind: 'fix', in: 'later', text: 'Neues Rechenzentrum' },
]
const links = ['led:disk:down', 'deeper:habit:disk', 'removes:clean:habit', 'takes:ops:clean', 'takes:ops:page', 'takes:dev:page']
const answers = { timeline: 'Die Platte lief über Nacht voll.' } as Board['answers']

describe('a template of another trade, without a line of code', () => {
  const board = review(cards, links, { answers })
  const gaps = findGaps(board)

  test('every kind of rule finds its gap, with the press that mends it', () => {
    expect(gaps.map((gap) => gap.id)).toEqual([
      'R02:lonely',
      'R03:alarm',
      'R04:page',
      'R05:page',
      'R08:causes',
      'R08:barriers',
      'R08:fixes',
      'R08:owners',
      'R01:lonely',
      'R06:ops',
      'R07:rumour',
    ])
    expect(gaps[0]).toMatchObject({ text: 'Gegen „Hitze“ tun wir nichts.', decision: 'Nehmen wir hin, dass „Hitze“ bleibt?' })
    expect(gaps[2]).toMatchObject({ contradiction: true, mendAt: { what: 'choose', relation: 'takes', among: ['ops', 'dev'] } })
    expect(gaps[9]?.text).toBe('„Betrieb“ braucht 4 Tage und hat 2.')
  })

  test('a cause is dealt with when what lies behind it is', () => {
    const more = review(cards, [...links, 'removes:page:disk'])
    expect(findGaps(more).filter((gap) => gap.cards[0] === 'disk' || gap.cards[0] === 'habit')).toEqual([])
  })

  test('speaks English', () => {
    const english = findGaps(review(cards, links, { language: 'en' }))
    expect(english.find((gap) => gap.id === 'R05:page')?.text).toBe(
      '“Alarm aufs Telefon” is incomplete. Missing: By when, How do we see that it works?.',
    )
  })

  test('has a plan: fixes with their teams, decisions, what is left for later', () => {
    const plan = derivePlan(board, { date: '2026-11-23' })
    expect(plan.title).toBe('Maßnahmen nach dem Störfall')
    expect(plan.rows.map((row) => [row.card, row.doers, row.due])).toEqual([
      ['page', ['Betrieb', 'Entwicklung'], null],
      ['clean', ['Betrieb'], '2027-02-01'],
    ])
    expect(plan.decisions).toHaveLength(2)
    expect(plan.parking).toEqual(['Neues Rechenzentrum'])
    expect(plan.status).toBe('draft')
    expect(plan.answers.map((answer) => answer.mark)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('has a maturity and a matrix, and no chain to rehearse', () => {
    expect(maturity(board, gaps)).toMatchObject({ complete: 1, total: 2 })
    expect(responsibilityMatrix(board).columns).toMatchObject([
      { card: 'ops', does: 2, hours: 4, capacity: 2, over: true },
      { card: 'dev', does: 1, hours: 1, capacity: null, over: false },
    ])
    expect(rehearse(board)).toEqual([])
  })
})
