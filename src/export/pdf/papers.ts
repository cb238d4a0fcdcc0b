import { formatDay } from '../../insight/values.ts'
import type { Paper, PaperSheet } from '../../insight/papers.ts'
import { fill } from '../../model/text.ts'
import { WORDS } from '../words.ts'
import { accentOf } from './accent.ts'
import { cutText } from './block.ts'
import { describe, finish, LANGUAGE_TAG } from './file.ts'
import { innerWidth, STYLES, type Page, type TextStyle } from './look.ts'
import { drawRule, drawWritingLine } from './marks.ts'
import { drawPaperBlock } from './paper-blocks.ts'
import { drawLines, drawText, drawTextRight, lineHeight, linesOf, openPress, widthOf, type PlanFonts } from './press.ts'
import { addPage, openPaper, pageNumber, paragraph, writeLines, type Paper as Open } from './sheet.ts'
import { decorate, rest, tagged, type Role } from './tags.ts'

const PAGES: Readonly<Record<Paper['size'], Page>> = {
  page: { orientation: 'portrait', width: 210, height: 297, left: 25, right: 20, top: 15, bottom: 19 },
  wide: { orientation: 'landscape', width: 297, height: 210, left: 20, right: 15, top: 15, bottom: 18 },
  pocket: { orientation: 'portrait', format: 'a6', width: 105, height: 148, left: 8, right: 8, top: 8, bottom: 12 },
}

/** Prints a paper as a tagged PDF, a sheet for each card. The same paper gives the same bytes. */
export function renderPaper(paper: Paper, fonts: PlanFonts, color?: string): ArrayBuffer {
  const page = PAGES[paper.size]
  const press = openPress(fonts, accentOf(color), page)
  const { title, organisation, workshop, date } = paper
  describe(press, { title, organisation, workshop, date, keywords: [title, workshop].join(', '), language: paper.contentLanguage })
  const open = openPaper(press, WORDS[paper.language], page)
  paper.sheets.forEach((sheet, at) => {
    if (at > 0) addPage(open)
    drawSheet(open, paper, sheet, at === 0)
  })
  rest(press.tags)
  const total = press.doc.getNumberOfPages()
  for (let number = 1; number <= total; number++) {
    press.doc.setPage(number)
    decorate(press.tags, () => drawFoot(open, paper, number, total), '/Pagination')
  }
  return finish(press, paper.language === paper.contentLanguage ? null : LANGUAGE_TAG[paper.language])
}

function drawSheet(open: Open, paper: Paper, sheet: PaperSheet, isFirst: boolean): void {
  const { press, page } = open
  const named = sheet.name !== null
  press.doc.outline.add(null, sheet.name ?? paper.title, { pageNumber: pageNumber(open) })
  const style = named ? STYLES.label : titleStyle(paper)
  const drawTitle = (): void => drawTop(open, isFirst ? 'H1' : null, paper.title, style)
  if (isFirst) drawTitle()
  else decorate(press.tags, drawTitle, '/Pagination')
  if (sheet.name !== null) drawName(open, sheet.name, titleStyle(paper))
  open.y += 1
  if (paper.size !== 'pocket') tagged(press.tags, 'P', () => paragraph(open, paper.hint, STYLES.small), { frame: true })
  open.y += 2
  drawRule(press, page.left, open.y, innerWidth(page), STYLES.section.color, 0.5)
  open.y += paper.size === 'pocket' ? 2.5 : 4
  if (!named && paper.kind !== null) drawNameLine(open, paper.kind)
  for (const block of sheet.blocks) drawPaperBlock(open, block, named ? 'H3' : 'H2', paper.size === 'pocket')
}

function titleStyle(paper: Paper): TextStyle {
  return paper.size === 'pocket' ? STYLES.section : { ...STYLES.title, size: 18 }
}

function drawTop(open: Open, role: Role | null, text: string, style: TextStyle): void {
  const { lines } = cutText(open, text, style, innerWidth(open.page), 3)
  const draw = (): void => drawLines(open.press, lines, open.page.left, open.y, style)
  if (role === null) draw()
  else tagged(open.press.tags, role, draw, { frame: true })
  open.y += lines.length * lineHeight(style)
}

/** What the sheet is for; a long text stands in full below its first lines. */
function drawName(open: Open, name: string, style: TextStyle): void {
  const { press, page } = open
  const { lines, isCut } = cutText(open, name, style, innerWidth(page), 3)
  tagged(press.tags, 'H2', () => drawLines(press, lines, page.left, open.y, style))
  open.y += lines.length * lineHeight(style)
  if (isCut) writeLines(open, linesOf(press, name, STYLES.small, innerWidth(page)), STYLES.small)
}

function drawNameLine(open: Open, kind: string): void {
  const { press, page } = open
  const style = STYLES.strong
  const [label = ''] = linesOf(press, `${kind}:`, style, innerWidth(page) / 2)
  tagged(press.tags, 'P', () => drawText(press, label, page.left, open.y, style), { frame: true })
  const start = widthOf(press, label, style) + 3
  drawWritingLine(press, page.left + start, open.y + lineHeight(style), innerWidth(page) - start)
  open.y += lineHeight(style) + 4
}

function drawFoot({ press, page, words }: Open, paper: Paper, number: number, total: number): void {
  const y = page.height - page.bottom + 5
  const right = fill(words.page, { n: number, total })
  const asOf = fill(words.asOf, { date: formatDay(paper.date, paper.language) })
  const from = [paper.organisation, asOf, paper.size === 'pocket' ? '' : words.madeWith].filter(Boolean).join(' · ')
  const [left = ''] = linesOf(press, from, STYLES.tiny, innerWidth(page) - widthOf(press, right, STYLES.tiny) - 4)
  drawText(press, left, page.left, y, STYLES.tiny)
  drawTextRight(press, right, page.width - page.right, y, STYLES.tiny)
}
