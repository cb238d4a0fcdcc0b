import type { Board, Role } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { Follows } from '../model/follows.ts'
import type { Language } from '../model/text.ts'
import { LEVELS, type Gap, type Level } from './gap.ts'
import { findGaps } from './gaps.ts'
import { activeCards, indexBoard, sourcesOf, targetsOf, type Graph } from './graph.ts'
import { planCases, type PlanCase } from './plan-cases.ts'
import { planDecided, planDecisions, type Decided, type Decision } from './plan-decisions.ts'
import { planFigures, type Figure } from './plan-figures.ts'
import { planLoci, type PlanLocus } from './plan-loci.ts'
import { planMatrix, type PlanMatrix } from './plan-matrix.ts'
import { planMonths, type PlanMonths } from './plan-months.ts'
import { planRegisters, type PlanRegister } from './plan-registers.ts'
import { planReview, type PlanReview } from './plan-review.ts'
import { planRows, type PlanRow } from './plan-rows.ts'
import { questionsInOrder, type PlanQuestion } from './questions.ts'
import { compareDays } from './values.ts'

export interface PlanOptions {
  /** The ISO day that the plan states; given, so that the same board always yields the same plan. */
  readonly date: string
  /** Left out: a draft while a gap of the highest level is open. */
  readonly status?: PlanStatus
  /** True prints the participants' names. */
  readonly people?: boolean
  /** The language of the plan's own words and of the template's; left out: the board's. What people wrote stays as it is. */
  readonly language?: Language
}

export type PlanStatus = 'draft' | 'final'

export interface PlanAnswer extends PlanQuestion {
  /** The cards of the column, most votes first, without stations of a chain and what the tables of the plan show already. */
  readonly cards: readonly string[]
}

export interface PlanResponsibility {
  readonly text: string
  readonly holders: readonly string[]
  /** Rows of the plan that it covers, by number, and their texts. */
  readonly covers: readonly { readonly number: number; readonly text: string }[]
  /** More holders than one. */
  readonly contested: boolean
}

export interface OpenPoints {
  readonly level: Level
  readonly points: readonly { readonly text: string; readonly mend: string }[]
}

/** What leaves the room, as plain data: the screen, the PDF and the tests read the same. */
export interface Plan {
  readonly language: Language
  /** What the board is written in. */
  readonly contentLanguage: Language
  readonly title: string
  readonly workshop: string
  readonly organisation: string
  readonly date: string
  /** Of a follow-up board. */
  readonly follows: Follows | null
  readonly status: PlanStatus
  readonly goal: string
  readonly figures: readonly Figure[]
  readonly decisions: readonly Decision[]
  readonly decided: readonly Decided[]
  readonly months: PlanMonths
  readonly nextMeasures: readonly PlanRow[]
  readonly rows: readonly PlanRow[]
  readonly answers: readonly PlanAnswer[]
  readonly responsibilities: readonly PlanResponsibility[]
  readonly matrix: PlanMatrix
  readonly registers: readonly PlanRegister[]
  readonly cases: readonly PlanCase[]
  readonly loci: readonly PlanLocus[]
  readonly review: PlanReview | null
  readonly openPoints: readonly OpenPoints[]
  readonly parking: readonly string[]
  readonly people: readonly { readonly name: string; readonly role: Role }[]
}

const NEXT_MEASURES = 5

