import type { Plan } from '../../insight/plan.ts'
import type { Words } from '../words.ts'
import { innerWidth, PORTRAIT, STYLES, type Page, type TextStyle } from './look.ts'
import { drawLines, lineHeight, linesOf, type Press } from './press.ts'
import { inParagraph, inside, rest, tagged, type Said } from './tags.ts'

/** A plan while it is written. */
export interface Sheet extends Paper {
  readonly plan: Plan
}

/** A document while it is written: where the next line goes, and what waits for a page number. */
export interface Paper {
  readonly press: Press
  readonly words: Words
  page: Page
  /** Millimetres from the top of the page. */
  y: number
  /** Texts that were cut, printed in full at the end. */
  readonly cut: CutText[]
  /** Drawn when every page is there, on the page where it was left out. */
  readonly later: { readonly page: number; readonly draw: () => void }[]
  /** Page of each section, by its key. */
  readonly pages: Map<string, number>
}

interface CutText {
  readonly title: string
  readonly text: string
}

export function openSheet(press: Press, plan: Plan, words: Words): Sheet {
  return { ...openPaper(press, words, PORTRAIT), plan }
}

export function openPaper(press: Press, words: Words, page: Page): Paper {
  return { press, words, page, y: page.top, cut: [], later: [], pages: new Map() }
}

export function addPage(sheet: Paper, page: Page = sheet.page): void {
  rest(sheet.press.tags)
  sheet.press.doc.addPage(page.format ?? 'a4', page.orientation)
  sheet.page = page
  sheet.y = page.top
}

/** What is left on the page, in millimetres. */
export function roomLeft(sheet: Paper): number {
  return sheet.page.height - sheet.page.bottom - sheet.y
}

/** Begins a new page when less than `height` is left. */
export function ensureRoom(sheet: Paper, height: number): void {
  if (roomLeft(sheet) < height) addPage(sheet)
}

export function pageNumber(sheet: Paper): number {
  return sheet.press.doc.getCurrentPageInfo().pageNumber
}

/** A section's heading with its bookmark; `keep` is what must follow on the same page. */
export function section(sheet: Sheet, key: string, title: string, keep: number): void {
  const style = STYLES.section
  const atTop = sheet.y === sheet.page.top
  if (!atTop) sheet.y += 7.5
  ensureRoom(sheet, lineHeight(style) + 3 + keep)
  const page = pageNumber(sheet)
  sheet.pages.set(key, page)
  sheet.press.doc.outline.add(null, title, { pageNumber: page })
  heading(sheet, 'H2', title, style)
  sheet.y += 3
}

/** A heading at the sheet's place; what must follow on the page is the caller's care. */
export function heading(
  sheet: Paper,
  role: 'H2' | 'H3',
  title: string | readonly string[],
  style: TextStyle,
  said: Said = { frame: true },
): void {
  const lines = typeof title === 'string' ? linesOf(sheet.press, title, style, innerWidth(sheet.page)) : title
  tagged(sheet.press.tags, role, () => drawLines(sheet.press, lines, sheet.page.left, sheet.y, style), said)
  sheet.y += lines.length * lineHeight(style)
}

/** Running text that may go over pages; never one line alone at a foot or a head where two fit. */
export function paragraph(sheet: Paper, text: string, style: TextStyle, indent = 0): void {
  writeLines(sheet, linesOf(sheet.press, text, style, innerWidth(sheet.page) - indent), style, indent)
}

export function writeLines(sheet: Paper, lines: readonly string[], style: TextStyle, indent = 0): void {
  const height = lineHeight(style)
  inParagraph(sheet.press.tags, () => {
    let left = lines
    while (left.length > 0) {
      const fits = Math.floor((roomLeft(sheet) + 0.01) / height)
      const count = left.length <= fits ? left.length : Math.min(fits, left.length - 2)
      if (count < Math.min(2, left.length)) {
        addPage(sheet)
        continue
      }
      drawLines(sheet.press, left.slice(0, count), sheet.page.left + indent, sheet.y, style)
      sheet.y += count * height
      left = left.slice(count)
    }
  })
}

/** Draws on the present page once every section has its page number. */
export function drawLater(sheet: Sheet, draw: () => void): void {
  const { tags } = sheet.press
  const element = tags.open
  sheet.later.push({ page: pageNumber(sheet), draw: () => inside(tags, element, draw) })
}
