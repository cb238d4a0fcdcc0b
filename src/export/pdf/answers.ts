import type { PlanAnswer } from '../../insight/plan.ts'
import { fill } from '../../model/text.ts'
import { joinItems } from './items.ts'
import { innerWidth, PAPER, STYLES } from './look.ts'
import { drawMark, drawSurface, MARK_WIDTH } from './marks.ts'
import { drawLines, drawText, lineHeight, linesOf, widthOf } from './press.ts'
import { listItem, tagged } from './tags.ts'
import { ensureRoom, roomLeft, section, writeLines, type Sheet } from './sheet.ts'

const INDENT = 11
const GAP = 5
/** A question up to this height, in millimetres, is not torn apart. */
const KEPT_WHOLE = 70
/** Cards of a few words stand side by side, sentences below each other. */
const SHORT_CARD = 38

/** The guiding questions with the room's answer, and the cards that no table of the plan shows. */
export function drawAnswers(sheet: Sheet): void {
  section(sheet, 'answers', sheet.words.answers, 30)
  sheet.plan.answers.forEach((answer, at) => {
    if (at > 0) sheet.y += GAP
    drawAnswer(sheet, answer)
  })
}

function drawAnswer(sheet: Sheet, answer: PlanAnswer): void {
  const { press, words } = sheet
  const width = innerWidth(sheet.page) - INDENT
  const title = linesOf(press, answer.title, STYLES.strong, width)
  const text = linesOf(press, answer.answer ?? '', STYLES.body, width)
  const titleHeight = title.length * lineHeight(STYLES.strong)
  const textHeight = (answer.answer === null && !answer.wantsAnswer ? 0 : text.length) * lineHeight(STYLES.body)
  const said = saidOf(sheet, answer)
  const whole = titleHeight + textHeight + (answer.cards.length + answer.objections.length + 2) * lineHeight(STYLES.small)
  ensureRoom(sheet, whole < KEPT_WHOLE ? whole : titleHeight + Math.min(textHeight, 2 * lineHeight(STYLES.body)) + 2)
  tagged(press.tags, 'H3', () => {
    drawMarkOfQuestion(sheet, answer.mark)
    drawLines(press, title, sheet.page.left + INDENT, sheet.y, STYLES.strong)
  })
  sheet.y += titleHeight + 0.6
  if (answer.answer !== null) writeLines(sheet, text, STYLES.body, INDENT)
  else if (answer.wantsAnswer) drawUnanswered(sheet, words.unanswered)
  if (said !== '') drawSaid(sheet, answer, said)
  drawCards(sheet, answer.cards)
}

/** "Vereinbart · 7 stimmen zu · 1 Einwand", or nothing while nobody has said anything. */
function saidOf({ words }: Sheet, { state, agreements, objections }: PlanAnswer): string {
  if (state === 'open') return ''
  const agree = agreements === 0 ? [] : [fill(agreements === 1 ? words.agrees : words.agree, { n: agreements })]
  const object = objections.length === 0 ? [] : [fill(objections.length === 1 ? words.objects : words.object, { n: objections.length })]
  return [words.answerStates[state], ...agree, ...object].join(' · ')
}

function drawSaid(sheet: Sheet, answer: PlanAnswer, said: string): void {
  const { press, page } = sheet
  const x = page.left + INDENT
  const contested = answer.state === 'contested'
  const style = contested ? STYLES.cellWarn : STYLES.smallTeal
  sheet.y += 0.6
  drawMark(press, contested ? 'warn' : answer.state === 'agreed' ? 'good' : 'blank', x, sheet.y, style.size)
  tagged(press.tags, 'P', () => drawText(press, said, x + MARK_WIDTH + 0.4, sheet.y, style), { frame: true })
  sheet.y += lineHeight(style)
  const reasons = answer.objections.filter((reason) => reason !== '').map((reason) => fill(sheet.words.objection, { text: reason }))
  if (reasons.length > 0) drawBullets(sheet, reasons, INDENT)
}