/** Derives the action plan from a board; never fails, whatever is missing becomes a gap, a mark or an open point. Source: "Aufgaben festlegen", "Praxis". */
export function derivePlan(written: Board, options: PlanOptions): Plan {
  const board: Board = { ...written, language: options.language ?? written.language }
  const graph = indexBoard(board)
  const gaps = findGaps(board, graph)
  const rows = planRows(board, graph, gaps)
  return {
    language: board.language,
    contentLanguage: written.language,
    title: board.template.plan.title[board.language],
    workshop: board.title,
    organisation: board.organisation,
    date: options.date,
    follows: board.follows ?? null,
    status: options.status ?? (gaps.some((gap) => gap.level === 'high') ? 'draft' : 'final'),
    goal: board.goal.trim(),
    figures: planFigures(board, graph, gaps),
    decisions: planDecisions(board, graph, gaps),
    decided: planDecided(board, graph),
    months: planMonths(rows),
    nextMeasures: nextMeasures(rows),
    rows,
    answers: planAnswers(board, graph),
    responsibilities: planResponsibilities(board, graph, rows),
    matrix: planMatrix(board, graph, rows),
    registers: planRegisters(board, graph, rows),
    cases: planCases(board, graph),
    loci: planLoci(board, rows),
    review: planReview(board, rows, options.date),
    openPoints: openPoints(gaps),
    parking: parkedTexts(board, graph),
    people: options.people === true ? board.people : [],
  }
}

function nextMeasures(rows: readonly PlanRow[]): PlanRow[] {
  const dated = rows.filter((row) => row.measure && row.due !== null && (row.status?.standing ?? 'open') === 'open')
  return dated.toSorted((a, b) => compareDays(a.due, b.due)).slice(0, NEXT_MEASURES)
}

function planAnswers(board: Board, graph: Graph): PlanAnswer[] {
  const { measures, tasks, responsibilities, parking, registers } = board.template.plan
  const { chain } = board.template
  const listed = [...(registers ?? []).map((register) => register.of), ...(chain ? [chain.of, chain.station] : [])]
  const tabled = new Set([...measures, ...tasks, ...responsibilities, ...listed])
  const byHome = new Map<string, Card[]>()
  for (const card of graph.cards.values()) {
    const home = graph.home.get(card.id)
    if (home === undefined || tabled.has(card.kind)) continue
    byHome.set(home, [...(byHome.get(home) ?? []), card])
  }
  return questionsInOrder(board)
    .filter((question) => !parking.includes(question.id))
    .map((question) => ({ ...question, cards: byVotes(board, byHome.get(question.id) ?? []).map((card) => card.text.trim()) }))
    .filter((question) => question.wantsAnswer || question.answer !== null || question.cards.length > 0)
}

/** Most votes first; the rest as it lies. */
function byVotes(board: Board, cards: readonly Card[]): readonly Card[] {
  const { votes } = board
  return votes ? cards.toSorted((a, b) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0)) : cards
}

function planResponsibilities(board: Board, graph: Graph, rows: readonly PlanRow[]): PlanResponsibility[] {
  const { plan } = board.template
  const rowOf = new Map(rows.map((row) => [row.card, row]))
  return activeCards(graph, plan.responsibilities).map((card) => {
    const holders = holdersOf(board, graph, card)
    const covered = plan.covers === undefined ? [] : targetsOf(graph, card.id, plan.covers)
    return {
      text: card.text.trim(),
      holders: holders.map((holder) => holder.text.trim()),
      covers: covered.flatMap((target) => rowOf.get(target.id) ?? []).map((row) => ({ number: row.number, text: row.text })),
      contested: holders.length > 1,
    }
  })
}

// The last step of a path to an owner is the one that names the holder of a responsibility.
function holdersOf(board: Board, graph: Graph, card: Card): Card[] {
  const relations = new Set(board.template.plan.owners.flatMap((path) => path.at(-1) ?? []))
  return [...new Set([...relations].flatMap((relation) => sourcesOf(graph, card.id, relation)))]
}

function openPoints(gaps: readonly Gap[]): OpenPoints[] {
  return LEVELS.map((level) => ({
    level,
    points: gaps.filter((gap) => gap.level === level).map((gap) => ({ text: gap.text, mend: gap.mend })),
  })).filter((group) => group.points.length > 0)
}

function parkedTexts(board: Board, graph: Graph): string[] {
  const { parking } = board.template.plan
  const parked = [...graph.cards.values()].filter((card) => {
    const home = graph.home.get(card.id)
    return home !== undefined && parking.includes(home)
  })
  return parked.map((card) => card.text.trim())
}
