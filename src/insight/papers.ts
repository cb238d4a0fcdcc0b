import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, FieldId } from '../model/ids.ts'
import type { PaperBlockForm, PaperForm } from '../model/template-views.ts'
import type { Language } from '../model/text.ts'
import { activeCards, follow, indexBoard, type Graph } from './graph.ts'
import { fieldTextOf } from './values.ts'

interface Note {
  readonly label: string
  readonly text: string
}

/** What a board says in one place of a paper. */
export interface PaperEntry {
  readonly before: readonly Note[]
  readonly text: string
  readonly after: readonly Note[]
}

export interface PaperBlock {
  readonly label: string
  readonly said: readonly PaperEntry[]
  readonly entries: readonly string[]
  /** Each entry has a box to tick. */
  readonly ticks: boolean
  readonly lines: number
  readonly table: { readonly columns: readonly PaperColumn[]; readonly rows: number } | null
}

interface PaperColumn {
  readonly label: string
  readonly share: number
  /** Its cells are boxes to tick. */
  readonly tick: boolean
}

export interface PaperSheet {
  /** The card that the sheet is for; none leaves a line for its name. */
  readonly card: CardId | null
  readonly name: string | null
  readonly blocks: readonly PaperBlock[]
}

/** A paper that people work with afterwards, as plain data. */
export interface Paper {
  readonly id: string
  readonly language: Language
  /** What the board is written in. */
  readonly contentLanguage: Language
  readonly title: string
  readonly hint: string
  readonly workshop: string
  readonly organisation: string
  readonly date: string
  readonly size: PaperForm['size']
  /** What each sheet is for; null for the one sheet of a paper that is for no card. */
  readonly kind: string | null
  readonly sheets: readonly PaperSheet[]
  /** A sheet for what is not on the board yet. */
  readonly blank: PaperSheet
}

/** Lines in place of what a sheet without a card cannot say. */
const BLANK_LINES = 3

interface Options {
  readonly date: string
  /** Of the template's words. */
  readonly language?: Language
}

/** Every paper of the template, filled from the board. */
export function derivePapers(board: Board, options: Options): Paper[] {
  const graph = indexBoard(board)
  return (board.template.papers ?? []).map((form) => derivePaper(board, form, options, graph))
}

/** Fills a paper of the template from the board; never without a sheet. Source: issue 5.4. */
export function derivePaper(written: Board, form: PaperForm, options: Options, graph = indexBoard(written)): Paper {
  const board: Board = { ...written, language: options.language ?? written.language }
  const kind = board.template.kinds.find(({ id }) => id === form.of)
  const cards = form.of === undefined ? [] : activeCards(graph, [form.of]).filter((card) => card.text.trim() !== '')
  const filled = cards.map((card) => ({
    card: card.id,
    name: card.text.trim(),
    blocks: form.blocks.map((block) => blockOf(board, graph, block, card)),
  }))
  // A card for the pocket on which nothing stands helps nobody.
  const sheets = form.size === 'pocket' ? filled.filter(({ blocks }) => blocks.some(({ said }) => said.length > 0)) : filled
  const blank = { card: null, name: null, blocks: form.blocks.map((block) => blockOf(board, graph, block, null)) }
  return {
    id: form.id,
    language: board.language,
    contentLanguage: written.language,
    title: form.title[board.language],
    hint: form.hint[board.language],
    workshop: board.title,
    organisation: board.organisation,
    date: options.date,
    size: form.size,
    kind: kind?.label[board.language] ?? null,
    sheets: sheets.length > 0 ? sheets : [blank],
    blank,
  }
}

function blockOf(board: Board, graph: Graph, form: PaperBlockForm, card: Card | null): PaperBlock {
  const { language } = board
  const said = entriesOf(board, graph, form, card)
  const isBlank = card === null && form.table === undefined && (form.field !== undefined || form.paths !== undefined)
  return {
    label: form.label?.[language] ?? labelOf(board, form.field),
    said,
    entries: (form.entries ?? []).map((entry) => entry[language]),
    ticks: form.ticks === true,
    lines: isBlank ? Math.max(form.lines, isShort(board, form.field) ? 1 : BLANK_LINES) : form.lines,
    table: form.table
      ? {
          rows: form.table.rows,
          columns: form.table.columns.map(({ label, share, tick }) => ({ label: label[language], share, tick: tick === true })),
        }
      : null,
  }
}

/** A date or a number needs one line. */
function isShort(board: Board, id: FieldId | undefined): boolean {
  const field = board.template.kinds.flatMap((kind) => kind.fields).find((candidate) => candidate.id === id)
  return field !== undefined && field.type !== 'text' && field.type !== 'longtext'
}

function entriesOf(board: Board, graph: Graph, form: PaperBlockForm, card: Card | null): PaperEntry[] {
  const own = card && fieldTextOf(board.template, card, board.language, form.field)
  const ends = card === null ? [] : (form.paths ?? []).flatMap((path) => follow(graph, card.id, path))
  const every = form.of === undefined ? [] : activeCards(graph, [form.of])
  const cards = [...new Set([...ends, ...every])].filter((end) => form.kinds?.includes(end.kind) ?? true)
  const linked = cards
    .filter((end) => end.text.trim() !== '')
    .map((end) => ({ before: notesOf(board, end, form.before), text: end.text.trim(), after: notesOf(board, end, form.after) }))
  return own === null ? linked : [{ before: [], text: own, after: [] }, ...linked]
}

function notesOf(board: Board, card: Card, fields: readonly FieldId[] = []): Note[] {
  return fields.flatMap((field) => {
    const text = fieldTextOf(board.template, card, board.language, field)
    return text === null ? [] : [{ label: labelOf(board, field, card), text }]
  })
}

function labelOf(board: Board, id: FieldId | undefined, card?: Card): string {
  const kinds = board.template.kinds.filter((kind) => card === undefined || kind.id === card.kind)
  return kinds.flatMap((kind) => kind.fields).find((field) => field.id === id)?.label[board.language] ?? ''
}
