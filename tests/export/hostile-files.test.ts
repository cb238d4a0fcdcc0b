import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, test } from 'vitest'
import { boardJson } from '../../src/export/board-json.ts'
import { planCalendar } from '../../src/export/files/plan-calendar.ts'
import { planMarkdown } from '../../src/export/files/plan-markdown.ts'
import { tableCsv } from '../../src/export/files/table-csv.ts'
import { tablesOf } from '../../src/export/files/tables.ts'
import { workbook } from '../../src/export/files/workbook.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { parseBoardFile } from '../../src/model/board.ts'
import { actor, boardOf, measure, responsibility, task, type Given } from '../insight/boards.ts'
import { BARE } from './hostile-texts.ts'

/** Each text is a measure that is due, a task, what somebody is called and a field. */
const cards = BARE.flatMap((text, at): Given[] => [
  { ...measure(`m${at}`, { due: `2027-01-${String(1 + (at % 28)).padStart(2, '0')}`, first: text }), text },
  { ...task(`t${at}`, { trigger: text, proposal: text }), text },
  { ...actor(`a${at}`), text },
  { ...responsibility(`r${at}`), text },
])
const links = BARE.flatMap((_, at) => [`does:a${at}:t${at}`, `does:a${at}:m${at}`, `answers:a${at}:r${at}`, `for:r${at}:t${at}`])
const board = boardOf(cards, links, {
  title: BARE.slice(20, 60).join(' ').slice(0, LIMITS.titleChars),
  goal: BARE.join(' ').slice(0, LIMITS.goalChars),
})
const plan = derivePlan(board, { date: '2026-11-23' })
const tables = tablesOf(board, plan)

/** What must be found again of a text: its letters and digits, whatever became of the signs around them. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{So}]/gu, '')
    .replaceAll('\uFFFD', '')
}

function lost(written: readonly string[]): string[] {
  const found = written.map(letters)
  return BARE.filter((text) => !found.some((cell) => cell.includes(letters(text))))
}

describe('two hundred hostile texts go through every file', () => {
  test.each(tables.map((table) => [table.name, table] as const))('CSV, %s: no cell starts a formula, none is lost', (_name, table) => {
    const { data, errors } = Papa.parse<string[]>(tableCsv(table, 'de').trimEnd(), { delimiter: ';' })
    expect(errors).toEqual([])
    expect(data).toHaveLength(table.rows.length + 1)
    for (const row of data) {
      expect(row).toHaveLength(table.columns.length)
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }
    expect(lost(data.flat())).toEqual([])
  })

  test('the workbook: every cell is text, none is a formula, none is lost', async () => {
    const bytes = Buffer.from(await (await workbook(tables, 'de')).arrayBuffer())
    const { unzipSync, strFromU8 } = await import('fflate')
    const parts = unzipSync(new Uint8Array(bytes))
    for (const [name, part] of Object.entries(parts))
      if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(/<f[ >]|<hyperlink/)
    const sheets = await readExcelFile(bytes)
    for (const [at, table] of tables.entries()) {
      expect(sheets[at]!.data).toHaveLength(table.rows.length + 1)
      expect(lost(sheets[at]!.data.flat().map(String)), table.name).toEqual([])
    }
    const what = sheets[1]!.data.slice(1).map((row) => row[1])
    for (const cell of what) if (cell !== null) expect(typeof cell).toBe('string')
  })

  test('Markdown: no markup, no link, no line of its own takes effect, none is lost', () => {
    const text = planMarkdown(plan)
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)<img|(?<!\\)\]\(|(?<!\\)!\[|https:\/\/|(?<!\\)<!--/)
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line))
    expect(rows).toHaveLength(plan.rows.length)
    for (const line of rows) expect(line.replaceAll(String.raw`\|`, '').split('|'), line.slice(0, 80)).toHaveLength(7)
    const own = text.split('\n').filter((line) => /^#{1,6} /.test(line))
    const calm = planMarkdown(
      derivePlan(
        boardOf(
          cards.map((card) => ({ ...card, text: 'ruhig' })),
          links,
        ),
        { date: '2026-11-23' },
      ),
    )
    expect(own.length).toBeLessThanOrEqual(calm.split('\n').filter((line) => /^#{1,6} /.test(line)).length)
    expect(lost([text])).toEqual([])
  })

  test('the calendar: no property is added, no line is too long, none is lost', () => {
    const text = planCalendar(plan, { board: 'board1', now: Date.UTC(2026, 10, 23), firstRound: '2026-12-23' })
    const lines = text.split('\r\n')
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line.replaceAll('\t', '')).not.toMatch(/\p{Cc}/u)
    }
    const unfolded = text
      .replaceAll(/\r\n[ \t]/g, '')
      .trim()
      .split('\r\n')
    const known = /^(?:BEGIN|END|VERSION|PRODID|X-WR-CALNAME|UID|SUMMARY|DESCRIPTION|DTSTAMP|DTSTART|DTEND|RRULE|NAME|REFRESH-INTERVAL)[;:]/
    for (const line of unfolded) expect(line).toMatch(known)
    const { events = [] } = convertIcsCalendar(undefined, text)
    expect(events).toHaveLength(plan.rows.filter((row) => row.due !== null).length + 1)
    expect(lost(events.map((event) => event.summary))).toEqual([])
  })

  test('JSON: comes back letter by letter, and changes no object of the program', () => {
    const read = parseBoardFile(boardJson(board))
    expect(read.ok ? null : read).toBeNull()
    const back = new Map<string, string>(read.ok ? read.board.cards.map((card) => [card.id, card.text]) : [])
    for (const card of board.cards) expect(back.get(card.id)).toBe(card.text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
