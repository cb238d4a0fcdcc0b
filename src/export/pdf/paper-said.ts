import type { PaperBlock, PaperEntry } from '../../insight/papers.ts'
import { fill } from '../../model/text.ts'
import { drawTickField, TICK } from './fields.ts'
import { innerWidth, STYLES, type TextStyle } from './look.ts'
import { drawMark, MARK_WIDTH } from './marks.ts'
import { lineHeight, linesOf } from './press.ts'
import { ensureRoom, writeLines, type Paper } from './sheet.ts'
import { listItem, tagged } from './tags.ts'

/** In which letters a sheet says what the board says. */
export interface Letters {
  readonly plain: TextStyle
  readonly strong: TextStyle
  readonly muted: TextStyle
}

export const LARGE: Letters = { plain: STYLES.entry, strong: STYLES.entryStrong, muted: STYLES.entryMuted }
export const SMALL: Letters = { plain: STYLES.cell, strong: STYLES.cellStrong, muted: STYLES.cellMuted }

/** Lines of an entry that stay together. */
const TOGETHER = 6
const GAP = 1.2
const TICK_INDENT = TICK + 2.2

interface Measured {
  readonly height: number
  readonly draw: () => void
}

/** What the board says in one place: a list, with boxes to tick where there is something to do. */
export function saidOf(open: Paper, block: PaperBlock, letters: Letters, place: string): Measured {
  if (block.said.length === 0) return { height: 0, draw: () => undefined }
  if (isRun(open, block)) return runOf(open, block.said, letters)
  const entries = block.said.map((entry, at) => entryOf(open, entry, letters, block.ticks ? `${place}-tick-${at + 1}` : null))
  const height = entries.reduce((sum, entry) => sum + entry.height, 0)
  return { height, draw: () => tagged(open.press.tags, 'L', () => entries.forEach(({ draw }) => draw())) }
}

// Names one under the other would leave the most of a page across empty.
function isRun({ page }: Paper, { said, ticks }: PaperBlock): boolean {
  const areNames = said.every(({ before, after }) => before.length + after.length === 0)
  return page.orientation === 'landscape' && areNames && !ticks && said.length > 1
}

function runOf(open: Paper, said: readonly PaperEntry[], { plain }: Letters): Measured {
  const { press, page } = open
  const lines = linesOf(press, said.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('  ·  '), plain, innerWidth(page))
  return { height: lines.length * lineHeight(plain), draw: () => writeLines(open, lines, plain) }
}

function entryOf(open: Paper, { before, text, after }: PaperEntry, letters: Letters, tick: string | null): Measured {
  const { press, page, words } = open
  const indent = tick === null ? MARK_WIDTH : TICK_INDENT
  const width = innerWidth(page) - indent
  const strong = before.length + after.length > 0 ? letters.strong : letters.plain
  const notes = (list: PaperEntry['before']): { lines: string[]; style: TextStyle }[] =>
    list.map((note) => ({ lines: linesOf(press, `${withColon(note.label)} ${note.text}`, letters.muted, width), style: letters.muted }))
  const parts = [...notes(before), { lines: linesOf(press, text, strong, width), style: strong }, ...notes(after)]
  const height = parts.reduce((sum, { lines, style }) => sum + lines.length * lineHeight(style), 0)
  const draw = (): void => {
    ensureRoom(open, Math.min(TOGETHER * lineHeight(letters.plain), height))
    const sign = (): void => {
      if (tick === null) drawMark(press, 'dot', page.left, open.y, (parts[0]?.style ?? strong).size)
      else
        drawTickField(
          press,
          { name: tick, spoken: fill(words.papers.done, { text }), own: true },
          page.left,
          open.y + (lineHeight(parts[0]?.style ?? strong) - TICK) / 2,
        )
    }
    listItem(press.tags, () => {
      sign()
      for (const { lines, style } of parts) writeLines(open, lines, style, indent)
    })
    open.y += GAP
  }
  return { height: height + GAP, draw }
}

/** A label before what it names: its own question mark is enough. */
export function withColon(label: string): string {
  return /[?!:…]$/.test(label) ? label : `${label}:`
}
