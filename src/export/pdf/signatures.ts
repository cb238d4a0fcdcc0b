import { innerWidth, STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { paragraph, section, type Sheet } from './sheet.ts'
import { drawTable, startHeight, type Cell, type Column } from './table.ts'

const ROWS = 4
const ROW = 12

/** What the part takes on a page, in millimetres. */
export function signaturesHeight(sheet: Sheet): number {
  return 7.5 + lineHeight(STYLES.section) + 3 + lineHeight(STYLES.small) + 1.5 + startHeight(sheet, columnsOf(sheet), emptyRows(sheet), ROW)
}

/** Lines on which leadership and those who answer for the plan put their names. */
export function drawSignatures(sheet: Sheet): void {
  const { words } = sheet
  const columns = columnsOf(sheet)
  const cells = emptyRows(sheet)
  section(sheet, 'signatures', words.signatures, lineHeight(STYLES.small) + 1.5 + startHeight(sheet, columns, cells, ROW))
  paragraph(sheet, words.signaturesNote, STYLES.small)
  sheet.y += 1.5
  drawTable(sheet, columns, cells, ROW)
}

function columnsOf({ words, page }: Sheet): Column[] {
  const titles = [words.signature.name, words.role, words.signature.place, words.signature.sign]
  return titles.map((title) => ({ title, width: innerWidth(page) / titles.length }))
}

function emptyRows(sheet: Sheet): Cell[][] {
  return Array.from({ length: ROWS }, () => columnsOf(sheet).map(() => []))
}
