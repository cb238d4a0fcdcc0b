import { describe, expect, test } from 'vitest'
import { keepSameParts } from '../../src/insight/matrix-follow.ts'
import { changeDuty, dutiesOf, type Duty } from '../../src/insight/matrix-press.ts'
import { responsibilityMatrix } from '../../src/insight/matrix.ts'
import type { Board } from '../../src/model/board.ts'
import { actor, boardOf, measure, responsibility, task } from './boards.ts'

const cards = [
  actor('hotline'),
  actor('sales'),
  responsibility('files'),
  responsibility('quality'),
  task('note'),
  task('reply'),
  task('bare'),
  measure('review'),
]
const board = (...links: string[]): Board => boardOf(cards, links)
function press(on: Board, row: string, column: string, duty: Duty) {
  const card = (id: string) => on.cards.find((known) => known.id === id)!
  return changeDuty(on, card(row), card(column), duty)
}

describe('a press for who does it', () => {
  test('links, and a second one takes the link away', () => {
    expect(press(board(), 'note', 'hotline', 'does')).toMatchObject({
      on: true,
      remove: [],
      add: [{ relation: 'does', from: 'hotline', to: 'note' }],
    })
    expect(press(board('does:hotline:note', 'does:sales:note'), 'note', 'hotline', 'does')).toMatchObject({
      on: false,
      remove: ['does:hotline:note'],
      add: [],
    })
  })
})

describe('a press for who answers for it', () => {
  test('goes to the card that covers the row, and a new choice replaces the old one', () => {
    expect(press(board('for:files:note', 'answers:sales:files'), 'note', 'hotline', 'answers')).toEqual({
      on: true,
      remove: ['answers:sales:files'],
      add: [{ relation: 'answers', from: 'hotline', to: 'files' }],
      make: null,
      also: [],
    })
  })
  test('names the rows that the same card covers', () => {
    expect(press(board('for:files:note', 'for:files:review'), 'note', 'hotline', 'answers')?.also).toEqual(['review'])
  })
  test('settles a row that two cards cover', () => {
    const change = press(board('for:files:note', 'for:quality:note', 'answers:sales:files'), 'note', 'hotline', 'answers')
    expect(change?.remove).toEqual(['answers:sales:files'])
    expect(change?.add.map((link) => link.to)).toEqual(['files', 'quality'])
  })
  test('takes one of two contradicting choices away', () => {
    const contested = board('for:files:note', 'answers:sales:files', 'answers:hotline:files')
    expect(press(contested, 'note', 'sales', 'answers')).toMatchObject({ on: false, remove: ['answers:sales:files'], add: [] })
  })
  test('makes the card that is missing between the two, named like the row', () => {
    expect(press(board(), 'bare', 'hotline', 'answers')?.make).toEqual({
      kind: 'responsibility',
      text: 'bare',
      links: [
        { relation: 'for', other: 'bare', newIs: 'from' },
        { relation: 'answers', other: 'hotline', newIs: 'to' },
      ],
    })
  })
})

test('a template in which whoever does it answers for it has one duty', () => {
  const { template } = board()
  expect(dutiesOf(template)).toEqual(['does', 'answers'])
  const same = { ...template, plan: { ...template.plan, owners: template.plan.doers.map((relation) => [relation]) } }
  expect(dutiesOf(same)).toEqual(['does'])
})

test('what stays the same from one moment to the next keeps its reference', () => {
  const before = responsibilityMatrix(board('does:hotline:note'))
  const same = keepSameParts(before, responsibilityMatrix(board('does:hotline:note')))
  expect(same.rows).toBe(before.rows)
  expect(same.columns).toBe(before.columns)
  const after = keepSameParts(before, responsibilityMatrix(board('does:hotline:note', 'does:hotline:reply')))
  expect(after.rows.map((row, at) => row === before.rows[at])).toEqual([true, false, true, true])
  expect(after.columns.map((column, at) => column === before.columns[at])).toEqual([false, true])
})
