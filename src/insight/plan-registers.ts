import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import type { RegisterForm } from '../model/template-views.ts'
import { activeCards, follow, type Graph } from './graph.ts'
import type { PlanRow } from './plan-rows.ts'
import { fieldTextOf } from './values.ts'

/** A card that a cell names; rows of the plan have a number. */
interface NamedCard {
  readonly number: number | null
  readonly text: string
}

export interface RegisterCell {
  readonly said: readonly NamedCard[]
  readonly missing: boolean
}

/** A table of the plan that the template asks for. */
export interface PlanRegister {
  readonly id: string
  readonly title: string
  /** What a row is. */
  readonly kind: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly text: string
    readonly cells: readonly RegisterCell[]
    /** How many of the cells that must be filled are. */
    readonly filled: number
    readonly needed: number
  }[]
  readonly sign: boolean
}

/** The template's tables, those without a card left out. Sources: N-13, N-16. */
export function planRegisters(board: Board, graph: Graph, rows: readonly PlanRow[]): PlanRegister[] {
  const numbers = new Map(rows.map((row) => [row.card, row.number]))
  return (board.template.plan.registers ?? [])
    .map((form) => registerOf(board, graph, form, numbers))
    .filter((register) => register.rows.length > 0)
}

function registerOf(board: Board, graph: Graph, form: RegisterForm, numbers: ReadonlyMap<CardId, number>): PlanRegister {
  const { language, template } = board
  const kind = template.kinds.find((candidate) => candidate.id === form.of)
  const labelOf = (column: RegisterForm['columns'][number]): string =>
    (column.label ?? kind?.fields.find((field) => field.id === column.field)?.label)?.[language] ?? ''
  return {
    id: form.id,
    title: form.title[language],
    kind: kind?.label[language] ?? '',
    columns: form.columns.map(labelOf),
    sign: form.sign,
    rows: activeCards(graph, [form.of]).map((card) => {
      const cells = form.columns.map((column) => cellOf(board, graph, card, column, numbers))
      const needed = cells.filter((_, at) => form.columns[at]?.needed)
      return { text: card.text.trim(), cells, filled: needed.filter((cell) => !cell.missing).length, needed: needed.length }
    }),
  }
}

function cellOf(
  board: Board,
  graph: Graph,
  card: Card,
  column: RegisterForm['columns'][number],
  numbers: ReadonlyMap<CardId, number>,
): RegisterCell {
  const field = fieldTextOf(board.template, card, board.language, column.field)
  const ends = column.path ? follow(graph, card.id, column.path) : []
  const named = ends
    .filter((end) => column.kinds === undefined || column.kinds.includes(end.kind))
    .map((end) => ({ number: numbers.get(end.id) ?? null, text: end.text.trim() }))
  const said = field === null ? named : [{ number: null, text: field }, ...named]
  return { said, missing: column.needed && said.length === 0 }
}
