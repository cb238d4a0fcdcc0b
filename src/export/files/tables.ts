import type { PlanRow } from '../../insight/plan-rows.ts'
import type { Plan } from '../../insight/plan.ts'
import { detailsOf } from '../../insight/values.ts'
import type { Board } from '../../model/board.ts'
import { BIN } from '../../model/card.ts'
import { FILE_WORDS } from './words.ts'

/** ISO days are text in a `day` column; amounts are whole euros. */
export type CellValue = string | number | null

export interface Column {
  readonly label: string
  readonly type: 'text' | 'number' | 'day' | 'money'
  /** Characters. */
  readonly width: number
}

export type TableName = 'measures' | 'tasks' | 'responsibilities' | 'cards'

/** One sheet of a workbook, or one CSV file. */
export interface Table {
  readonly name: TableName
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** The board's rows for a spreadsheet: measures, tasks, responsibilities and every card that lies on the board. */
export function tablesOf(board: Board, plan: Plan): Table[] {
  return [
    workTable(
      plan,
      'measures',
      plan.rows.filter((row) => row.measure),
    ),
    workTable(
      plan,
      'tasks',
      plan.rows.filter((row) => !row.measure),
    ),
    responsibilityTable(plan),
    cardTable(board),
  ]
}

function workTable(plan: Plan, name: 'measures' | 'tasks', rows: readonly PlanRow[]): Table {
  const words = FILE_WORDS[plan.language]
  return {
    name,
    label: words.tables[name],
    columns: [
      { label: words.number, type: 'number', width: 6 },
      { label: words.what, type: 'text', width: 48 },
      { label: words.doers, type: 'text', width: 28 },
      { label: words.owners, type: 'text', width: 28 },
      { label: words.due, type: 'day', width: 12 },
      { label: words.standing, type: 'text', width: 16 },
      { label: words.standingNote, type: 'text', width: 32 },
      { label: words.cost, type: 'money', width: 12 },
      { label: words.standards, type: 'text', width: 32 },
      { label: words.locus, type: 'text', width: 24 },
      { label: words.votes, type: 'number', width: 9 },
      { label: words.origin, type: 'text', width: 8 },
      { label: words.details, type: 'text', width: 60 },
    ],
    rows: rows.map((row) => [
      row.number,
      row.text,
      row.doers.join(', '),
      row.owners.join(', '),
      row.due,
      row.status?.text ?? null,
      row.status?.note ?? null,
      row.cost,
      row.standards.join('; '),
      row.locus,
      row.votes,
      row.origin,
      row.details.map((detail) => `${detail.label}: ${detail.text}`).join('; '),
    ]),
  }
}

function responsibilityTable(plan: Plan): Table {
  const words = FILE_WORDS[plan.language]
  return {
    name: 'responsibilities',
    label: words.tables.responsibilities,
    columns: [
      { label: words.subject, type: 'text', width: 40 },
      { label: words.holder, type: 'text', width: 32 },
      { label: words.covers, type: 'text', width: 60 },
    ],
    rows: plan.responsibilities.map((one) => [
      one.text,
      one.holders.join(', '),
      one.covers.map((row) => `${row.number} ${row.text}`).join('; '),
    ]),
  }
}

function cardTable(board: Board): Table {
  const { language, template } = board
  const words = FILE_WORDS[language]
  const questions = new Map<string, string>(board.questions.map((question) => [question.id, question.title]))
  const cards = new Map<string, Board['cards'][number]>(board.cards.map((card) => [card.id, card]))
  const placeOf = (place: string): string => questions.get(place) ?? cards.get(place)?.text.trim() ?? ''
  return {
    name: 'cards',
    label: words.tables.cards,
    columns: [
      { label: words.kind, type: 'text', width: 18 },
      { label: words.text, type: 'text', width: 60 },
      { label: words.question, type: 'text', width: 48 },
      { label: words.fields, type: 'text', width: 60 },
    ],
    rows: board.cards
      .filter((card) => card.place.in !== BIN)
      .map((card) => [
        template.kinds.find((kind) => kind.id === card.kind)?.label[language] ?? card.kind,
        card.text.trim(),
        placeOf(card.place.in),
        detailsOf(template, card, language, [])
          .map((detail) => `${detail.label}: ${detail.text}`)
          .join('; '),
      ]),
  }
}
