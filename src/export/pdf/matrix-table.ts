import type { PlanMatrix } from '../../insight/plan-matrix.ts'
import { innerWidth, STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { paragraph, section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, type Cell, type Column, type Part } from './table.ts'

const NUMBER = 11
const TEXT = 62
const MOST_ROLES = 11

/** Who does and who answers for every row, by role; many roles take several tables, each with the rows of its roles. */
export function drawMatrix(sheet: Sheet): void {
  const { words, plan } = sheet
  const { roles, idle } = plan.matrix
  if (roles.length === 0) return
  const tables = Math.ceil(roles.length / MOST_ROLES)
  const each = Math.ceil(roles.length / tables)
  for (let table = 0; table < tables; table++) {
    const [from, to] = [table * each, Math.min(roles.length, (table + 1) * each)]
    const columns = columnsOf(sheet, from, to)
    const isHere = ({ marks }: PlanMatrix['rows'][number]): boolean =>
      marks.slice(from, to).some((mark) => mark !== null) || (table === 0 && marks.every((mark) => mark === null))
    const cells = plan.matrix.rows.filter((row) => tables === 1 || isHere(row)).map((row) => rowOf(sheet, row, columns, from))
    if (table === 0) {
      section(sheet, 'matrix', words.matrix, startHeight(sheet, columns, cells) + 2 * lineHeight(STYLES.small))
      paragraph(sheet, tables === 1 ? words.matrixKey : `${words.matrixKey} ${words.matrixSplit}`, STYLES.small)
    }
    sheet.y += 2
    drawTable(sheet, columns, cells)
  }
  if (idle.length === 0) return
  sheet.y += 2.5
  paragraph(sheet, `${words.idle}: ${idle.join(' · ')}`, STYLES.small)
}

function columnsOf(sheet: Sheet, from: number, to: number): Column[] {
  const { words, plan, page } = sheet
  const roles = plan.matrix.roles.slice(from, to)
  const width = Math.min(24, (innerWidth(page) - NUMBER - TEXT) / roles.length)
  return [
    { title: words.columns.number, width: NUMBER },
    { title: words.columns.what, width: innerWidth(page) - NUMBER - roles.length * width, names: true },
    ...roles.map((role) => ({ title: role.text, width, own: true })),
  ]
}

function rowOf(sheet: Sheet, row: PlanMatrix['rows'][number], columns: readonly Column[], from: number): Cell[] {
  const { words } = sheet
  const faults = [row.noDoer ? words.noDoer : '', row.noOwner ? words.noOwner : '', row.contested ? words.contested : '']
  const said = faults.filter((fault) => fault !== '').join(', ')
  const warning: Part[] = said === '' ? [] : [{ text: said, style: STYLES.cellWarn, mark: 'warn', frame: true }]
  const parts: Part[][] = [
    [{ text: String(row.number), style: STYLES.columnHead }],
    [{ text: row.text }, ...warning],
    ...row.marks.slice(from, from + columns.length - 2).map((mark) => (mark === null ? [] : [{ text: words.marks[mark], seal: mark }])),
  ]
  return parts.map((part, at) => cellOf(sheet, part, columns[at]?.width ?? 0, `${row.number}`))
}
