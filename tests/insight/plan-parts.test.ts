import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { derivePlan } from '../../src/insight/plan.ts'
import { monthAfter } from '../../src/insight/plan-months.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, boardOf, kickoff, measure, responsibility, task, type Given } from './boards.ts'

const OPTIONS = { date: '2026-11-23' }
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const plan = derivePlan(sampleBoard(kickoff, sample, 'de'), OPTIONS)

describe('the measures of each month', () => {
  const on = (id: string, due: string): Given => measure(id, { due })
  test('stand in a row without a gap, over the turn of the year', () => {
    const { months } = derivePlan(boardOf([on('a', '2026-12-31'), on('b', '2027-02-01'), on('c', '2027-02-28'), measure('d')]), OPTIONS)
    expect(months.months).toEqual([
      { month: '2026-12', count: 1 },
      { month: '2027-01', count: 0 },
      { month: '2027-02', count: 2 },
    ])
    expect(months).toMatchObject({ later: 0, undated: 1 })
    expect(monthAfter('9999-12')).toBe('10000-01')
  })
  test('are a year at most, however far the last is', () => {
    const { months } = derivePlan(boardOf([on('a', '2026-12-31'), on('b', '9998-01-01')]), OPTIONS)
    expect(months.months).toHaveLength(12)
    expect(months.later).toBe(1)
  })
})

describe('the responsibility matrix of a plan', () => {
  test('has the plan’s rows and only the roles with something to do', () => {
    expect(plan.matrix.rows.map((row) => row.number)).toEqual(plan.rows.map((row) => row.number))
    expect(plan.matrix.idle).toEqual(['Telefonmarketing'])
    for (const row of plan.matrix.rows) expect(row.marks).toHaveLength(plan.matrix.roles.length)
    expect(plan.matrix.rows.filter((row) => row.contested).map((row) => row.number)).toEqual(
      plan.rows.filter((row) => row.contested).map((row) => row.number),
    )
  })
})

describe('the tables that the template asks for', () => {
  test('say what is missing, and name the plan’s rows by number', () => {
    expect(plan.registers.map((register) => register.id)).toEqual(['coverage', 'standards', 'information', 'authority'])
    const [coverage] = plan.registers
    expect(coverage?.rows[0]).toMatchObject({ text: 'Anruf bei der Störungsnummer', filled: 2, needed: 4 })
    expect(coverage?.rows[0]?.cells.map((cell) => cell.missing)).toEqual([false, false, true, true, false])
    const [said] = coverage?.rows[0]?.cells[1]?.said ?? []
    expect(plan.rows.find((row) => row.number === said?.number)?.text).toBe(said?.text)
    expect(plan.registers.at(-1)).toMatchObject({ sign: true })
  })
  test('are left out where no card is', () => {
    expect(derivePlan(boardOf([task('a')]), OPTIONS).registers).toEqual([])
  })
})

describe('the cases of a plan', () => {
  test('carry, or break at a station that is named', () => {
    expect(plan.cases.map((entry) => entry.breaks)).toEqual([false, true])
    expect(plan.cases[1]?.stations.filter((station) => station.breaksHere).map((station) => station.name)).toEqual(['Telefonzentrale'])
    expect(plan.cases[1]?.stations.at(-1)?.marks.at(-1)?.said).toBe('none')
  })
})

test('central and local hold every row once, and the review calendar every due one of a year', () => {
  const numbers = plan.loci.flatMap((locus) => locus.rows.map((row) => row.number))
  expect(numbers).toHaveLength(new Set(numbers).size)
  expect(plan.loci.at(-1)?.label).toBeNull()
  expect(plan.review?.months.map(({ month }) => month).at(-1)).toBe('2027-11')
  // The first Tuesday, the day before, Friday and the Tuesday after.
  expect(plan.review?.months[1]?.days).toEqual(['2027-01-04', '2027-01-05', '2027-01-08', '2027-01-12'])
  const weekdays = plan.review?.months.map(({ days }) => days.map((day) => new Date(day).getUTCDay()))
  expect(weekdays).toEqual(plan.review?.months.map(() => [1, 2, 5, 2]))
  const due = plan.rows.filter((row) => row.due !== null).map((row) => row.number)
  expect(new Set(plan.review?.months.flatMap((month) => month.due))).toEqual(new Set(due))
})

describe('decisions of leadership', () => {
  test('a marked card is asked for first, and no longer once it is decided', () => {
    const asked = { ...responsibility('r', { ask: true, proposal: 'Der Innendienst' }), text: 'Soll der Notdienst bleiben?' }
    const costly = measure('m', { cost: 500 })
    const before = derivePlan(boardOf([costly, asked, actor('a')], ['answers:a:r']), OPTIONS)
    expect(before.decisions.map(({ reason, text }) => [reason, text])).toEqual([
      ['asked', 'Soll der Notdienst bleiben?'],
      ['cost', 'm'],
    ])
    expect(before.decisions[0]?.recommendation).toBe('Der Innendienst')
    const decided = { ...asked, fields: { ...asked.fields, decided: 'later' } }
    const after = derivePlan(boardOf([costly, decided, actor('a')], ['answers:a:r']), OPTIONS)
    expect(after.decisions.map(({ reason }) => reason)).toEqual(['cost'])
    expect(after.decided).toEqual([{ text: 'Soll der Notdienst bleiben?', decision: 'Später' }])
  })
})

test('an English frame around a German board: the template speaks English, people’s words stay', () => {
  const mixed = derivePlan(sampleBoard(kickoff, sample, 'de'), { ...OPTIONS, language: 'en' })
  expect(mixed).toMatchObject({ language: 'en', contentLanguage: 'de', title: 'Customer management action plan' })
  expect(mixed.rows.map((row) => row.text)).toEqual(plan.rows.map((row) => row.text))
  expect(mixed.registers[0]?.title).toBe('Touchpoints: what is settled')
  expect(mixed.openPoints[0]?.points[0]?.text).toMatch(/^Nobody takes “Zwei Tage/)
})

test('names of people are printed only when asked for', () => {
  expect(plan.people).toEqual([])
})
