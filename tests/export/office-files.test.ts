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
import type { Board } from '../../src/model/board.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import type { Language } from '../../src/model/text.ts'
import { kickoff } from '../insight/boards.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))

function given(language: Language = 'de', change: (board: Board) => Board = (board) => board) {
  const board = change(sampleBoard(kickoff, sample, language))
  const plan = derivePlan(board, { date: '2026-11-23' })
  return { board, plan, tables: tablesOf(board, plan) }
}

/** The same board with one text put into every measure and task. */
function withTexts(text: string): (board: Board) => Board {
  const kinds = new Set<string>([...kickoff.plan.measures, ...kickoff.plan.tasks])
  return (board) => ({ ...board, title: text, cards: board.cards.map((card) => (kinds.has(card.kind) ? { ...card, text } : card)) })
}

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '+49 40 123',
  '-2+3',
  '@SUM(A1)',
  '\tTAB vorn',
  'a\u0000b\u0007c',
  'rechts \u202E nach links',
  'Zeile eins\nZeile zwei',
  'Anführung "so"; Semikolon; Komma,',
  '<script>alert(1)</script>',
  '[klick](javascript:alert(1))',
  '![bild](https://example.org/x.png)',
  'https://example.org',
  'a | b',
  '# Überschrift',
  '1. Liste',
  '---',
  '`code` *fett* _kursiv_ ~~weg~~',
  '__proto__',
  'constructor',
  'Ku\u0308hlung 🎯 客户 العربية',
  'W'.repeat(400),
  '\uD800 halbes Zeichen',
  '&lt;b&gt; &amp;',
  ']]>',
]

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
  test.each(HOSTILE)('%j starts no formula and loses nothing', (hostile) => {
    const { tables } = given('de', withTexts(hostile))
    for (const table of tables) {
      const { data, errors } = Papa.parse<string[]>(tableCsv(table, 'de').trimEnd(), { delimiter: ';' })
      expect(errors).toEqual([])
      for (const row of data) {
        expect(row).toHaveLength(table.columns.length)
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }
    }
    expect(letters(tableCsv(tables[1]!, 'de'))).toContain(letters(hostile))
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
  test.each(HOSTILE)('%j stays text', async (hostile) => {
    const { tables } = given('de', withTexts(hostile))
    const sheets = await readExcelFile(Buffer.from(await (await workbook(tables, 'de')).arrayBuffer()))
    const cell = sheets[1]!.data[1]![1]
    expect(typeof cell).toBe('string')
    expect(letters(String(cell))).toBe(letters(hostile))
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
  test.each(HOSTILE)('%j takes no effect', (hostile) => {
    const { plan } = given('de', withTexts(hostile))
    const text = planMarkdown(plan)
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(|(?<!\\)!\[|https:\/\//)
    for (const line of text.split('\n').filter((one) => /^\| \d/.test(one))) {
      expect(line.replaceAll(String.raw`\|`, '').split('|')).toHaveLength(7)
    }
    expect(text.match(/^#{1,3} /gm)).toHaveLength(given().plan.answers.length + headings(text))
    expect(letters(text)).toContain(letters(hostile))
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
  test.each(HOSTILE)('%j adds no property', (hostile) => {
    const { plan } = given('de', withTexts(hostile))
    const text = planCalendar(plan, options)
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/\p{Cc}/u.test(line.replaceAll('\t', '')))).toBe(true)
    const unfolded = text.replaceAll(/\r\n[ \t]/g, '')
    for (const line of unfolded.trim().split('\r\n')) expect(line).toMatch(/^[A-Z-]+[;:]/)
    expect(convertIcsCalendar(undefined, text).events).toHaveLength(plan.rows.filter((row) => row.due !== null).length + 1)
  })
})

/** The letters and digits of a text, for saying that none of them was lost whatever became of the signs around them. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{So}]/gu, '')
    .replaceAll('\uFFFD', '')
}

function headings(text: string): number {
  return ['# ', '## '].reduce((sum, mark) => sum + text.split('\n').filter((line) => line.startsWith(mark)).length, 0)
}
