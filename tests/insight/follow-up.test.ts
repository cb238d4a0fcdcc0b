import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { followUp } from '../../src/insight/follow-up.ts'
import type { Board } from '../../src/model/board.ts'
import type { Card } from '../../src/model/card.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { kickoff } from '../helpers/kickoff.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const board = sampleBoard(kickoff, sample, 'de')
const DAY = '2027-03-01'

function said(states: Record<string, string>, on: Board = board): Board {
  const change = (card: Card): Card =>
    states[card.id] ? { ...card, fields: { ...card.fields, progress: states[card.id] } as Card['fields'] } : card
  return { ...on, cards: on.cards.map(change) }
}
const measuresOf = ({ content }: ReturnType<typeof followUp>): string[] =>
  content.cards.filter((card) => card.kind === 'measure').map((card) => card.id)

describe('a follow-up board', () => {
  const before = said({ 'm-goodwill': 'done', 'm-opening': 'dropped', 'm-number': 'doing' })
  const next = followUp(before, DAY)

  test('begins with the open measures, and counts the others', () => {
    expect(measuresOf(next)).not.toContain('m-goodwill')
    expect(measuresOf(next)).not.toContain('m-opening')
    expect(measuresOf(next)).toContain('m-number')
    expect(next.follows).toEqual({ title: board.title, day: DAY, open: 7, done: 1, dropped: 1 })
    expect(measuresOf(next)).toHaveLength(7)
  })

  test('with text, date, status and origin, and in the columns where they lay', () => {
    const card = next.content.cards.find((one) => one.id === 'm-number')!
    expect(card.text).toBe('Störungsnummer mit Rückruf binnen 30 Minuten schalten')
    expect(card.fields).toMatchObject({ due: '2027-02-15', progress: 'doing', carried: `${board.title}, 01.03.2027` })
    expect(card.place.in).toBe('measures')
    for (const one of next.content.cards) if (one.kind !== 'measure') expect(one.fields).not.toHaveProperty('carried')
  })

  test('whose column stands first and is the one that is open', () => {
    expect(next.content.questions[0]?.id).toBe('measures')
    expect(next.content.questions.map((question) => question.id).toSorted()).toEqual(
      board.questions.map((question) => question.id).toSorted(),
    )
    expect(next.template.questions.filter((question) => question.open).map((question) => question.id)).toEqual(['measures'])
  })

  test('with who takes them on and who answers for them, and with nothing else', () => {
    const ids = new Set(next.content.cards.map((card) => card.id))
    const links = new Set(next.content.links.map((link) => link.id))
    for (const link of board.links) {
      if (link.relation === 'does' && measuresOf(next).includes(link.to)) expect(links).toContain(link.id)
      if (link.relation === 'for' && measuresOf(next).includes(link.to)) expect(links).toContain(link.id)
    }
    for (const link of next.content.links) expect(ids.has(link.from) && ids.has(link.to)).toBe(true)
    expect(new Set(next.content.cards.map((card) => card.kind))).toEqual(new Set(['measure', 'actor', 'responsibility']))
    expect(next.content.links.some((link) => link.relation === 'answers')).toBe(true)
    expect(next.content.answers).toEqual({})
  })

  test('a measure that is carried twice keeps its first origin', () => {
    const first: Board = { ...before, ...next.content, title: 'Folgetermin' }
    const again = followUp(first, '2027-04-01')
    expect(again.content.cards.find((one) => one.id === 'm-number')!.fields).toMatchObject({ carried: `${board.title}, 01.03.2027` })
  })

  test('of a board where all is done is empty; of one without a status everything is open', () => {
    const all = Object.fromEntries(board.cards.filter((card) => card.kind === 'measure').map((card) => [card.id, 'done']))
    expect(followUp(said(all), DAY).content.cards).toEqual([])
    const { status: _, ...plan } = board.template.plan
    const old: Board = { ...before, template: { ...board.template, plan } }
    expect(followUp(old, DAY).follows).toMatchObject({ open: 9, done: 0, dropped: 0 })
  })
})