function drawMarkOfQuestion(sheet: Sheet, mark: string): void {
  const { press, page, y } = sheet
  drawSurface(press, PAPER, page.left, y - 0.9, 7.4, 6.4, 1.2)
  const style = { ...STYLES.cellStrong, color: STYLES.section.color }
  drawText(press, `${mark} `, page.left + 3.7 - widthOf(press, mark, style) / 2, y + 0.3, style)
}

function drawUnanswered(sheet: Sheet, text: string): void {
  const x = sheet.page.left + INDENT
  drawMark(sheet.press, 'warn', x, sheet.y, STYLES.body.size)
  drawText(sheet.press, text, x + MARK_WIDTH + 0.4, sheet.y, { ...STYLES.strong, color: STYLES.cellWarn.color })
  sheet.y += lineHeight(STYLES.body)
}

function drawCards(sheet: Sheet, cards: readonly string[]): void {
  if (cards.length === 0) return
  sheet.y += 1
  const average = cards.reduce((sum, card) => sum + card.length, 0) / cards.length
  if (average <= SHORT_CARD) drawJoined(sheet, cards)
  else if (!drawTwoColumns(sheet, cards, INDENT)) drawBullets(sheet, cards, INDENT)
}

function drawJoined(sheet: Sheet, cards: readonly string[]): void {
  const style = STYLES.cellMuted
  const width = innerWidth(sheet.page) - INDENT
  const lines = joinItems(sheet.press, cards, style, width).flatMap((text) => linesOf(sheet.press, text, style, width))
  writeLines(sheet, lines, style, INDENT)
}

/** True when half a line holds each of the texts. */
export function fitsTwoColumns(sheet: Sheet, cards: readonly string[], indent: number): boolean {
  return inColumns(sheet, cards, indent).every((lines) => lines.length === 1)
}

function inColumns({ press, page }: Sheet, cards: readonly string[], indent: number): string[][] {
  const column = (innerWidth(page) - indent) / 2
  return cards.map((card) => linesOf(press, card, STYLES.cellMuted, column - MARK_WIDTH - 2))
}

/** Two columns, read downwards; false, and nothing drawn, when a text needs more than half a line or the page ends before. */
export function drawTwoColumns(sheet: Sheet, cards: readonly string[], indent: number): boolean {
  const { press, page } = sheet
  const style = STYLES.cellMuted
  const column = (innerWidth(page) - indent) / 2
  const texts = inColumns(sheet, cards, indent)
  const rows = Math.ceil(texts.length / 2)
  const height = lineHeight(style) + 0.4
  if (texts.some((lines) => lines.length > 1) || rows * height > roomLeft(sheet)) return false
  tagged(press.tags, 'L', () => {
    texts.forEach(([text = ''], at) => {
      const x = page.left + indent + Math.floor(at / rows) * column
      const y = sheet.y + (at % rows) * height
      drawMark(press, 'dot', x, y, style.size)
      listItem(sheet.press.tags, () => drawText(press, text, x + MARK_WIDTH, y, style))
    })
  })
  sheet.y += rows * height
  return true
}

/** One text a line, each behind a dot; a text of two lines is not torn apart. */
export function drawBullets(sheet: Sheet, texts: readonly string[], indent: number): void {
  const style = STYLES.cellMuted
  tagged(sheet.press.tags, 'L', () => {
    for (const text of texts) {
      const lines = linesOf(sheet.press, text, style, innerWidth(sheet.page) - indent - MARK_WIDTH)
      ensureRoom(sheet, Math.min(3, lines.length) * lineHeight(style))
      drawMark(sheet.press, 'dot', sheet.page.left + indent, sheet.y, style.size)
      listItem(sheet.press.tags, () => writeLines(sheet, lines, style, indent + MARK_WIDTH))
      sheet.y += 0.4
    }
  })
}
