import type { PlanCase } from '../../insight/plan-cases.ts'
import { innerWidth, STYLES } from './look.ts'
import { drawMark, MARK_WIDTH } from './marks.ts'
import { drawLines, lineHeight, linesOf } from './press.ts'
import { ensureRoom, heading, paragraph, section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, type Column, type Part } from './table.ts'

const NAME = 50
const MARK = 18
const NOTHING: Part = { text: '–', style: STYLES.cellMuted }

/** Every case with its stations, what is clear at each, and where it breaks. */
export function drawCases(sheet: Sheet): void {
  const { words, plan } = sheet
  const rehearsed = plan.cases.filter((entry) => entry.stations.length > 0)
  if (rehearsed.length === 0) return
  section(sheet, 'cases', words.cases, 45)
  rehearsed.forEach((entry, at) => {
    if (at > 0) sheet.y += 5
    drawCase(sheet, entry)
  })
}

function drawCase(sheet: Sheet, entry: PlanCase): void {
  const { press, page, words } = sheet
  const marks = entry.stations[0]?.marks ?? []
  const columns: Column[] = [
    { title: words.station, width: NAME, names: true },
    ...marks.map((mark) => ({ title: mark.short, width: MARK })),
    { title: words.whatIsMissing, width: innerWidth(page) - NAME - marks.length * MARK },
  ]
  const cells = entry.stations.map((station) =>
    [stationParts(sheet, station), ...station.marks.map((mark) => markParts(sheet, mark.said)), missingParts(station)].map((parts, at) =>
      cellOf(sheet, parts, columns[at]?.width ?? 0, entry.text),
    ),
  )
  const title = linesOf(press, entry.text, STYLES.strong, innerWidth(page))
  const details = entry.details.map((detail) => `${detail.label}: ${detail.text}`).join(' · ')
  ensureRoom(sheet, (title.length + 3) * lineHeight(STYLES.strong) + startHeight(sheet, columns, cells))
  heading(sheet, 'H3', title, STYLES.strong, {})
  if (details !== '') paragraph(sheet, details, STYLES.small)
  const end = `${entry.result.solved}, ${entry.result.end}`
  const indent = entry.breaks ? MARK_WIDTH : 0
  if (entry.breaks) drawMark(press, 'warn', page.left, sheet.y, STYLES.cell.size)
  const style = entry.breaks ? STYLES.cellWarn : STYLES.cellStrong
  const lines = linesOf(press, end, style, innerWidth(page) - indent)
  drawLines(press, lines, page.left + indent, sheet.y, style)
  sheet.y += lines.length * lineHeight(style) + 1
  drawTable(sheet, columns, cells)
}

function stationParts(sheet: Sheet, station: PlanCase['stations'][number]): Part[] {
  const own: Part[] = station.text === '' || station.text === station.name ? [] : [{ text: station.text, style: STYLES.cellMuted }]
  const breaks: Part[] = station.breaksHere ? [{ text: sheet.words.breaksHere, style: STYLES.cellWarn, mark: 'warn', frame: true }] : []
  return [{ text: station.name, style: STYLES.cellStrong }, ...own, ...breaks]
}

function markParts({ words }: Sheet, said: PlanCase['stations'][number]['marks'][number]['said']): Part[] {
  if (said === 'none') return [NOTHING]
  const bad = said === 'bad' || said === 'open'
  return [{ text: words.said[said], frame: true, style: bad ? STYLES.cellWarn : STYLES.cell, mark: said }]
}

function missingParts(station: PlanCase['stations'][number]): Part[] {
  return station.missing.length === 0 ? [NOTHING] : station.missing.map((text) => ({ text }))
}
