import { formatDay, formatMonth } from '../../insight/values.ts'
import { NBSP } from './clean.ts'
import { innerWidth, STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { paragraph, section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, type Column, type Part } from './table.ts'

const MONTH = 34
const DUE = 38
const ROW = 9.5

/** Twelve monthly rounds to fill in, beside what is due by then. */
export function drawReview(sheet: Sheet): void {
  const { words, plan, page } = sheet
  const { review } = plan
  if (!review) return
  const width = (innerWidth(page) - MONTH - DUE) / review.steps.length
  const columns: Column[] = [
    { title: words.month, width: MONTH, names: true },
    ...review.steps.map((title) => ({ title, width })),
    { title: words.dueRows, width: DUE },
  ]
  const proposes = review.months.some(({ days }) => days.length > 0)
  const cells = review.months.map(({ month, due, days }) => {
    const numbers = due.length === 0 ? '–' : due.join(', ')
    const parts = [
      [{ text: formatMonth(month, plan.language, 'long'), frame: true as const }],
      ...review.steps.map((_, at) => dayParts(sheet, days[at])),
      [{ text: numbers }],
    ]
    return parts.map((part, at) => cellOf(sheet, part, columns[at]?.width ?? 0, words.review))
  })
  const note = 2 * lineHeight(STYLES.small)
  section(sheet, 'review', words.review, note + startHeight(sheet, columns, cells, ROW))
  paragraph(sheet, proposes ? words.reviewProposal : words.reviewNote, STYLES.small)
  sheet.y += 1.5
  drawTable(sheet, columns, cells, ROW)
}

function dayParts({ plan }: Sheet, day: string | undefined): Part[] {
  return day === undefined ? [] : [{ text: formatDay(day, plan.language).replaceAll(' ', NBSP), frame: true }]
}
