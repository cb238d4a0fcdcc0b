import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/universal'
import type { Language } from '../../model/text.ts'
import { plainText } from './plain-text.ts'
import type { CellValue, Column, Table } from './tables.ts'

const DAY = { de: 'dd.mm.yyyy', en: 'd mmm yyyy' } as const
const LONGEST_CELL = 32_000

/** The tables as an Excel workbook: a sheet each, real dates and amounts, a frozen head with filters. */
export function workbook(tables: readonly Table[], language: Language): Promise<Blob> {
  const sheets = tables.map((table) => ({
    data: sheetOf(table, language),
    sheet: table.label,
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  return writeExcelFile(sheets, { features: [filters(tables)] }).toBlob()
}

function sheetOf(table: Table, language: Language): SheetData {
  const head = table.columns.map(({ label }): CellObject => ({
    value: label,
    fontWeight: 'bold',
    backgroundColor: '#E4EEEC',
    type: String,
  }))
  return [head, ...table.rows.map((row) => row.map((value, at) => cellOf(value, table.columns[at], language)))]
}

function cellOf(value: CellValue, column: Column | undefined, language: Language): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, ...(column?.type === 'money' ? { format: '#,##0' } : {}) }
  if (column?.type === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: DAY[language] }
  // As text, so that no program reads a date, a number or a formula into it.
  return { value: listed(plainText(value).slice(0, LONGEST_CELL)), type: String, format: '@', wrap: true, alignVertical: 'top' }
}

/** The library lists texts in a plain object, where a word such as "constructor" stands for something else already. */
function listed(text: string): string {
  return text in {} ? `${text} ` : text
}

/** A filter over the head of each sheet; the library has none of its own. */
function filters(tables: readonly Table[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const table = tables[sheetIndex]
            if (!table) return xml
            const last = `${String.fromCodePoint(64 + table.columns.length)}${table.rows.length + 1}`
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`)
          },
        },
      },
    },
  }
}
