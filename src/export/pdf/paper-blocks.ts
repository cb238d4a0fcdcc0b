import type { PaperBlock } from '../../insight/papers.ts'
import { fill } from '../../model/text.ts'
import { cutText } from './block.ts'
import { drawLineField, drawLinesField, LINE } from './fields.ts'
import { innerWidth, STYLES } from './look.ts'
import type { Flex } from './paper-fit.ts'
import { saidOf, type Letters } from './paper-said.ts'
import { drawLines, lineHeight } from './press.ts'
import { ensureRoom, heading, type Paper } from './sheet.ts'
import { drawTable, startHeight, type Cell, type Column } from './table.ts'
import { inParagraph, tagged } from './tags.ts'

const ROW = 13
const ENTRY_GAP = 6
const MORE_LINES = 6
const KEEP = 2 * LINE
const POCKET_LINE = 7
const MOST_ROWS = 14

/** How the blocks of one sheet are set. */
export interface Setting {
  readonly letters: Letters
  readonly role: 'H2' | 'H3'
  readonly isPocket: boolean
  /** Begins the names of the fields. */
  readonly place: string
  /** What the sheet is for; stands behind what a field is called. */
  readonly about: string | null
}

/** A block as it is measured before it is drawn; lengths are millimetres. */
export interface PaperPart extends Piece {
  /** The board says something here; otherwise it is room to write. */
  readonly says: boolean
}

interface Piece {
  /** Of everything but what may grow. */
  readonly fixed: number
  readonly flexes: readonly Flex[]
  /** `counts` says how many of each flex. */
  readonly draw: (counts: readonly number[]) => void
}

/** A heading, what the board says, and the room to write; nothing on a card for the pocket that says nothing. */
export function partOf(open: Paper, block: PaperBlock, setting: Setting): PaperPart | null {
  const { letters, isPocket, place } = setting
  const isEmpty = block.said.length === 0 && block.lines === 0 && block.table === null && block.entries.length === 0
  if (isEmpty && isPocket) return null
  const content = [
    still(saidOf(open, block, letters, place)),
    ...(block.entries.length > 0 ? [entriesPart(open, block.entries, setting)] : []),
    ...(isEmpty || block.lines > 0 ? [linesPart(open, Math.max(1, block.lines), block.label, setting)] : []),
    ...(block.table ? [tablePart(open, block.table, setting)] : []),
  ]
  const below = content.reduce((sum, { fixed, flexes }) => sum + fixed + flexes.reduce((least, { height }) => least + height, 0), 0)
  const parts = block.label === '' ? content : [labelPart(open, block.label, Math.min(KEEP, below), setting), ...content]
  return {
    says: block.said.length > 0,
    fixed: parts.reduce((sum, part) => sum + part.fixed, 0),
    flexes: parts.flatMap((part) => part.flexes),
    draw: (counts) => {
      let next = 0
      for (const part of parts) {
        part.draw(counts.slice(next, next + part.flexes.length))
        next += part.flexes.length
      }
    },
  }
}

function still({ height, draw }: { readonly height: number; readonly draw: () => void }): Piece {
  return { fixed: height, flexes: [], draw }
}

/** A heading; `keep` is what must follow on its page. */
function labelPart(open: Paper, label: string, keep: number, { role, isPocket }: Setting): Piece {
  const style = isPocket ? STYLES.label : STYLES.subsection
  const gap = isPocket ? 0.4 : 0.8
  const { lines } = cutText(open, label, style, innerWidth(open.page), 2)
  const height = lines.length * lineHeight(style)
  return still({
    height: height + gap,
    draw: () => {
      ensureRoom(open, height + gap + keep)
      heading(open, role, lines, style)
      open.y += gap
    },
  })
}

function entriesPart(open: Paper, entries: readonly string[], { place, about }: Setting): Piece {
  const { press, page } = open
  const style = STYLES.small
  const width = (innerWidth(page) - ENTRY_GAP * (entries.length - 1)) / entries.length
  const labels = entries.map((entry) => cutText(open, entry, style, width, 2).lines)
  const height = Math.max(...labels.map((lines) => lines.length)) * lineHeight(style) + LINE
  return still({
    height,
    draw: () => {
      ensureRoom(open, height)
      labels.forEach((lines, at) => {
        const x = page.left + at * (width + ENTRY_GAP)
        tagged(
          press.tags,
          'P',
          () => {
            drawLines(press, lines, x, open.y, style)
            const spoken = withAbout(entries[at] ?? '', about)
            drawLineField(press, { name: `${place}-entry-${at + 1}`, spoken }, x, open.y + height - 1, width)
          },
          { frame: true },
        )
      })
      open.y += height
    },
  })
}

function linesPart(open: Paper, wanted: number, label: string, { place, about, isPocket }: Setting): Piece {
  const { press, page, words } = open
  const line = isPocket ? POCKET_LINE : LINE
  return {
    fixed: 0,
    flexes: [{ wanted, most: wanted + MORE_LINES, height: line }],
    draw: ([count = wanted]) => {
      ensureRoom(open, count * line)
      const spoken = withAbout(label === '' ? words.papers.notes : label, about)
      const area = { x: page.left, y: open.y, width: innerWidth(page), height: count * line }
      inParagraph(press.tags, () => drawLinesField(press, { name: `${place}-text`, spoken }, area, count))
      open.y += area.height
    },
  }
}

function tablePart(open: Paper, table: NonNullable<PaperBlock['table']>, { place, about }: Setting): Piece {
  const total = table.columns.reduce((sum, { share }) => sum + share, 0)
  const columns: Column[] = table.columns.map(({ label, share }) => ({ title: label, width: (innerWidth(open.page) * share) / total }))
  const rowOf = (row: number): Cell[] =>
    table.columns.map(({ label, tick }, at) => {
      const spoken = withAbout(fill(open.words.papers.row, { column: label, n: row + 1 }), about)
      return [{ part: { text: '', field: { name: `${place}-row-${row + 1}-${at + 1}`, spoken, tick } }, lines: [''] }]
    })
  return {
    fixed: startHeight(open, columns, [rowOf(0)], ROW) - ROW,
    flexes: [{ wanted: table.rows, most: Math.max(MOST_ROWS, table.rows), height: ROW }],
    draw: ([count = table.rows]) => {
      const rows = Array.from({ length: count }, (_, at) => rowOf(at))
      drawTable(open, columns, rows, ROW)
    },
  }
}

function withAbout(label: string, about: string | null): string {
  return about === null ? label : `${label} – ${about}`
}
