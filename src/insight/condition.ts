import type { Board } from '../model/board.ts'
import type { Card, FieldValue } from '../model/card.ts'
import type { FieldId } from '../model/ids.ts'
import type { FieldCondition } from '../model/template-ids.ts'
import type { Condition } from '../model/template-rules.ts'
import type { Field } from '../model/template.ts'
import { walk, type Graph } from './graph.ts'
import { isFilled } from './wording.ts'

/** True when all conditions hold for a card; none at all hold always. */
export function allHold(graph: Graph, card: Card, conditions: readonly Condition[] | undefined): boolean {
  return (conditions ?? []).every((condition) =>
    'path' in condition ? walk(graph, [card.id], condition.path).length >= condition.min : fieldHolds(card, condition),
  )
}

/** True when one of the condition's fields is filled, or has one of its values. */
export function fieldHolds(card: Card, condition: FieldCondition): boolean {
  return condition.fields.some((field) => hasValue(card.fields[field], condition.is))
}

/** True for a filled value; with `accept`, for one that is or contains an accepted one. */
export function hasValue(value: FieldValue | undefined, accept: readonly string[] | undefined): boolean {
  if (!isFilled(value)) return false
  if (accept === undefined) return true
  return Array.isArray(value) ? value.some((choice) => accept.includes(choice)) : accept.includes(String(value))
}

/** The declared fields of a card of a template, looked up often: made once per board. */
export function fieldLookup(board: Board): (card: Card, field: FieldId) => Field | undefined {
  const byKind = new Map(board.template.kinds.map((kind) => [kind.id, new Map(kind.fields.map((field) => [field.id, field]))]))
  return (card, field) => byKind.get(card.kind)?.get(field)
}
