import type { MatrixMark } from '../../insight/matrix.ts'
import { drawCellField, type CellField } from './fields.ts'
import { HAIR, innerWidth, STYLES, TEAL, WARN, type TextStyle } from './look.ts'
import { drawBar, drawMark, drawRule, drawSeal, drawUpright, MARK_WIDTH, type Mark } from './marks.ts'
import { drawText, lineHeight, linesOf, withSpace } from './press.ts'
import { addPage, roomLeft, type Paper } from './sheet.ts'
import { breakRows } from './table-pages.ts'
import { decorate, tagged, type Role, type Said } from './tags.ts'

export interface Column {
  readonly title: string
  /** Millimetres. */
  readonly width: number
  /** Its cells name their row. */
  readonly names?: boolean
  /** Its title comes from the board, not from the plan. */
  readonly own?: boolean
}

/** A run of text in a cell, on lines of its own. */
export interface Part {
  readonly text: string
  readonly style?: TextStyle
  readonly mark?: Mark
  /** A bar under the text, and the track it runs on; the text says the same. */
  readonly bar?: { readonly share: number; readonly track: number }
  /** A letter on a ground of its own, in the middle of the cell. */
  readonly seal?: MatrixMark
  /** A word of the plan, not of the board. */
  readonly frame?: true
  /** The cell is there to be filled in. */
  readonly field?: CellField
}

interface Paragraph {
  readonly part: Part
  readonly lines: readonly string[]
}

export type Cell = readonly Paragraph[]

const PADDING = { x: 1.8, y: 1.5 }
const CELL_LINES = 16
/** A table of so few rows, and not higher, is not broken over two pages. */
const SHORT = { rows: 4, height: 70 }
/** What stays free beside the name of a role, in millimetres. */
const ROLE_GAP = 0.4
const BAR = 2.4

/** What a column leaves for its text, in millimetres. */
export function textWidth(column: number): number {
  return column - 2 * PADDING.x
}

/** Breaks the parts of a cell into lines; what goes beyond sixteen is cut with an ellipsis and kept for the end of the plan under `title`. */
export function cellOf(sheet: Paper, parts: readonly Part[], width: number, title: string, most = CELL_LINES): Cell {
  const whole = parts.map((part) => ({ part, lines: linesOfPart(sheet, part, textWidth(width)) }))
  if (countLines(whole) <= most) return whole
  sheet.cut.push({ title, text: parts.map((part) => part.text).join('\n') })
  let left = most
  return whole.flatMap(({ part, lines }) => {
    const shown = lines.slice(0, left)
    left -= shown.length
    const last = left === 0 ? shown.pop() : undefined
    if (last !== undefined) shown.push(`${last.slice(0, -1).trimEnd()}…`)
    return shown.length === 0 ? [] : [{ part, lines: shown }]
  })
}

/** Draws a table at the sheet's place: heads repeat on every page, no row is torn apart, the first row stays with the head, the last page does not hold a row alone. */
export function drawTable(sheet: Paper, columns: readonly Column[], rows: readonly (readonly Cell[])[], least = 0): void {
  const head = headOf(sheet, columns)
  if (roomLeft(sheet) < startHeight(sheet, columns, rows, least)) addPage(sheet)
  const { page } = sheet
  const headHeight = heightOf(head)
  const full = page.height - page.bottom - page.top - headHeight
  const pages = breakRows(
    rows.map((row) => Math.max(least, heightOf(row))),
    roomLeft(sheet) - headHeight,
    full,
  )
  tagged(sheet.press.tags, 'Table', () => {
    let next = 0
    pages.forEach((count, at) => {
      if (at > 0) addPage(sheet)
      if (at === 0) drawRow(sheet, columns, head, 'head', 0)
      else decorate(sheet.press.tags, () => drawRow(sheet, columns, head, 'head', 0), '/Pagination')
      for (const row of rows.slice(next, next + count)) drawRow(sheet, columns, row, 'body', least)
      next += count
    })
  })
}

