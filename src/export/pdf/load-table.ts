import type { PlanRole } from '../../insight/plan-matrix.ts'
import { formatNumber } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { innerWidth, STYLES } from './look.ts'
import { section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, type Column, type Part } from './table.ts'

const COUNT = 32

/** What each role takes on, beside what it has. */
export function drawLoad(sheet: Sheet): void {
  const { words, plan, page } = sheet
  const roles = plan.matrix.roles.filter((role) => role.hours > 0 || role.capacity !== null)
  if (roles.length === 0) return
  const role = 80
  const columns: Column[] = [
    { title: words.role, width: role, names: true },
    { title: words.does, width: COUNT },
    { title: words.answersFor, width: COUNT },
    { title: words.hours, width: innerWidth(page) - role - 2 * COUNT },
  ]
  const most = Math.max(...roles.map((entry) => Math.max(entry.hours, entry.capacity ?? 0)))
  const cells = roles.map((entry) =>
    [
      [{ text: entry.text, style: STYLES.cellStrong }],
      [{ text: String(entry.does) }],
      [{ text: String(entry.answers) }],
      hours(sheet, entry, most),
    ].map((part, at) => cellOf(sheet, part, columns[at]?.width ?? 0, words.load)),
  )
  section(sheet, 'load', words.load, startHeight(sheet, columns, cells))
  drawTable(sheet, columns, cells)
}

// The track is what a role has, the bar is what it takes on; the longest of all fills the column.
function hours(sheet: Sheet, role: PlanRole, most: number): Part[] {
  const { words, plan } = sheet
  const n = formatNumber(role.hours, plan.language)
  const track = most === 0 ? 0 : (role.capacity ?? role.hours) / most
  const bar = { share: most === 0 ? 0 : role.hours / most, track }
  if (role.capacity === null) return [{ text: fill(words.hoursOnly, { n }), bar, frame: true }]
  const text = fill(role.over ? words.hoursOver : words.hoursOf, { n, of: formatNumber(role.capacity, plan.language) })
  return [role.over ? { text, bar, mark: 'warn', style: STYLES.cellWarn, frame: true } : { text, bar, frame: true }]
}
