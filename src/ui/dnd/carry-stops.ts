import type { Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import type { Question, Template } from '../../model/template.ts'
import type { Language } from '../../model/text.ts'
import type { BoardQuestion } from '../../model/board.ts'
import { cardIdsIn, type BoardState } from '../../sync/board-store.ts'
import { hasLane, laneOf, laneRule, lanesOf, NO_LANE, type LaneName } from '../board/forms/lane.ts'
import type { CarryColumn, CarryPlace } from './carry-step.ts'
import type { Rules } from './find-target.ts'

/** A place that takes a carried card: a column, a lane in one, or the chain that the card is a station of. */
export interface Stop extends CarryColumn {
  /** Where the card would lie. */
  readonly in: string
  /** The cards that are there already, in order. */
  readonly ids: readonly CardId[]
  /** The lane that the card is put into; `own` is the one in which it lies. */
  readonly sorts?: { readonly question: Question; readonly lane: LaneName; readonly own: boolean }
}

interface Around {
  readonly state: BoardState
  readonly template: Template
  readonly language: Language
  readonly rules: Rules
  readonly noLane: string
}

export function carryStops(card: Card, from: string, questions: readonly BoardQuestion[], around: Around): Stop[] {
  const { state, rules, template } = around
  const others = (ids: readonly CardId[]): CardId[] => ids.filter((id) => id !== card.id)
  if (rules.holds(card.place.in, card.kind)) {
    const ids = others(cardIdsIn(state, card.place.in))
    return [
      { id: card.place.in, column: from, in: card.place.in, title: state.cards.get(card.place.in)?.text ?? '', ids, count: ids.length },
    ]
  }
  const stops = questions.flatMap((question): Stop[] => {
    const declared = template.questions.find((known) => known.id === question.id)
    const rule = laneRule(declared, template)
    const accepts = rules.accepts(question.id, card.kind, card.id)
    // A column that only shows the card sorts it, but is no place to carry it to.
    if (declared?.of !== undefined && question.id !== from) return []
    if (declared && rule && hasLane(rule, card.kind)) return lanes(card, question, declared, accepts, around)
    if (!accepts) return []
    const ids = others(cardIdsIn(state, question.id))
    return [{ id: question.id, column: question.id, in: question.id, title: question.title, ids, count: ids.length }]
  })
  return withStack(stops, card, state, template)
}

/** A card in a stack is moved within it first; the question that the stack lies in is one step to the left. */
function withStack(stops: readonly Stop[], card: Card, state: BoardState, { stack: kind }: Template): Stop[] {
  const stack = state.cards.get(card.place.in)
  if (kind === undefined || stack?.kind !== kind) return [...stops]
  const ids = cardIdsIn(state, stack.id).filter((id) => id !== card.id)
  const home = stops.findLastIndex((stop) => stop.in === stack.place.in)
  const own: Stop = { id: stack.id, column: stack.id, in: stack.id, title: stack.text, ids, count: ids.length }
  return stops.toSpliced(home + 1, 0, own)
}

function lanes(card: Card, { id, title }: BoardQuestion, question: Question, accepts: boolean, around: Around): Stop[] {
  const { state, template, language, rules, noLane } = around
  const rule = laneRule(question, template)
  if (!rule) return []
  const all = [{ value: NO_LANE, title: noLane }, ...lanesOf(state, template, language, question, rule)]
  return all.flatMap((lane): Stop[] => {
    if (!rules.laneFor(id, card.id, lane.value)) return []
    const ids = cardIdsIn(state, id).filter((other) => {
      const known = state.cards.get(other)
      return other !== card.id && known !== undefined && laneOf(state, rule, known) === lane.value
    })
    const inLane = accepts ? ids : []
    const stop = { id: `${id} ${lane.value}`, column: id, in: id, title: `${title}, ${lane.title}`, ids: inLane, count: inLane.length }
    return [{ ...stop, sorts: { question, lane, own: laneOf(state, rule, card) === lane.value } }]
  })
}

/** Where a carried card begins: at its own place, as the column shows it in which it was picked up. */
export function firstPlace(stops: readonly Stop[], state: BoardState, card: Card, from: string): CarryPlace | null {
  const isOwn = (stop: Stop): boolean => (stop.sorts ? stop.sorts.own : stop.in === card.place.in)
  const stop = stops.find((each) => each.column === from && isOwn(each)) ?? stops.find(isOwn) ?? stops[0]
  if (!stop) return null
  const all = cardIdsIn(state, stop.in)
  return { column: stop.id, index: stop.ids.filter((id) => all.indexOf(id) < all.indexOf(card.id)).length }
}

/** The index among all cards of the place that the slot in a lane stands for. */
export function indexAt(state: BoardState, stop: Stop, index: number, id: CardId): number {
  const all = cardIdsIn(state, stop.in).filter((other) => other !== id)
  const above = stop.ids[index - 1]
  const below = stop.ids[index]
  if (above !== undefined) return all.indexOf(above) + 1
  return below === undefined ? all.length : all.indexOf(below)
}
