import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { convertIcsCalendar } from 'ts-ics'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { planCalendar } from '../../src/export/files/plan-calendar.ts'
import { planMarkdown } from '../../src/export/files/plan-markdown.ts'
import { tableCsv } from '../../src/export/files/table-csv.ts'
import { tablesOf } from '../../src/export/files/tables.ts'
import { workbook } from '../../src/export/files/workbook.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import type { Language } from '../../src/model/text.ts'
import { kickoff } from '../insight/boards.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))

function given(language: Language = 'de') {
  const board = sampleBoard(kickoff, sample, language)
  const plan = derivePlan(board, { date: '2026-11-23' })
  return { board, plan, tables: tablesOf(board, plan) }
}

describe('CSV', () => {
  test('has a byte order mark, semicolons, and comes back from a parser as it went in', () => {
    const { tables, plan } = given()
    const text = tableCsv(tables[0]!, 'de')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text).toContain('\r\n')
    const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' })
    expect(data[0]).toEqual(tables[0]!.columns.map((column) => column.label))
    expect(data).toHaveLength(1 + plan.rows.filter((row) => row.measure).length)
    expect(data[1]![4]).toMatch(/^\d{2}\.\d{2}\.\d{4}$|^$/)
  })
})

describe('the workbook', () => {
  test.each(['de', 'en'] as const)('opens in a reader with a sheet for each table, real dates and numbers (%s)', async (language) => {
    const { tables } = given(language)
    const sheets = await readExcelFile(Buffer.from(await (await workbook(tables, language)).arrayBuffer()))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map((table) => table.label))
    for (const [at, table] of tables.entries()) {
      expect(sheets[at]!.data).toHaveLength(1 + table.rows.length)
      expect(sheets[at]!.data[0]).toEqual(table.columns.map((column) => column.label))
    }
    const [measures] = sheets
    const due = measures!.data.slice(1).map((row) => row[4])
    expect(due.some((day) => day instanceof Date)).toBe(true)
    for (const day of due) expect(day === null || day instanceof Date).toBe(true)
    expect(measures!.data.slice(1).some((row) => typeof row[7] === 'number')).toBe(true)
  })
  test('has a frozen head with filters over the whole table', async () => {
    const { tables } = given()
    const bytes = Buffer.from(await (await workbook(tables, 'de')).arrayBuffer())
    const { unzipSync, strFromU8 } = await import('fflate')
    const files = unzipSync(new Uint8Array(bytes))
    const xml = strFromU8(files['xl/worksheets/sheet1.xml']!)
    expect(xml).toContain(`<autoFilter ref="A1:M${tables[0]!.rows.length + 1}"/>`)
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(xml).not.toContain('<f>')
    expect(xml.indexOf('<autoFilter')).toBeGreaterThan(xml.indexOf('</sheetData>'))
  })
})

describe('Markdown', () => {
  test('says goal, decisions, measures and answers', () => {
    const { plan } = given()
    const text = planMarkdown(plan)
    expect(text).toMatch(/^# /)
    for (const heading of ['## Unser Ziel', '## Entscheidungen der Leitung', '## Maßnahmen', '## Aufgaben', '## Offene Punkte']) {
      expect(text).toContain(heading)
    }
    expect(text.match(/^\| \d+ \|/gm)).toHaveLength(plan.rows.length)
  })
})

describe('the calendar', () => {
  const options = { board: 'board1', now: Date.UTC(2026, 10, 23), firstRound: '2026-12-23' }
  test('has a whole day for each date of the plan and the monthly round as a series', () => {
    const { plan } = given()
    const { events = [] } = convertIcsCalendar(undefined, planCalendar(plan, options))
    const due = plan.rows.filter((row) => row.due !== null)
    expect(events).toHaveLength(due.length + 1)
    expect(events.slice(0, due.length).map((event) => event.start.date.toISOString().slice(0, 10))).toEqual(due.map((row) => row.due))
    expect(events.every((event) => event.start.type === 'DATE')).toBe(true)
    expect(events.at(-1)?.recurrenceRule).toMatchObject({ frequency: 'MONTHLY', count: 12 })
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length)
  })
  test('the same plan made again has the same entries', () => {
    const uids = (text: string): string[] => text.match(/^UID:.*$/gm) ?? []
    const { plan } = given()
    expect(uids(planCalendar(plan, { ...options, now: options.now + 1 }))).toEqual(uids(planCalendar(plan, options)))
  })
})
