import type { PlanRow } from '../../insight/plan-rows.ts'
import { formatDay } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { NBSP } from './clean.ts'
import { joinItems } from './items.ts'
import { innerWidth, LANDSCAPE, STYLES } from './look.ts'
import { drawText, lineHeight } from './press.ts'
import { section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, textWidth, type Column, type Part } from './table.ts'

const TOGETHER = 28
const WIDTHS = { number: 11, doers: 41, owners: 41, wide: 47, due: 27, standards: 42, locus: 34, origin: 15 }

type ColumnId = keyof Sheet['words']['columns']

/** Measures, then tasks, on landscape pages: what, who takes it on, who answers for it, by when, standard, central or local. */
export function drawWork(sheet: Sheet): void {
  const { rows } = sheet.plan
  const measures = rows.filter((row) => row.measure)
  const tasks = rows.filter((row) => !row.measure)
  drawRows(sheet, 'measures', sheet.words.measures, measures)
  drawRows(sheet, 'tasks', sheet.words.tasks, tasks)
}

function drawRows(sheet: Sheet, key: 'measures' | 'tasks', title: string, rows: readonly PlanRow[]): void {
  if (rows.length === 0) {
    section(sheet, key, title, lineHeight(STYLES.small))
    drawText(sheet.press, sheet.words.noRows, sheet.page.left, sheet.y, STYLES.small)
    sheet.y += lineHeight(STYLES.small)
    return
  }
  const ids = columnsFor(rows)
  const columns = ids.map((id): Column => ({
    title: sheet.words.columns[id],
    width: widthOf(id, ids),
    ...(id === 'what' && { names: true }),
  }))
  const cells = rows.map((row) => {
    const title = fill(sheet.words.fullText, { n: row.number })
    return ids.map((id) => cellOf(sheet, partsOf(sheet, row, id, widthOf(id, ids)), widthOf(id, ids), title))
  })
  section(sheet, key, title, startHeight(sheet, columns, cells))
  drawTable(sheet, columns, cells)
}

/** A column that says nothing in any row is left out. */
function columnsFor(rows: readonly PlanRow[]): ColumnId[] {
  const said: readonly ColumnId[] = [
    ...(rows.some((row) => row.standards.length > 0) ? ['standards' as const] : []),
    ...(rows.some((row) => row.locus !== null || row.missing.includes('locus')) ? ['locus' as const] : []),
    ...(new Set(rows.map((row) => row.origin)).size > 1 ? ['origin' as const] : []),
  ]
  return ['number', 'what', 'doers', 'owners', 'due', ...said]
}

function widthOf(id: ColumnId, ids: readonly ColumnId[]): number {
  if (id === 'doers' || id === 'owners') return ids.includes('standards') ? WIDTHS[id] : WIDTHS.wide
  if (id !== 'what') return WIDTHS[id]
  return ids.reduce((left, other) => left - (other === 'what' ? 0 : widthOf(other, ids)), innerWidth(LANDSCAPE))
}

function partsOf(sheet: Sheet, row: PlanRow, id: ColumnId, width: number): readonly Part[] {
  switch (id) {
    case 'number':
      return [{ text: String(row.number), style: STYLES.columnHead }]
    case 'what':
      return whatParts(sheet, row, width)
    case 'doers':
    case 'owners':
      return personParts(sheet, row, id)
    case 'due':
      return row.due === null ? missingPart(sheet, row, 'due') : [{ text: formatDay(row.due, sheet.plan.language) }]
    case 'standards':
      if (row.standards.length === 0) return [{ text: '–', style: STYLES.cellMuted }]
      return row.standards.map((text): Part => (row.standards.length > 1 ? { text, mark: 'dot' } : { text }))
    case 'locus':
      return row.locus === null ? missingPart(sheet, row, 'locus') : [{ text: row.locus }]
    case 'origin':
      return [{ text: row.origin ?? '–', style: STYLES.cellMuted }]
    default:
      return []
  }
}

function whatParts(sheet: Sheet, row: PlanRow, width: number): Part[] {
  const { words } = sheet
  const votes = row.votes === null ? [] : [together(fill(row.votes === 1 ? words.vote : words.votes, { n: row.votes }))]
  const details = [...row.details.map((detail) => together(`${detail.label}: ${detail.text}`)), ...votes]
  const proposal = row.recommendation === null ? [] : [fill(words.proposal, { text: row.recommendation })]
  const { status } = row
  const standing = status === null ? [] : [`${words.standing}: ${status.text}${status.note === null ? '' : ` (${status.note})`}`]
  const below = [...standing, ...joinItems(sheet.press, details, STYLES.cellMuted, textWidth(width)), ...proposal]
  return [{ text: row.text, style: STYLES.cellStrong }, ...below.map((text) => ({ text, style: STYLES.cellMuted }))]
}

function personParts(sheet: Sheet, row: PlanRow, column: 'doers' | 'owners'): Part[] {
  const names = row[column]
  if (names.length === 0) return missingPart(sheet, row, column)
  const text = names.map((name) => ({ text: name }))
  const contested = column === 'owners' && row.contested
  return contested ? [{ text: sheet.words.missing.contested, style: STYLES.cellWarn, mark: 'warn', frame: true }, ...text] : text
}

// Only what a rule demands is marked as missing; the rest is a plain dash.
function missingPart(sheet: Sheet, row: PlanRow, part: 'doers' | 'owners' | 'due' | 'locus'): Part[] {
  if (!row.missing.includes(part)) return [{ text: '–', style: STYLES.cellMuted }]
  return [{ text: sheet.words.missing[part], style: STYLES.cellWarn, mark: 'warn', frame: true }]
}

/** A few words that belong together stay on one line. */
function together(text: string): string {
  return text.length > TOGETHER ? text : text.replaceAll(' ', NBSP)
}
