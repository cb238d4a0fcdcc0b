import type { Paper, PaperSheet } from '../../insight/papers.ts'
import { cutText } from './block.ts'
import { drawLineField } from './fields.ts'
import { innerWidth, STYLES, TEAL, type TextStyle } from './look.ts'
import type { Logo } from './logo.ts'
import { drawFigure, drawRule, drawSurface } from './marks.ts'
import { withColon } from './paper-said.ts'
import { drawLines, drawText, lineHeight, linesOf, widthOf, type Press } from './press.ts'
import { paragraph, writeLines, type Paper as Open } from './sheet.ts'
import { decorate, paint, tagged } from './tags.ts'

/** Millimetres at most. */
const LOGO = { width: 40, height: 11 }
const LOGO_GAP = 6
const BAND = { x: 3.4, y: 2.6 }
const TITLE: TextStyle = { ...STYLES.title, size: 18 }

/** What a sheet is, whose it is, and what it is for. */
export function drawHead(open: Open, paper: Paper, sheet: PaperSheet, isFirst: boolean, logo: Logo | null): void {
  if (paper.size === 'pocket') drawBand(open, paper, sheet, isFirst)
  else drawLetterhead(open, paper, sheet, isFirst, logo)
}

function drawLetterhead(open: Open, paper: Paper, sheet: PaperSheet, isFirst: boolean, logo: Logo | null): void {
  const { press, page } = open
  const top = open.y
  const mark = logo && logoSize(logo, LOGO)
  const width = innerWidth(page) - (mark ? mark.width + LOGO_GAP : 0)
  if (logo && mark)
    drawLogo(press, paper, logo, { x: page.width - page.right - mark.width, y: top, ...mark }, isFirst ? open.words.logo : null)
  drawTitle(open, paper.title, sheet.name === null ? TITLE : STYLES.label, width, isFirst)
  const rest = sheet.name === null ? null : drawName(open, sheet.name, TITLE, width)
  open.y = Math.max(open.y + 1, mark ? top + mark.height : 0)
  rest?.()
  tagged(press.tags, 'P', () => paragraph(open, paper.hint, STYLES.small), { frame: true })
  open.y += 2
  drawRule(press, page.left, open.y, innerWidth(page), TEAL, 0.6)
  open.y += 4.5
}

/** A card for the pocket is known by its colour. */
function drawBand(open: Open, paper: Paper, sheet: PaperSheet, isFirst: boolean): void {
  const { press, page } = open
  const left = page.left
  const width = innerWidth(page) - 2 * BAND.x
  const name = sheet.name ?? paper.title
  const { lines } = cutText(open, name, STYLES.cardTitle, width, 3)
  const label = sheet.name === null ? 0 : lineHeight(STYLES.cardLabel)
  const height = 2 * BAND.y + label + lines.length * lineHeight(STYLES.cardTitle)
  drawSurface(press, TEAL, left, open.y, innerWidth(page), height, 1.6)
  const inner: Open = { ...open, page: { ...page, left: left + BAND.x, right: page.right + BAND.x }, y: open.y + BAND.y }
  drawTitle(inner, paper.title, sheet.name === null ? STYLES.cardTitle : STYLES.cardLabel, width, isFirst)
  const rest = sheet.name === null ? null : drawName(inner, sheet.name, STYLES.cardTitle, width)
  open.y += height + 3
  rest?.()
}

function drawTitle(open: Open, title: string, style: TextStyle, width: number, isFirst: boolean): void {
  const { lines } = cutText(open, title, style, width, 3)
  const draw = (): void => drawLines(open.press, lines, open.page.left, open.y, style)
  if (isFirst) tagged(open.press.tags, 'H1', draw, { frame: true })
  else decorate(open.press.tags, draw, '/Pagination')
  open.y += lines.length * lineHeight(style)
}

/** What the sheet is for; returns what writes a long name in full below its first lines. */
function drawName(open: Open, name: string, style: TextStyle, width: number): (() => void) | null {
  const { press, page } = open
  const { lines, isCut } = cutText(open, name, style, width, 3)
  tagged(press.tags, 'H2', () => drawLines(press, lines, page.left, open.y, style))
  open.y += lines.length * lineHeight(style)
  return isCut ? () => writeLines(open, linesOf(press, name, STYLES.small, innerWidth(page)), STYLES.small) : null
}

/** The line for the name of what a blank sheet is used for. */
export function drawNameLine(open: Open, kind: string, place: string): void {
  const { press, page } = open
  const style = STYLES.strong
  const [label = ''] = linesOf(press, withColon(kind), style, innerWidth(page) / 2)
  const start = widthOf(press, label, style) + 3
  const line = open.y + lineHeight(style)
  const draw = (): void => {
    drawText(press, label, page.left, open.y, style)
    drawLineField(press, { name: `${place}-name`, spoken: kind }, page.left + start, line, innerWidth(page) - start)
  }
  tagged(press.tags, 'P', draw, { frame: true })
  open.y = line + 4.5
}

export function logoSize(logo: Logo, most: { readonly width: number; readonly height: number }): { width: number; height: number } {
  const scale = Math.min(most.width / logo.width, most.height / logo.height)
  return { width: logo.width * scale, height: logo.height * scale }
}

/** The company's sign; read out as `word` and the company, where it is not a repetition. */
export function drawLogo(
  press: Press,
  paper: Paper,
  logo: Logo,
  place: { x: number; y: number; width: number; height: number },
  word: string | null,
): void {
  const image = (): void => {
    press.doc.addImage(logo.bytes, logo.format, place.x, place.y, place.width, place.height)
  }
  if (word === null) decorate(press.tags, image, '/Pagination')
  else drawFigure(press, [word, paper.organisation].filter(Boolean).join(': '), place, () => paint(press.tags, image))
}
