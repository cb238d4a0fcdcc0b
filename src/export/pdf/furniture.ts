import { formatDay } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { HAIR, STYLES } from './look.ts'
import { drawRule } from './marks.ts'
import { drawText, drawTextRight, linesOf, widthOf } from './press.ts'
import type { Sheet } from './sheet.ts'
import { decorate } from './tags.ts'

const HEAD_Y = 10
const FOOT_FROM_BOTTOM = 12

/** Running heads from page 2, feet with "page x of y" on all: drawn last, when the number of pages is known. */
export function drawFurniture(sheet: Sheet): void {
  const { press, plan, words } = sheet
  const total = press.doc.getNumberOfPages()
  const status = fill(words.asOf, { date: formatDay(plan.date, plan.language) })
  for (let page = 1; page <= total; page++) {
    press.doc.setPage(page)
    decorate(press.tags, () => drawEdges(sheet, page, total, status), '/Pagination')
  }
}

/** A draft says so in capitals on every page. */
export function statusOf({ plan, words }: Sheet): string {
  return plan.status === 'draft' ? words.status.draft.toUpperCase() : words.status.final
}

function drawEdges(sheet: Sheet, page: number, total: number, status: string): void {
  const { press, plan, words } = sheet
  const { pageSize } = press.doc.internal
  const width = pageSize.getWidth()
  const height = pageSize.getHeight()
  const [left, right] = width > height ? [15, width - 15] : [25, width - 20]
  if (page > 1) {
    const [head = ''] = linesOf(press, [plan.organisation, plan.title].filter(Boolean).join(' · '), STYLES.tiny, right - left - 60)
    drawText(press, head, left, HEAD_Y, STYLES.tiny)
    drawTextRight(press, status, right, HEAD_Y, STYLES.tiny)
    const style = plan.status === 'draft' ? STYLES.draft : STYLES.tiny
    drawTextRight(press, `${statusOf(sheet)}  `, right - widthOf(press, status, STYLES.tiny) - 1, HEAD_Y, style)
    drawRule(press, left, HEAD_Y + 5, right - left, HAIR)
  }
  drawText(press, words.madeWith, left, height - FOOT_FROM_BOTTOM, STYLES.tiny)
  drawTextRight(press, fill(words.page, { n: page, total }), right, height - FOOT_FROM_BOTTOM, STYLES.tiny)
}
