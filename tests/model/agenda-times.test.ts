import { expect, test } from 'vitest'
import { openBlock, type Agenda } from '../../src/model/agenda.ts'
import { agendaEnd, agendaTimes, blockRemainingMs } from '../../src/model/agenda-times.ts'
import type { BlockId } from '../../src/model/ids.ts'
import { after, newFrame } from '../helpers/frames.ts'

const NINE = Date.parse('2027-03-01T09:00:00Z')
const minutes = (count: number): number => count * 60_000
const id = (name: string): BlockId => name as BlockId
const agenda = (...lengths: number[]): Agenda => ({
  startAt: NINE,
  current: null,
  blocks: lengths.map((length, at) => ({ ...openBlock(id(`b${at}`)), title: `${at}`, minutes: length, way: 'talk', questions: [] })),
})
const clock = (agenda: Agenda, now: number): string[] =>
  agendaTimes(agenda, now).map(({ state, startsAt, endsAt }) => `${state} ${(startsAt - NINE) / 60_000}-${(endsAt - NINE) / 60_000}`)

test('before it begins, the planned times; late to begin, they move', () => {
  expect(clock(agenda(15, 40, 30), NINE - minutes(600))).toEqual(['open 0-15', 'open 15-55', 'open 55-85'])
  expect(clock(agenda(15, 40, 30), NINE + minutes(10))).toEqual(['open 10-25', 'open 25-65', 'open 65-95'])
  expect(agendaTimes(agenda(15, 40), NINE + minutes(10)).map((time) => time.plannedAt)).toEqual([NINE, NINE + minutes(15)])
})

/** A frame whose agenda is this one, led on by commands. */
function led(...steps: [at: number, body: Parameters<typeof after>[1][number]][]): Agenda {
  const start = { ...newFrame(), agenda: agenda(15, 40, 30) }
  return steps.reduce((frame, [at, body]) => after(frame, [body], { now: NINE + minutes(at) }), start).agenda
}

test('a block that runs long pushes what follows, minute by minute', () => {
  const running = led([0, { type: 'next-block', from: null }])
  expect(clock(running, NINE + minutes(5))).toEqual(['now 0-15', 'open 15-55', 'open 55-85'])
  expect(clock(running, NINE + minutes(25))).toEqual(['now 0-25', 'open 25-65', 'open 65-95'])
  expect(blockRemainingMs(running, NINE + minutes(25))).toBe(minutes(-10))
  expect(agendaEnd(running, NINE + minutes(25))).toBe(NINE + minutes(95))
})

test('what is over keeps its real times', () => {
  const running = led([2, { type: 'next-block', from: null }], [30, { type: 'next-block', from: id('b0') }])
  expect(clock(running, NINE + minutes(40))).toEqual(['done 2-30', 'now 30-70', 'open 70-100'])
})

test('skipped and passed blocks take no time', () => {
  const skipped = led([0, { type: 'next-block', from: null }], [5, { type: 'skip-block', block: id('b1'), skipped: true }])
  expect(clock(skipped, NINE + minutes(6))).toEqual(['now 0-15', 'skipped 15-15', 'open 15-45'])
  const jumped = led([0, { type: 'next-block', from: null }], [10, { type: 'start-block', block: id('b2') }])
  expect(clock(jumped, NINE + minutes(12))).toEqual(['done 0-10', 'passed 10-10', 'now 10-40'])
})

test('back opens the block that is left again; forward goes on from there', () => {
  const back = led(
    [0, { type: 'next-block', from: null }],
    [15, { type: 'next-block', from: id('b0') }],
    [20, { type: 'back-block', from: id('b1') }],
  )
  expect(clock(back, NINE + minutes(22))).toEqual(['now 20-35', 'open 35-75', 'open 75-105'])
  const onward = led(
    [0, { type: 'start-block', block: id('b2') }],
    [5, { type: 'start-block', block: id('b0') }],
    [9, { type: 'next-block', from: id('b0') }],
  )
  expect(onward.current).toBe('b1')
})

test('behind the last block the agenda ends, and can be gone back into', () => {
  const ended = led([0, { type: 'start-block', block: id('b2') }], [20, { type: 'next-block', from: id('b2') }])
  expect(ended.current).toBeNull()
  expect(clock(ended, NINE + minutes(30))).toEqual(['open 30-45', 'open 45-85', 'done 0-20'])
  const again = led(
    [0, { type: 'start-block', block: id('b2') }],
    [20, { type: 'next-block', from: id('b2') }],
    [25, { type: 'back-block', from: null }],
  )
  expect(again.current).toBe('b2')
})

test('no agenda, no times', () => {
  expect(agendaTimes(agenda(), NINE)).toEqual([])
  expect(agendaEnd(agenda(), NINE)).toBeNull()
  expect(blockRemainingMs(agenda(), NINE)).toBeNull()
})
