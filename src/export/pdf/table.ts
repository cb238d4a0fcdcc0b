import { autoTable } from 'jspdf-autotable'
import { HAIR, innerWidth, STYLES, TEAL } from './look.ts'
import { drawMark, drawRule, MARK_WIDTH, type Mark } from './marks.ts'
import { drawText, FAMILY, lineHeight, linesOf, type TextStyle } from './press.ts'
import { addPage, roomLeft, type Sheet } from './sheet.ts'

export interface Column {
  readonly title: string
  /** Millimetres. */
  readonly width: number
}

/** A run of text in a cell, on lines of its own. */
export interface Part {
  readonly text: string
  readonly style?: TextStyle
  readonly mark?: Mark
}

interface Line {
  readonly text: string
  readonly style: TextStyle
  readonly mark?: Mark | undefined
  readonly indent: number
}

export type Cell = readonly Line[]

const PADDING = { x: 1.8, y: 1.5 }
const CELL_LINES = 16

/** Breaks the parts of a cell into lines; what goes beyond sixteen is cut with an ellipsis and kept for the end of the plan under `title`. */
export function cellOf(sheet: Sheet, parts: readonly Part[], width: number, title: string, most = CELL_LINES): Cell {
  const lines = parts.flatMap((part) => linesOfPart(sheet, part, width - 2 * PADDING.x))
  if (lines.length <= most) return lines
  sheet.cut.push({ title, text: parts.map((part) => part.text).join('\n') })
  return lines.slice(0, most).map((line, at) => (at === most - 1 ? { ...line, text: `${line.text.slice(0, -1).trimEnd()}…` } : line))
}

/** Draws a table at the sheet's place: heads repeat on every page, no row is torn apart, the first row stays with the head. Without titles there is no head. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const { doc } = sheet.press
  const { page } = sheet
  const head = headOf(sheet, columns)
  const headless = columns.every((column) => column.title === '')
  if (roomLeft(sheet) < startHeight(sheet, columns, rows)) addPage(sheet)
  if (headless) drawRule(sheet.press, page.left, sheet.y, innerWidth(page), TEAL, 0.4)
  autoTable(doc, {
    theme: 'plain',
    startY: sheet.y,
    margin: { left: page.left, right: page.right, top: page.top, bottom: page.bottom },
    tableWidth: innerWidth(page),
    rowPageBreak: 'avoid',
    showHead: headless ? 'never' : 'everyPage',
    head: [head.map(placeholder)],
    body: rows.map((row) => row.map(placeholder)),
    columnStyles: Object.fromEntries(columns.map((column, at) => [at, { cellWidth: column.width }])),
    styles: {
      font: FAMILY,
      fontSize: STYLES.cell.size,
      overflow: 'visible',
      cellPadding: { horizontal: PADDING.x, vertical: PADDING.y },
      lineColor: [...HAIR],
      lineWidth: { bottom: 0.2, top: 0, left: 0, right: 0 },
      // A filled row would cover the rule of the row above.
      fillColor: false,
    },
    headStyles: { lineColor: [...TEAL], lineWidth: { bottom: 0.4, top: 0, left: 0, right: 0 } },
    willDrawCell: ({ cell }) => {
      // autotable only makes room and breaks pages: the text layer draws.
      cell.text = []
    },
    didDrawCell: ({ cell, row, column, section }) => {
      drawCell(sheet, (section === 'head' ? head : rows[row.index])?.[column.index] ?? [], cell.x, cell.y)
    },
    didDrawPage: ({ cursor }) => {
      sheet.y = cursor?.y ?? sheet.y
    },
  })
}

/** What a heading needs below it, so that it does not stand alone: the table's head and its first row, in millimetres. */
export function startHeight(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Cell[])[]): number {
  return heightOf(headOf(sheet, columns)) + heightOf(rows[0] ?? [])
}

function heightOf(row: readonly Cell[]): number {
  return Math.max(1, ...row.map((cell) => cell.length)) * lineHeight(STYLES.cell) + 2 * PADDING.y
}

function headOf(sheet: Sheet, columns: readonly Column[]): Cell[] {
  return columns.map((column) => linesOfPart(sheet, { text: column.title, style: STYLES.columnHead }, column.width - 2 * PADDING.x))
}

function placeholder(cell: Cell): string {
  return cell.map(() => ' ').join('\n')
}

function linesOfPart(sheet: Sheet, part: Part, width: number): Line[] {
  const { text, style = STYLES.cell, mark } = part
  const indent = mark ? MARK_WIDTH : 0
  const lines = linesOf(sheet.press, text, style, width - indent)
  return lines.map((line, at) => ({ text: line, style, indent, mark: at === 0 ? mark : undefined }))
}

function drawCell(sheet: Sheet, cell: Cell, x: number, y: number): void {
  const height = lineHeight(STYLES.cell)
  cell.forEach((line, at) => {
    const top = y + PADDING.y + at * height
    if (line.mark) drawMark(sheet.press, line.mark, x + PADDING.x, top, STYLES.cell.size)
    drawText(sheet.press, line.text, x + PADDING.x + line.indent, top, line.style)
  })
}
