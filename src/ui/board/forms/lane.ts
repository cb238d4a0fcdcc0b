import type { Card } from '../../../model/card.ts'
import type { CardId, FieldId, KindId, RelationId } from '../../../model/ids.ts'
import type { Question, Template } from '../../../model/template.ts'
import type { Language } from '../../../model/text.ts'
import { linksOfCard, type BoardState } from '../../../sync/board-store.ts'

/** The lane of cards that are in none yet. */
export const NO_LANE = ''

/** What a question's lanes stand for: the options of a choice field, or the cards at the other end of a relation. */
export type LaneRule =
  | { readonly by: 'field'; readonly field: FieldId }
  | { readonly by: 'relation'; readonly relation: RelationId; readonly from: readonly KindId[] }

export function laneRule(question: Question | undefined, template: Template): LaneRule | null {
  if (question?.form === 'sort' && question.field !== undefined) return { by: 'field', field: question.field }
  if (question?.form !== 'collect' || question.relation === undefined) return null
  const relation = template.relations.find((known) => known.id === question.relation)
  return relation ? { by: 'relation', relation: relation.id, from: relation.from } : null
}

/** A card of a kind that the lanes are not about lies below them. */
export function hasLane(template: Template, rule: LaneRule, kind: KindId): boolean {
  if (rule.by === 'relation') return template.relations.some((known) => known.id === rule.relation && known.to.includes(kind))
  return template.kinds.some((known) => known.id === kind && known.fields.some((field) => field.id === rule.field))
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
export function laneOf(state: BoardState, rule: LaneRule, card: Pick<Card, 'id' | 'fields'>): string {
  if (rule.by === 'field') {
    const value = card.fields[rule.field]
    return typeof value === 'string' ? value : NO_LANE
  }
  return laneLinks(state, rule, card.id)[0]?.from ?? NO_LANE
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
