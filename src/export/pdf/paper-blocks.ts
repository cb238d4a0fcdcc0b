import type { PaperBlock, PaperEntry } from '../../insight/papers.ts'
import { cutText } from './block.ts'
import { innerWidth, STYLES, type TextStyle } from './look.ts'
import { drawMark, drawWritingLine, MARK_WIDTH } from './marks.ts'
import { drawLines, lineHeight, linesOf } from './press.ts'
import { ensureRoom, heading, writeLines, type Paper } from './sheet.ts'
import { drawTable, type Column } from './table.ts'
import { listItem, tagged } from './tags.ts'

/** Millimetres between two lines to write on by hand. */
const LINE = 8
const ROW = 13
const ENTRY_GAP = 6
/** Lines of an entry that stay together. */
const TOGETHER = 6

/** A heading, what the board says, and the room to write; on a card for the pocket only what says something. */
export function drawPaperBlock(open: Paper, block: PaperBlock, role: 'H2' | 'H3', isPocket: boolean): void {
  const isEmpty = block.said.length === 0 && block.lines === 0 && block.table === null && block.entries.length === 0
  if (isEmpty && isPocket) return
  const style = isPocket ? STYLES.label : STYLES.subsection
  if (block.label !== '') {
    const { lines } = cutText(open, block.label, style, innerWidth(open.page), 2)
    ensureRoom(open, lines.length * lineHeight(style) + 2 * LINE)
    heading(open, role, lines, style)
    open.y += isPocket ? 0.3 : 0.6
  }
  if (block.said.length > 0) tagged(open.press.tags, 'L', () => block.said.forEach((entry) => drawEntry(open, entry, isPocket)))
  if (block.entries.length > 0) drawShortEntries(open, block.entries)
  const count = isEmpty ? 1 : block.lines
  for (let at = 0; at < count; at++) drawLine(open)
  if (block.table) drawEmptyTable(open, block.table)
  open.y += isPocket ? 1.6 : 4
}

function drawEntry(open: Paper, { before, text, after }: PaperEntry, isPocket: boolean): void {
  const { press, page } = open
  const width = innerWidth(page) - MARK_WIDTH
  const strong = before.length + after.length > 0 ? STYLES.cellStrong : STYLES.cell
  const notes = (list: PaperEntry['before']): { lines: string[]; style: TextStyle }[] =>
    list.map((note) => ({ lines: linesOf(press, `${note.label}: ${note.text}`, STYLES.cellMuted, width), style: STYLES.cellMuted }))
  const parts = [...notes(before), { lines: linesOf(press, text, strong, width), style: strong }, ...notes(after)]
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0)
  ensureRoom(open, Math.min(TOGETHER, count) * lineHeight(STYLES.cell))
  drawMark(press, 'dot', page.left, open.y, STYLES.cell.size)
  listItem(press.tags, () => {
    for (const { lines, style } of parts) writeLines(open, lines, style, MARK_WIDTH)
  })
  open.y += isPocket ? 0.6 : 1
}

function drawShortEntries(open: Paper, entries: readonly string[]): void {
  const { press, page } = open
  const style = STYLES.small
  const width = (innerWidth(page) - ENTRY_GAP * (entries.length - 1)) / entries.length
  const labels = entries.map((entry) => cutText(open, entry, style, width, 2).lines)
  const height = Math.max(...labels.map((lines) => lines.length)) * lineHeight(style)
  ensureRoom(open, height + LINE)
  labels.forEach((lines, at) => {
    const x = page.left + at * (width + ENTRY_GAP)
    tagged(press.tags, 'P', () => drawLines(press, lines, x, open.y, style), { frame: true })
    drawWritingLine(press, x, open.y + height + LINE - 1, width)
  })
  open.y += height + LINE
}

function drawLine(open: Paper): void {
  ensureRoom(open, LINE)
  open.y += LINE
  drawWritingLine(open.press, open.page.left, open.y, innerWidth(open.page))
}

function drawEmptyTable(open: Paper, table: NonNullable<PaperBlock['table']>): void {
  const total = table.columns.reduce((sum, { share }) => sum + share, 0)
  const columns: Column[] = table.columns.map(({ label, share }) => ({ title: label, width: (innerWidth(open.page) * share) / total }))
  const rows = Array.from({ length: table.rows }, () => columns.map(() => []))
  drawTable(open, columns, rows, ROW)
}
