import { describe, expect, test } from 'vitest'
import { findGaps } from '../../src/insight/gaps.ts'
import { createInsight } from '../../src/insight/insight.ts'
import { maturity } from '../../src/insight/maturity.ts'
import type { Board } from '../../src/model/board.ts'
import type { Card } from '../../src/model/card.ts'
import { linkSchema } from '../../src/model/link.ts'
import { random } from '../helpers/random.ts'
import { actor, boardOf, incident, measure, responsibility, standard, station, task, touchpoint } from './boards.ts'

const board = boardOf(
  [
    actor('sales', { contact: 'yes' }),
    actor('lead'),
    responsibility('quality'),
    task('reply', { hours: 2 }),
    task('note'),
    measure('review', { due: '2027-01-31' }),
    standard('fast', { noticed: 'Zeitstempel' }),
    touchpoint('call', { key: 'Nummer' }),
    touchpoint('visit', { key: 'Nummer' }),
    incident('ticket'),
    station('a', 'ticket', { handover: 'Anruf' }),
    station('b', 'ticket'),
  ],
  ['does:sales:reply', 'at:a:call', 'at:b:visit'],
)

function edit(before: Board, id: string, change: Partial<Card>): Board {
  return { ...before, cards: before.cards.map((card) => (card.id === id ? { ...card, ...change } : card)) }
}
const fields = (given: Record<string, unknown>): Partial<Card> => ({ fields: given as Card['fields'] })

describe('an edit that can change no gap runs no rule', () => {
  const follow = createInsight()
  const first = follow(board)
  // Maturity is counted anew exactly when the rules are run.
  const same = (after: Board): boolean => follow(after).maturity === follow(board).maturity

  test('the same board is the same insight', () => {
    expect(follow(board)).toBe(first)
  })
  test('a text of a card without a gap changes nothing at all', () => {
    expect(follow(edit(board, 'fast', { text: 'Binnen 4 Stunden' })).maturity).toBe(first.maturity)
  })
  test('a text renews the words of its gaps and keeps every other gap', () => {
    const after = createInsight()
    const before = after(board)
    const now = after(edit(board, 'note', { text: 'Notiz schreiben' }))
    expect(now.maturity).toBe(before.maturity)
    expect(now.gaps.find((gap) => gap.id === 'R07:note')?.text).toBe('Niemand übernimmt „Notiz schreiben“.')
    expect(now.gaps.filter((gap) => !before.gaps.includes(gap)).every((gap) => gap.cards[0] === 'note')).toBe(true)
  })
  test('one more letter in a filled text field, in a chain or not', () => {
    expect(same(edit(board, 'fast', fields({ noticed: 'Zeitstempel im Postfach' })))).toBe(true)
    expect(same(edit(board, 'a', fields({ handover: 'Anruf und Notiz' })))).toBe(true)
  })
})

describe('an edit that can change a gap runs the rules', () => {
  const changes: [string, Board][] = [
    ['a text field is emptied', edit(board, 'fast', fields({ noticed: ' ' }))],
    ['a key is changed', edit(board, 'call', fields({ key: 'Name' }))],
    ['a number', edit(board, 'reply', fields({ hours: 3 }))],
    ['a choice', edit(board, 'sales', fields({ contact: 'none' }))],
    ['a card moves to the bin', edit(board, 'note', { place: { ...board.cards[4]!.place, in: 'bin' } })],
    ['a card is gone', { ...board, cards: board.cards.slice(1) }],
    ['a link', { ...board, links: [...board.links, linkSchema.parse('does:lead:note')] }],
    ['an answer', { ...board, answers: { merge: 'Ja.' } as Board['answers'] }],
    [
      'what became of an answer',
      { ...board, answers: { merge: 'Ja.' } as Board['answers'], verdicts: { merge: 'agreed' } as Board['verdicts'] },
    ],
    ['a question', { ...board, questions: board.questions.slice(1) }],
  ]
  test.each(changes)('%s', (_, after) => {
    const follow = createInsight()
    const before = follow(board)
    const now = follow(after)
    expect(now.maturity).not.toBe(before.maturity)
    expect(now.gaps).toEqual(findGaps(after))
  })
})

test('after any row of edits the insight is the one of a fresh look', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { pick, below } = random(seed)
    const follow = createInsight()
    let now = board
    for (let turn = 0; turn < 40; turn++) {
      const card = pick(now.cards)
      const kinds = [
        () => edit(now, card.id, { text: `Text ${below(5)}` }),
        () => edit(now, card.id, fields({ ...card.fields, [pick(['key', 'handover', 'noticed', 'trigger'])]: pick(['', 'x', 'y']) })),
        () => edit(now, card.id, fields({ ...card.fields, [pick(['hours', 'capacity'])]: below(4) })),
        () => edit(now, card.id, fields({ ...card.fields, knows: pick(['yes', 'no', 'unclear']) })),
        () => edit(now, card.id, { place: { ...card.place, in: pick(['bin', 'everyday', 'parking', 'ticket']) } }),
        () => ({ ...now, language: pick(['de', 'en'] as const) }),
        () => ({ ...now, answers: { merge: pick(['', 'Ja.', 'Nein.']) } as Board['answers'] }),
        () => ({ ...now, verdicts: { merge: [undefined, 'agreed', 'contested'][below(3)] } as Board['verdicts'] }),
        () => ({
          ...now,
          voices: Array.from({ length: below(3) }, () => ({
            question: 'merge',
            stance: pick(['agree', 'object']),
            reason: '',
          })) as unknown as Board['voices'],
        }),
      ]
      now = pick(kinds)()
      const gaps = findGaps(now)
      expect(follow(now), `seed ${seed}, turn ${turn}`).toMatchObject({ gaps, maturity: maturity(now, gaps) })
    }
  }
})
