import { formatDay } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { innerWidth, PORTRAIT, STYLES, TEAL } from './look.ts'
import type { Logo } from './logo.ts'
import { drawBadge, drawFigure, drawRule, drawSurface, drawWritingLine } from './marks.ts'
import { decisionsBlock } from './page-one-decisions.ts'
import { figuresBlock } from './page-one-figures.ts'
import { monthsBlock } from './months-chart.ts'
import { measuresBlock } from './page-one-measures.ts'
import { statusOf } from './furniture.ts'
import { drawLines, drawText, drawTextRight, lineHeight } from './press.ts'
import { cutText, keepCut, stackHeight, type Block, type Budget } from './block.ts'
import type { Sheet } from './sheet.ts'
import { paint, tagged } from './tags.ts'

// The first that fits the page is used; the last one always does.
const BUDGETS: readonly Budget[] = [
  { title: 2, goal: 6, decision: 3, terms: 3, measure: 2 },
  { title: 2, goal: 5, decision: 3, terms: 2, measure: 2 },
  { title: 2, goal: 5, decision: 2, terms: 2, measure: 2 },
  { title: 2, goal: 5, decision: 2, terms: 2, measure: 1 },
  { title: 2, goal: 4, decision: 2, terms: 1, measure: 1 },
  { title: 1, goal: 3, decision: 2, terms: 1, measure: 1 },
  { title: 1, goal: 4, decision: 1, terms: 1, measure: 1 },
  { title: 1, goal: 3, decision: 1, terms: 1, measure: 1 },
]
const TOP = 14
const GAP = 4.6
const SIGNATURE = 9
/** Millimetres at most. */
const LOGO = { width: 40, height: 11 }

/** Page 1 stands alone and is one page whatever the board holds: what does not fit is cut here and stands in full behind. */
export function drawPageOne(sheet: Sheet, logo: Logo | null): void {
  const room = PORTRAIT.height - PORTRAIT.bottom - TOP - SIGNATURE
  const stacks = BUDGETS.map((budget) => () => stackOf(sheet, budget, logo))
  let blocks: readonly Block[] = []
  for (const stack of stacks) {
    blocks = stack()
    if (stackHeight(blocks, GAP) <= room) break
  }
  let y = TOP
  for (const block of blocks) {
    block.draw(y)
    y += block.height + GAP
  }
  drawSignature(sheet, PORTRAIT.height - PORTRAIT.bottom - 5)
}

function stackOf(sheet: Sheet, budget: Budget, logo: Logo | null): Block[] {
  return [
    titleBlock(sheet, budget, logo),
    goalBlock(sheet, budget),
    figuresBlock(sheet),
    decisionsBlock(sheet, budget),
    measuresBlock(sheet, budget),
    ...(sheet.plan.months.months.length > 0 ? [monthsBlock(sheet)] : []),
  ]
}

function titleBlock(sheet: Sheet, budget: Budget, logo: Logo | null): Block {
  const { press, plan, words } = sheet
  const width = innerWidth(PORTRAIT)
  const right = PORTRAIT.left + width
  const mark = logo && logoSize(logo)
  const title = cutText(sheet, plan.title, STYLES.title, width, budget.title)
  const organisation = cutText(sheet, plan.organisation, STYLES.subsection, width - 45, 1)
  const workshop = cutText(sheet, fill(words.workshop, { title: plan.workshop }), STYLES.small, width - 45, 1)
  const titleTop = 10
  const below = titleTop + title.lines.length * lineHeight(STYLES.title) + 1.2
  return {
    height: below + lineHeight(STYLES.small),
    draw: (y) => {
      keepCut(sheet, words.aboutPlan, [title, organisation, workshop])
      if (logo && mark) drawLogo(sheet, logo, { x: PORTRAIT.left, y: y + 5.6 - mark.height, ...mark })
      drawLines(press, organisation.lines, PORTRAIT.left + (mark ? mark.width + 4 : 0), y, STYLES.subsection)
      drawTextRight(press, fill(words.asOf, { date: formatDay(plan.date, plan.language) }), right, y + 0.4, STYLES.small)
      drawRule(press, PORTRAIT.left, y + 6.6, width, TEAL, 0.4)
      tagged(press.tags, 'H1', () => drawLines(press, title.lines, PORTRAIT.left, y + titleTop, STYLES.title))
      drawLines(press, workshop.lines, PORTRAIT.left, y + below, STYLES.small)
      drawBadge(press, statusOf(sheet), right, y + below - 1)
    },
  }
}

function logoSize(logo: Logo): { readonly width: number; readonly height: number } {
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height)
  return { width: logo.width * scale, height: logo.height * scale }
}

function drawLogo(sheet: Sheet, logo: Logo, place: { x: number; y: number; width: number; height: number }): void {
  const { press, plan, words } = sheet
  const alt = plan.organisation === '' ? words.logo : `${words.logo}: ${plan.organisation}`
  drawFigure(press, alt, place, () =>
    paint(press.tags, () => press.doc.addImage(logo.bytes, logo.format, place.x, place.y, place.width, place.height)),
  )
}

function goalBlock(sheet: Sheet, budget: Budget): Block {
  const { press, plan, words } = sheet
  const indent = 5
  const goal = cutText(sheet, plan.goal, STYLES.lead, innerWidth(PORTRAIT) - indent, budget.goal)
  const label = lineHeight(STYLES.label)
  const height = label + 0.8 + goal.lines.length * lineHeight(STYLES.lead)
  return {
    height: plan.goal === '' ? 0 : height,
    draw: (y) => {
      if (plan.goal === '') return
      drawSurface(press, TEAL, PORTRAIT.left, y + 0.6, 1.1, height - 0.8)
      tagged(press.tags, 'P', () => drawText(press, words.goal, PORTRAIT.left + indent, y, STYLES.label), { frame: true })
      drawLines(press, goal.lines, PORTRAIT.left + indent, y + label + 0.8, STYLES.lead)
      keepCut(sheet, words.goal, [goal])
    },
  }
}

function drawSignature(sheet: Sheet, y: number): void {
  const { press, words } = sheet
  const gap = 6
  const width = (innerWidth(PORTRAIT) - 2 * gap) / 3
  const labels = [words.signature.place, words.signature.name, words.signature.sign]
  labels.forEach((label, at) => {
    const x = PORTRAIT.left + at * (width + gap)
    drawWritingLine(press, x, y, width)
    drawText(press, label, x, y + 0.8, STYLES.tiny)
  })
}
