import type { Card } from '../../../model/card.ts'
import type { CardId, FieldId, KindId, RelationId } from '../../../model/ids.ts'
import type { Question, Template } from '../../../model/template.ts'
import type { Language } from '../../../model/text.ts'
import { cardIdsIn, linksOfCard, type BoardState } from '../../../sync/board-store.ts'

/** The lane of cards that are in none yet. */
export const NO_LANE = ''
/** Where a stack lies whose cards belong to several lanes, and every card that the lanes are not about. No lane is called like this. */
export const BELOW = '~'

/** What a question's lanes stand for: the options of a choice field, or the cards at the other end of a relation. */
export type LaneRule = (
  | { readonly by: 'field'; readonly field: FieldId }
  | { readonly by: 'relation'; readonly relation: RelationId; readonly from: readonly KindId[] }
) & {
  /** The kinds that the lanes are about. */
  readonly kinds: readonly KindId[]
  readonly stack: KindId | undefined
}

export function laneRule(question: Question | undefined, template: Template): LaneRule | null {
  const { stack } = template
  if (question?.form === 'sort' && question.field !== undefined) {
    const { field } = question
    const kinds = template.kinds.filter((kind) => kind.fields.some((known) => known.id === field)).map((kind) => kind.id)
    return { by: 'field', field, kinds, stack }
  }
  if (question?.form !== 'collect' || question.relation === undefined) return null
  const relation = template.relations.find((known) => known.id === question.relation)
  return relation ? { by: 'relation', relation: relation.id, from: relation.from, kinds: relation.to, stack } : null
}

/** A card of a kind that the lanes are not about lies below them; a stack lies in the lane of its cards. */
export function hasLane(rule: LaneRule, kind: KindId): boolean {
  return kind === rule.stack || rule.kinds.includes(kind)
}

export interface LaneName {
  readonly value: string
  readonly title: string
}

/** All lanes in their order, without the one of cards that are in none. */
export function lanesOf(state: BoardState, template: Template, language: Language, question: Question, rule: LaneRule): LaneName[] {
  if (rule.by === 'relation') {
    const ids = rule.from.flatMap((kind) => state.idsOfKind.get(kind) ?? [])
    return ids.map((id) => ({ value: id, title: state.cards.get(id)?.text.trim() ?? '' }))
  }
  const kinds = question.of === undefined ? question.kinds : [question.of]
  const fields = template.kinds.filter((kind) => kinds.includes(kind.id)).flatMap((kind) => kind.fields)
  const options = fields.find((field) => field.id === rule.field)?.options ?? []
  return options.map((option) => ({ value: option.id, title: option.label[language] }))
}

/** The lane in which a card lies. */
export function laneOf(state: BoardState, rule: LaneRule, card: Pick<Card, 'id' | 'kind' | 'fields'>): string {
  if (card.kind === rule.stack) return laneOfStack(state, rule, card.id)
  if (!rule.kinds.includes(card.kind)) return BELOW
  if (rule.by === 'field') {
    const value = card.fields[rule.field]
    return typeof value === 'string' ? value : NO_LANE
  }
  return laneLinks(state, rule, card.id)[0]?.from ?? NO_LANE
}

function laneOfStack(state: BoardState, rule: LaneRule, id: CardId): string {
  const lanes = new Set(sortedWith(state, rule, id).flatMap((inside) => laneOf(state, rule, inside)))
  const [only = BELOW] = lanes
  return lanes.size > 1 ? BELOW : only
}

/** The cards that go into a lane when one is put there: itself, or what lies in the stack. */
export function sortedWith(state: BoardState, rule: LaneRule, id: CardId): Card[] {
  const ids = state.cards.get(id)?.kind === rule.stack ? cardIdsIn(state, id) : [id]
  return ids.flatMap((one) => state.cards.get(one) ?? []).filter((card) => rule.kinds.includes(card.kind))
}

/** The links that put a card into its lane: more than one is a contradiction. */
export function laneLinks(
  state: BoardState,
  rule: LaneRule & { by: 'relation' },
  id: CardId,
): { readonly id: string; readonly from: CardId }[] {
  const lanes = new Set(rule.from.flatMap((kind) => state.idsOfKind.get(kind) ?? []))
  return linksOfCard(state, id).filter((link) => link.relation === rule.relation && link.to === id && lanes.has(link.from))
}
