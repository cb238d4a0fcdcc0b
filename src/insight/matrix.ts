import type { Board } from '../model/board.ts'
import type { Card, FieldValue } from '../model/card.ts'
import type { CardId, KindId } from '../model/ids.ts'
import { activeCards, indexBoard, walk, type Graph } from './graph.ts'

export type MatrixMark = 'does' | 'answers' | 'both'

/** A task or measure, and who does it or answers for it. */
export interface MatrixRow {
  readonly card: CardId
  readonly text: string
  readonly kind: KindId
  readonly measure: boolean
  readonly marks: ReadonlyMap<CardId, MatrixMark>
  readonly noDoer: boolean
  readonly noOwner: boolean
  /** More than one answers for it. */
  readonly contested: boolean
  readonly hours: number | null
}

/** Somebody who does or answers for something, with the sums of the column. */
export interface MatrixColumn {
  readonly card: CardId
  readonly text: string
  readonly does: number
  readonly answers: number
  /** Hours a week; what several do together counts in equal parts. */
  readonly hours: number
  readonly capacity: number | null
  readonly over: boolean
}

export interface Matrix {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
}

/** Who does what and who answers for what. Sources: "Wer übernimmt diese Aufgaben?", "Wer trägt wofür die Verantwortung?", N-08, N-09. */
export function responsibilityMatrix(board: Board, graph: Graph = indexBoard(board)): Matrix {
  const { plan } = board.template
  const measures = new Set(plan.measures)
  const rows = activeCards(graph, [...plan.measures, ...plan.tasks]).map((card) => rowOf(board, graph, card, measures.has(card.kind)))
  return { rows, columns: columnsOf(board, graph, rows) }
}

function rowOf(board: Board, graph: Graph, card: Card, measure: boolean): MatrixRow {
  const { plan } = board.template
  const doers = new Set(plan.doers.flatMap((relation) => walk(graph, [card.id], [relation])))
  const owners = new Set(plan.owners.flatMap((path) => walk(graph, [card.id], path)))
  const marks = new Map<CardId, MatrixMark>()
  for (const doer of doers) marks.set(doer, owners.has(doer) ? 'both' : 'does')
  for (const owner of owners) if (!doers.has(owner)) marks.set(owner, 'answers')
  return {
    card: card.id,
    text: card.text.trim(),
    kind: card.kind,
    measure,
    marks,
    noDoer: doers.size === 0,
    noOwner: owners.size === 0,
    contested: owners.size > 1,
    hours: numberOf(plan.hours && card.fields[plan.hours]),
  }
}

function columnsOf(board: Board, graph: Graph, rows: readonly MatrixRow[]): MatrixColumn[] {
  const { capacity } = board.template.plan
  const sums = new Map<CardId, { does: number; answers: number; hours: number }>()
  for (const row of rows) {
    const doers = [...row.marks.values()].filter((mark) => mark !== 'answers').length
    for (const [card, mark] of row.marks) {
      const sum = sums.get(card) ?? { does: 0, answers: 0, hours: 0 }
      sums.set(card, sum)
      if (mark !== 'answers') sum.hours += (row.hours ?? 0) / doers
      if (mark !== 'answers') sum.does += 1
      if (mark !== 'does') sum.answers += 1
    }
  }
  return activeCards(graph, columnKinds(board)).map((card) => {
    const sum = sums.get(card.id) ?? { does: 0, answers: 0, hours: 0 }
    const hours = Math.round(sum.hours * 100) / 100
    const available = numberOf(capacity && card.fields[capacity])
    return { card: card.id, text: card.text.trim(), ...sum, hours, capacity: available, over: available !== null && hours > available }
  })
}

/** The kinds that can do or answer for something: the sources of the plan's relations. */
function columnKinds(board: Board): KindId[] {
  const { plan, relations } = board.template
  const used = new Set([...plan.doers, ...plan.owners.flatMap((path) => path.slice(-1))])
  return [...new Set(relations.filter((relation) => used.has(relation.id)).flatMap((relation) => relation.from))]
}

function numberOf(value: FieldValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