/** What a heading needs below it, so that it does not stand alone: the table's head and its first row, or the whole of a short table, in millimetres. */
export function startHeight(sheet: Paper, columns: readonly Column[], rows: readonly (readonly Cell[])[], least = 0): number {
  const heights = rows.map((row) => Math.max(least, heightOf(row)))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  const kept = rows.length <= SHORT.rows && whole <= SHORT.height ? whole : (heights[0] ?? 0)
  return heightOf(headOf(sheet, columns)) + kept + 0.1
}

function heightOf(row: readonly Cell[]): number {
  const cells = row.map(
    (cell) => countLines(cell) * lineHeight(STYLES.cell) + cell.filter(({ part }) => part.bar !== undefined).length * BAR,
  )
  return Math.max(lineHeight(STYLES.cell), ...cells) + 2 * PADDING.y
}

function countLines(cell: Cell): number {
  return cell.reduce((sum, { lines }) => sum + lines.length, 0)
}

function headOf(sheet: Paper, columns: readonly Column[]): Cell[] {
  return columns.map((column) => {
    const part: Part = { text: column.title, style: column.own ? STYLES.roleHead : STYLES.columnHead }
    const width = column.own ? column.width - PADDING.x - ROLE_GAP : textWidth(column.width)
    return [{ part, lines: linesOfPart(sheet, part, width) }]
  })
}

function linesOfPart(sheet: Paper, { text, style = STYLES.cell, mark }: Part, width: number): string[] {
  return linesOf(sheet.press, text, style, width - (mark ? MARK_WIDTH : 0))
}

function drawRow(sheet: Paper, columns: readonly Column[], row: readonly Cell[], kind: 'head' | 'body', least: number): void {
  const { press, page, y } = sheet
  const height = Math.max(least, heightOf(row))
  tagged(press.tags, 'TR', () => {
    let x = page.left
    columns.forEach((column, at) => {
      const [role, said] = roleOf(column, kind)
      tagged(press.tags, role, () => drawCell(sheet, row[at] ?? [], { x, y, width: column.width, height }), said)
      x += column.width
    })
  })
  const [color, thickness] = kind === 'head' ? ([TEAL, 0.4] as const) : ([HAIR, 0.2] as const)
  drawRule(press, page.left, y + height, innerWidth(page), color, thickness)
  sheet.y += height
}

function roleOf(column: Column, kind: 'head' | 'body'): [Role, Said] {
  if (kind === 'head') return ['TH', column.own ? { scope: 'Column' } : { scope: 'Column', frame: true }]
  return column.names ? ['TH', { scope: 'Row' }] : ['TD', {}]
}

function drawCell(sheet: Paper, cell: Cell, area: { x: number; y: number; width: number; height: number }): void {
  const { press } = sheet
  const { x, y, width } = area
  const height = lineHeight(STYLES.cell)
  let top = y + PADDING.y
  for (const { part, lines } of cell) {
    if (part.field) {
      if (x > sheet.page.left) drawUpright(press, x, y, area.height)
      drawCellField(press, part.field, area)
      continue
    }
    if (part.seal) {
      drawSeal(press, part.text, part.seal, x + width / 2, top)
      continue
    }
    const style = part.style ?? STYLES.cell
    const draw = (): void => {
      if (part.mark) drawMark(press, part.mark, x + PADDING.x, top, STYLES.cell.size)
      lines.forEach((line, at) => {
        const text = at < lines.length - 1 ? withSpace(line) : line
        drawText(press, text, x + PADDING.x + (part.mark ? MARK_WIDTH : 0), top + at * height, style)
      })
    }
    if (cell.length > 1 || part.frame) tagged(press.tags, 'P', draw, part.frame ? { frame: true } : {})
    else draw()
    top += lines.length * height
    if (part.bar === undefined) continue
    drawBar(press, x + PADDING.x, top + 0.4, width - 2 * PADDING.x, part.bar, part.mark === 'warn' ? WARN : TEAL)
    top += BAR
  }
}
