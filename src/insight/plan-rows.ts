import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import type { PathStep } from '../model/template-ids.ts'
import type { Rule } from '../model/template-rules.ts'
import { standingOf } from './duties.ts'
import type { Gap } from './gap.ts'
import { activeCards, follow, sourcesOf, type Graph } from './graph.ts'
import { questionsInOrder } from './questions.ts'
import { compareDays, costOf, detailsOf, fieldTextOf, isoDay } from './values.ts'

type MissingPart = 'doers' | 'owners' | 'due' | 'locus' | 'details'

interface PlanRowStatus {
  readonly text: string
  /** Done and dropped ones wait for nobody. */
  readonly standing: 'open' | 'done' | 'dropped'
  readonly note: string | null
}

/** One line of the plan's table: a measure or a task. */
export interface PlanRow {
  readonly number: number
  readonly card: CardId
  readonly measure: boolean
  readonly kind: string
  readonly text: string
  readonly doers: readonly string[]
  readonly owners: readonly string[]
  /** A responsibility over this row has more holders than it may have. */
  readonly contested: boolean
  /** An ISO day, or null. */
  readonly due: string | null
  readonly standards: readonly string[]
  readonly locus: string | null
  /** How it goes, in the words of the template's choice; null until somebody has said. */
  readonly status: PlanRowStatus | null
  /** The mark of the question where the card lies. */
  readonly origin: string | null
  readonly cost: number | null
  /** What a vote gave it; null when it was in none. */
  readonly votes: number | null
  readonly recommendation: string | null
  /** Further filled fields, in the template's order. */
  readonly details: readonly { readonly label: string; readonly text: string }[]
  readonly missing: readonly MissingPart[]
}

/** Measures before tasks; within each, those without a date or a person that they need first, then by votes, by date, in reading order. */
export function planRows(board: Board, graph: Graph, gaps: readonly Gap[]): PlanRow[] {
  const { measures, tasks } = board.template.plan
  const marks = new Map(questionsInOrder(board).map((question) => [question.id, question.mark]))
  const byCard = new Map<CardId | undefined, Gap[]>()
  for (const gap of gaps) byCard.set(gap.cards[0], [...(byCard.get(gap.cards[0]) ?? []), gap])
  const measureKinds = new Set(measures)
  const rows = activeCards(graph, [...measures, ...tasks]).map((card) => {
    const home = graph.home.get(card.id)
    const origin = home === undefined ? null : (marks.get(home) ?? null)
    return rowOf(board, graph, card, { measure: measureKinds.has(card.kind), origin, gapsOf: (id) => byCard.get(id) ?? [] })
  })
  return rows.toSorted(byUrgency).map((row, at) => ({ ...row, number: at + 1 }))
}

interface Around {
  readonly measure: boolean
  readonly origin: string | null
  readonly gapsOf: (card: CardId) => readonly Gap[]
}

function rowOf(board: Board, graph: Graph, card: Card, around: Around): PlanRow {
  const { template, language } = board
  const { plan } = template
  const due = isoDay(plan.due && card.fields[plan.due])
  const doers = textsOf(plan.doers.flatMap((relation) => sourcesOf(graph, card.id, relation)))
  const owners = textsOf(plan.owners.flatMap((path) => follow(graph, card.id, path)))
  const covering = [card, ...plan.owners.flatMap((path) => follow(graph, card.id, path.slice(0, -1)))]
  const recommendation = plan.recommendation && card.fields[plan.recommendation]
  const needed = new Set(around.gapsOf(card.id).flatMap((gap) => partsOf(board, gap)))
  if (around.measure && plan.due !== undefined && due === null) needed.add('due')
  if (around.measure && doers.length === 0 && owners.length === 0) needed.add('doers')
  return {
    number: 0,
    card: card.id,
    measure: around.measure,
    kind: template.kinds.find((kind) => kind.id === card.kind)?.label[language] ?? card.kind,
    text: card.text.trim(),
    doers,
    owners,
    contested: covering.some((cover) => around.gapsOf(cover.id).some((gap) => gap.contradiction)),
    due,
    standards: plan.standards === undefined ? [] : textsOf(sourcesOf(graph, card.id, plan.standards)),
    locus: fieldTextOf(template, card, language, plan.locus),
    status: statusOf(board, card),
    origin: around.origin,
    cost: costOf(template, card),
    votes: board.votes?.[card.id] ?? null,
    recommendation: typeof recommendation === 'string' && recommendation.trim() !== '' ? recommendation.trim() : null,
    details: detailsOf(template, card, language, [
      due === null ? undefined : plan.due,
      plan.locus,
      plan.recommendation,
      ...(plan.leaveOut ?? []),
    ]),
    missing: [...needed],
  }
}

function statusOf(board: Board, card: Card): PlanRowStatus | null {
  const { template, language } = board
  const { status } = template.plan
  const text = fieldTextOf(template, card, language, status?.field)
  if (text === null) return null
  return { text, standing: standingOf(board, card), note: fieldTextOf(template, card, language, status?.note) }
}

function textsOf(cards: readonly Card[]): string[] {
  return [...new Set(cards)].map((card) => card.text.trim())
}

/** Which columns of the plan a gap leaves empty. */
function partsOf(board: Board, gap: Gap): MissingPart[] {
  const { plan, rules } = board.template
  if (gap.fields) return gap.fields.map((field) => (field === plan.due ? 'due' : field === plan.locus ? 'locus' : 'details'))
  const rule: Rule | undefined = rules.find((candidate) => candidate.id === gap.rule)
  if (rule?.type !== 'linked' || gap.contradiction) return []
  const path = rule.path
  if (plan.doers.some((relation) => same([relation], path))) return ['doers']
  return plan.owners.some((owner) => same(owner, path)) ? ['owners'] : []
}

function same(a: readonly PathStep[], b: readonly PathStep[]): boolean {
  return a.length === b.length && a.every((relation, at) => relation === b[at])
}

function byUrgency(a: PlanRow, b: PlanRow): number {
  if (a.measure !== b.measure) return a.measure ? -1 : 1
  const unassigned = (row: PlanRow): boolean => row.missing.includes('due') || row.missing.includes('doers')
  if (unassigned(a) !== unassigned(b)) return unassigned(a) ? -1 : 1
  return (b.votes ?? 0) - (a.votes ?? 0) || compareDays(a.due, b.due)
}
