import { formatMonth } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import type { Block } from './block.ts'
import { innerWidth, PORTRAIT, STYLES, TEAL } from './look.ts'
import { drawFigure, drawRule, drawSurface } from './marks.ts'
import { drawText, lineHeight, widthOf } from './press.ts'
import type { Sheet } from './sheet.ts'
import { tagged } from './tags.ts'

const BARS = 7
const HEIGHT = 19
const WIDEST = 9

/** How many measures are due in each month, as bars with their numbers. */
export function monthsBlock(sheet: Sheet): Block {
  const { press, plan, words } = sheet
  const { months } = plan.months
  const most = Math.max(1, ...months.map(({ count }) => count))
  const step = Math.min(24, innerWidth(PORTRAIT) / Math.max(1, months.length))
  return {
    height: months.length === 0 ? 0 : HEIGHT,
    draw: (y) => {
      if (months.length === 0) return
      const place = { x: PORTRAIT.left, y: y + 4.5, width: step * months.length, height: HEIGHT - 4.5 }
      tagged(press.tags, 'P', () => drawText(press, titleOf(sheet), PORTRAIT.left, y, STYLES.label), { frame: true })
      const told = months.map(({ month, count }) => `${formatMonth(month, plan.language, 'long')}: ${count}`).join('; ')
      const foot = y + HEIGHT - 4.2
      drawFigure(press, `${words.perMonth}. ${told}.`, place, () => {
        months.forEach(({ month, count }, at) => {
          const middle = PORTRAIT.left + (at + 0.5) * step
          const height = (count / most) * BARS
          if (count > 0) drawSurface(press, TEAL, middle - WIDEST / 2, foot - height, WIDEST, height)
          center(sheet, String(count), middle, foot - height - lineHeight(STYLES.tiny))
          center(sheet, formatMonth(month, plan.language, 'short'), middle, foot + 0.4)
        })
      })
      drawRule(press, PORTRAIT.left, foot, step * months.length)
    },
  }
}

function titleOf({ plan, words }: Sheet): string {
  const { later, undated } = plan.months
  const more = [later > 0 ? fill(words.laterMeasures, { n: later }) : '', undated > 0 ? fill(words.undated, { n: undated }) : '']
  return [words.perMonth, ...more.filter((text) => text !== '')].join(' · ')
}

function center({ press }: Sheet, text: string, x: number, y: number): void {
  drawText(press, `${text} `, x - widthOf(press, text, STYLES.tiny) / 2, y, STYLES.tiny)
}
