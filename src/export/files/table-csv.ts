import Papa from 'papaparse'
import { formatDay } from '../../insight/values.ts'
import type { Language } from '../../model/text.ts'
import { plainText } from './plain-text.ts'
import type { CellValue, Column, Table } from './tables.ts'

/** Excel takes a file without it for Latin-1. */
const BOM = '\uFEFF'

/** One table as CSV for a spreadsheet in German or English: semicolons, CRLF, a byte order mark, nothing that a spreadsheet would run as a formula. */
export function tableCsv(table: Table, language: Language): string {
  const rows = table.rows.map((row) => row.map((value, at) => cellText(value, table.columns[at], language)))
  const text = Papa.unparse([table.columns.map((column) => column.label), ...rows], {
    delimiter: ';',
    newline: '\r\n',
    // The library's own pattern passes over cells of several lines.
    escapeFormulae: /^[=+\-@\t\r]/,
  })
  return `${BOM}${text}\r\n`
}

function cellText(value: CellValue, column: Column | undefined, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'number') return language === 'de' ? String(value).replace('.', ',') : String(value)
  return column?.type === 'day' ? formatDay(value, language) : plainText(value)
}
