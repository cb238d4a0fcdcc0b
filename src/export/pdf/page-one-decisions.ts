import type { Decision } from '../../insight/plan-decisions.ts'
import { formatDay, formatMoney } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { cutText, keepCut, type Block, type Budget } from './block.ts'
import { innerWidth, PORTRAIT, STYLES } from './look.ts'
import { drawRule, drawTickBox, drawWritingLine } from './marks.ts'
import { drawLines, drawText, drawTextRight, lineHeight, linesOf, widthOf } from './press.ts'
import { drawLater, type Sheet } from './sheet.ts'
import { listItem, tagged } from './tags.ts'

export const DECISIONS_ON_PAGE_ONE = 5
const HEAD = 7.4
const NUMBER = 7
const BOXES = 42
const UNDER_BOXES = 5.4
const PADDING = 1.3

/** What leadership is asked, at most five with boxes to tick; the others stand under the open points. */
export function decisionsBlock(sheet: Sheet, budget: Budget): Block {
  const { press, plan, words } = sheet
  const shown = plan.decisions.slice(0, DECISIONS_ON_PAGE_ONE).map((decision, at) => decisionRow(sheet, decision, at + 1, budget))
  const left = plan.decisions.length - shown.length
  const rows = shown.reduce((sum, row) => sum + row.height, 0)
  return {
    height: HEAD + (shown.length === 0 ? lineHeight(STYLES.body) : rows),
    draw: (y) => {
      tagged(press.tags, 'H2', () => drawText(press, words.decisions, PORTRAIT.left, y, STYLES.section), { frame: true })
      if (left > 0) leaveNote(sheet, left, y + 1.6)
      if (shown.length === 0) drawText(press, words.noDecisions, PORTRAIT.left, y + HEAD, STYLES.body)
      let top = y + HEAD
      tagged(press.tags, 'L', () => {
        for (const row of shown) {
          drawRule(press, PORTRAIT.left, top, innerWidth(PORTRAIT))
          const at = top
          listItem(press.tags, () => row.draw(at))
          top += row.height
        }
      })
    },
  }
}

/** The question of a decision in one sentence. */
export function decisionText(sheet: Sheet, decision: Decision): string {
  const { plan, words } = sheet
  if (decision.reason !== 'cost') return decision.text
  return fill(words.approve, { money: formatMoney(decision.cost ?? 0, plan.language), text: decision.text })
}

/** What it costs and by when it is needed; '' when neither is known. */
export function decisionTerms(sheet: Sheet, decision: Decision): string {
  const { plan, words } = sheet
  const cost =
    decision.reason !== 'cost' && decision.cost !== null ? [fill(words.cost, { money: formatMoney(decision.cost, plan.language) })] : []
  const by = decision.by === null ? [] : [fill(words.neededBy, { date: formatDay(decision.by, plan.language) })]
  return [...cost, ...by].join(' · ')
}

function decisionRow(sheet: Sheet, decision: Decision, number: number, budget: Budget): Block {
  const { press, words } = sheet
  const x = PORTRAIT.left + NUMBER
  const width = innerWidth(PORTRAIT) - NUMBER - BOXES - 4
  const question = cutText(sheet, decisionText(sheet, decision), STYLES.strong, width, budget.decision)
  const proposal = decision.recommendation === null ? '' : fill(words.proposal, { text: decision.recommendation })
  const terms = linesOf(press, decisionTerms(sheet, decision), STYLES.tiny, BOXES)
  const below = cutText(sheet, proposal, STYLES.small, width, budget.terms)
  const needsLine = decision.reason === 'gap' && decision.recommendation === null
  const left = question.lines.length * lineHeight(STYLES.strong) + (below.lines.length + (needsLine ? 1.25 : 0)) * lineHeight(STYLES.small)
  const height = Math.max(left, UNDER_BOXES + terms.length * lineHeight(STYLES.tiny)) + 2 * PADDING
  return {
    height,
    draw: (y) => {
      const top = y + PADDING
      keepCut(sheet, fill(words.decisionNumber, { n: number }), [question, below])
      drawText(press, String(number), PORTRAIT.left, top, { ...STYLES.strong, color: STYLES.section.color })
      drawLines(press, question.lines, x, top, STYLES.strong)
      const termsTop = top + question.lines.length * lineHeight(STYLES.strong)
      drawLines(press, below.lines, x, termsTop, STYLES.small)
      if (needsLine) {
        const lineTop = termsTop + (below.lines.length + 0.25) * lineHeight(STYLES.small)
        drawText(press, words.choice, x, lineTop, STYLES.small)
        drawWritingLine(press, x + widthOf(press, words.choice, STYLES.small) + 2, lineTop + 3.6, 70)
      }
      let box = PORTRAIT.width - PORTRAIT.right - BOXES
      for (const word of [words.yes, words.no, words.later])
        box += drawTickBox(press, word, fill(words.boxFor, { word }), box, top + 0.3) + 3.2
      drawLines(press, terms, PORTRAIT.width - PORTRAIT.right - BOXES, top + UNDER_BOXES, STYLES.tiny)
    },
  }
}

function leaveNote(sheet: Sheet, left: number, y: number): void {
  drawLater(sheet, () => {
    const page = sheet.pages.get('decisions')
    const text = page === undefined ? fill(sheet.words.moreLeft, { n: left }) : fill(sheet.words.moreDecisions, { n: left, page })
    drawTextRight(sheet.press, text, PORTRAIT.width - PORTRAIT.right, y, STYLES.small)
  })
}
