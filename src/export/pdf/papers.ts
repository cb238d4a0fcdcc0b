import { formatDay } from '../../insight/values.ts'
import type { Paper, PaperSheet } from '../../insight/papers.ts'
import { fill } from '../../model/text.ts'
import type { PlanLook } from '../plan-look.ts'
import { WORDS } from '../words.ts'
import { accentOf } from './accent.ts'
import { describe, finish, LANGUAGE_TAG } from './file.ts'
import { innerWidth, STYLES, type Page } from './look.ts'
import { readLogo, type Logo } from './logo.ts'
import { partOf, type PaperPart } from './paper-blocks.ts'
import { fitToPage } from './paper-fit.ts'
import { drawHead, drawLogo, drawNameLine, logoSize } from './paper-head.ts'
import { LARGE, SMALL, type Letters } from './paper-said.ts'
import { drawText, drawTextRight, linesOf, openPress, widthOf, type PlanFonts } from './press.ts'
import { addPage, openPaper, pageNumber, roomLeft, type Paper as Open } from './sheet.ts'
import { decorate, rest } from './tags.ts'

const PAGES: Readonly<Record<Paper['size'], Page>> = {
  page: { orientation: 'portrait', width: 210, height: 297, left: 25, right: 20, top: 15, bottom: 19 },
  wide: { orientation: 'landscape', width: 297, height: 210, left: 20, right: 15, top: 15, bottom: 18 },
  pocket: { orientation: 'portrait', format: 'a6', width: 105, height: 148, left: 8, right: 8, top: 8, bottom: 13 },
}
const POCKET_LOGO = { width: 26, height: 6.5 }

/** Prints a paper as a tagged PDF to print or to fill in, a sheet for each card. The same paper gives the same bytes. */
export function renderPaper(paper: Paper, fonts: PlanFonts, look: Pick<PlanLook, 'color' | 'logo'> = {}): ArrayBuffer {
  const page = PAGES[paper.size]
  const press = openPress(fonts, accentOf(look.color), page)
  const logo = readLogo(look.logo)
  const { title, organisation, workshop, date } = paper
  describe(press, { title, organisation, workshop, date, keywords: [title, workshop].join(', '), language: paper.contentLanguage })
  const open = openPaper(press, WORDS[paper.language], page)
  const starts = paper.sheets.map((sheet, at) => {
    if (at > 0) addPage(open)
    const start = pageNumber(open)
    drawSheet(open, paper, sheet, at, logo)
    return start
  })
  rest(press.tags)
  const total = press.doc.getNumberOfPages()
  for (let number = 1; number <= total; number++) {
    press.doc.setPage(number)
    const at = starts.findLastIndex((start) => start <= number)
    const from = starts[at] ?? 1
    const place = { number, total, ofSheet: number - from + 1, inSheet: (starts[at + 1] ?? total + 1) - from }
    decorate(press.tags, () => drawEdges(open, paper, paper.sheets[at]?.name ?? null, place, logo), '/Pagination')
  }
  return finish(press, paper.language === paper.contentLanguage ? null : LANGUAGE_TAG[paper.language])
}

function drawSheet(open: Open, paper: Paper, sheet: PaperSheet, at: number, logo: Logo | null): void {
  const { press } = open
  const place = String(at + 1)
  press.doc.outline.add(null, sheet.name ?? paper.title, { pageNumber: pageNumber(open) })
  drawHead(open, paper, sheet, at === 0, logo)
  if (sheet.name === null && paper.kind !== null) drawNameLine(open, paper.kind, place)
  const set = (letters: Letters): PaperPart[] =>
    sheet.blocks.flatMap((block, index) => {
      const role = sheet.name === null ? 'H2' : 'H3'
      const setting = { letters, role, isPocket: paper.size === 'pocket', place: `${place}-${index + 1}`, about: sheet.name } as const
      return partOf(open, block, setting) ?? []
    })
  const room = roomLeft(open)
  const gap = paper.size === 'pocket' ? 2.2 : 4.4
  const tightest = set(SMALL)
  const large = set(LARGE)
  const parts = fits(large, room, gap) ? large : paper.size === 'pocket' ? withoutRoomToWrite(tightest, room, gap) : tightest
  const fixed = parts.reduce((sum, part) => sum + part.fixed + gap, -gap)
  const flexes = parts.flatMap((part) => part.flexes)
  const counts = fitToPage(flexes, room - fixed)
  let next = 0
  parts.forEach((part, index) => {
    if (index > 0) open.y += gap
    part.draw(counts.slice(next, next + part.flexes.length))
    next += part.flexes.length
  })
}

function fits(parts: readonly PaperPart[], room: number, gap: number): boolean {
  const heights = parts.map(({ fixed, flexes }) => flexes.reduce((sum, { wanted, height }) => sum + wanted * height, fixed))
  return heights.reduce((sum, height) => sum + height + gap, -gap) <= room
}

/** A card stays one card as long as what the board says fits on it. */
function withoutRoomToWrite(parts: readonly PaperPart[], room: number, gap: number): readonly PaperPart[] {
  const says = parts.filter((part) => part.says)
  return !fits(parts, room, gap) && fits(says, room, gap) && says.length > 0 ? says : parts
}

interface Place {
  readonly number: number
  readonly total: number
  readonly ofSheet: number
  readonly inSheet: number
}

function drawEdges(open: Open, paper: Paper, name: string | null, place: Place, logo: Logo | null): void {
  const { press, page, words } = open
  const right = page.width - page.right
  const style = STYLES.tiny
  const y = page.height - page.bottom + 5
  const asOf = fill(words.asOf, { date: formatDay(paper.date, paper.language) })
  const isPocket = paper.size === 'pocket'
  const from = [paper.organisation, asOf, isPocket ? '' : words.madeWith].filter(Boolean).join(' · ')
  // A card is handed out alone: its number among the others says nothing.
  const counted = isPocket ? { n: place.ofSheet, total: place.inSheet } : { n: place.number, total: place.total }
  const mark = isPocket && logo && place.inSheet === 1 ? logoSize(logo, POCKET_LOGO) : null
  const number = counted.total > 1 ? fill(words.page, counted) : ''
  const taken = mark ? mark.width : widthOf(press, number, style)
  const [left = ''] = linesOf(press, from, style, innerWidth(page) - taken - 4)
  drawText(press, left, page.left, y, style)
  if (logo && mark) drawLogo(press, paper, logo, { x: right - mark.width, y: y + 1.8 - mark.height / 2, ...mark }, null)
  else drawTextRight(press, number, right, y, style)
  if (place.ofSheet === 1) return
  const [head = ''] = linesOf(press, [paper.title, name].filter(Boolean).join(' · '), style, innerWidth(page))
  drawText(press, head, page.left, page.top - 6, style)
}
