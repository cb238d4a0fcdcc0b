import { innerWidth, STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { paragraph, section, type Sheet } from './sheet.ts'
import { drawTable, startHeight, type Cell, type Column } from './table.ts'

const ROWS = 4
const ROW = 12

/** Lines on which leadership and those who answer for the plan put their names. */
export function drawSignatures(sheet: Sheet): void {
  const { words, page } = sheet
  const titles = [words.signature.name, words.role, words.signature.place, words.signature.sign]
  const columns: Column[] = titles.map((title) => ({ title, width: innerWidth(page) / titles.length }))
  const cells: Cell[][] = Array.from({ length: ROWS }, () => titles.map(() => []))
  section(sheet, 'signatures', words.signatures, lineHeight(STYLES.small) + startHeight(sheet, columns, cells, ROW) * ROWS)
  paragraph(sheet, words.signaturesNote, STYLES.small)
  sheet.y += 1.5
  drawTable(sheet, columns, cells, ROW)
}
