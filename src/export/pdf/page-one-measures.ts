import type { PlanRow } from '../../insight/plan-rows.ts'
import { formatDay } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { cutText, type Block, type Budget } from './block.ts'
import { innerWidth, PORTRAIT, STYLES } from './look.ts'
import { drawMark, drawRule, MARK_WIDTH } from './marks.ts'
import { drawLines, drawText, lineHeight, widthOf } from './press.ts'
import { drawLater, type Sheet } from './sheet.ts'
import { linked, listItem, tagged } from './tags.ts'

const HEAD = 7.4
const DATE = 22
const WHO = 46
const PADDING = 1.1

/** The five measures that are due first, and the way to the whole table. */
export function measuresBlock(sheet: Sheet, budget: Budget): Block {
  const { press, plan, words } = sheet
  const rows = plan.nextMeasures.map((row) => measureRow(sheet, row, budget))
  const body = rows.length === 0 ? lineHeight(STYLES.body) : rows.reduce((sum, row) => sum + row.height, 0)
  return {
    height: HEAD + body + 2 + lineHeight(STYLES.smallTeal),
    draw: (y) => {
      tagged(press.tags, 'H2', () => drawText(press, words.next, PORTRAIT.left, y, STYLES.section), { frame: true })
      if (rows.length === 0) drawText(press, words.noMeasures, PORTRAIT.left, y + HEAD, STYLES.body)
      let top = y + HEAD
      tagged(press.tags, 'L', () => {
        for (const row of rows) {
          drawRule(press, PORTRAIT.left, top, innerWidth(PORTRAIT))
          const at = top
          listItem(press.tags, () => row.draw(at))
          top += row.height
        }
      })
      drawLink(sheet, y + HEAD + body + 2)
    },
  }
}

function measureRow(sheet: Sheet, row: PlanRow, budget: Budget): Block {
  const { press, plan } = sheet
  const who = row.doers.length > 0 ? row.doers : row.owners
  const textWidth = innerWidth(PORTRAIT) - DATE - WHO - 4
  // What is cut here stands in full in the table.
  const text = cutText(sheet, row.text, STYLES.item, textWidth, budget.measure).lines
  const names = cutText(sheet, who.join(', '), STYLES.small, WHO, budget.measure).lines
  return {
    height: Math.max(text.length * lineHeight(STYLES.item), names.length * lineHeight(STYLES.small)) + 2 * PADDING,
    draw: (y) => {
      const top = y + PADDING
      drawText(press, row.due === null ? '' : formatDay(row.due, plan.language), PORTRAIT.left, top, STYLES.date)
      drawLines(press, text, PORTRAIT.left + DATE, top, STYLES.item)
      const x = PORTRAIT.width - PORTRAIT.right - WHO
      if (who.length === 0) drawMissing(sheet, x, top)
      drawLines(press, names, x, top + 0.35, STYLES.small)
    },
  }
}

function drawMissing({ press, words }: Sheet, x: number, y: number): void {
  drawMark(press, 'warn', x, y, STYLES.item.size)
  drawText(press, words.missing.doers, x + MARK_WIDTH, y + 0.35, STYLES.cellWarn)
}

function drawLink(sheet: Sheet, y: number): void {
  const { press, plan, words } = sheet
  if (plan.rows.length === 0) return
  const measures = plan.rows.filter((row) => row.measure).length
  drawLater(sheet, () => {
    const page = sheet.pages.get('measures')
    if (page === undefined) return
    const text = fill(words.allRows, { measures, tasks: plan.rows.length - measures, page })
    const box = { x: PORTRAIT.left, y, width: widthOf(press, text, STYLES.smallTeal), height: lineHeight(STYLES.smallTeal) }
    tagged(press.tags, 'P', () => linked(press.tags, page, text, box, () => drawText(press, text, box.x, y, STYLES.smallTeal)), {
      frame: true,
    })
  })
}
