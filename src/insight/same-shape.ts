import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { FieldId, QuestionId } from '../model/ids.ts'
import type { Template } from '../model/template.ts'
import { isFilled } from './wording.ts'

/** True when no rule can tell two states of a board apart: they differ in words at most. Its limit: links in another order count as different. */
export function sameShape(before: Board, after: Board): boolean {
  if (before.template !== after.template) return false
  const worded = wordedFields(after.template)
  return (
    sameList(before.questions, after.questions, (a, b) => a.id === b.id) &&
    after.questions.every(({ id }) => sameAnswer(before, after, id)) &&
    sameList(before.links, after.links, (a, b) => a.id === b.id) &&
    sameList(before.cards, after.cards, (a, b) => sameCard(a, b, worded))
  )
}

function sameAnswer(before: Board, after: Board, id: QuestionId): boolean {
  if (isFilled(before.answers[id]) !== isFilled(after.answers[id]) || before.verdicts[id] !== after.verdicts[id]) return false
  return before.voices === after.voices || isObjected(before, id) === isObjected(after, id)
}

function isObjected(board: Board, id: QuestionId): boolean {
  return board.voices.some((voice) => voice.question === id && voice.stance === 'object')
}

function sameCard(a: Card, b: Card, worded: ReadonlySet<FieldId>): boolean {
  if (a.id !== b.id || a.kind !== b.kind || a.place.in !== b.place.in || a.place.order !== b.place.order) return false
  if (a.fields === b.fields) return true
  const ids = [...Object.keys(a.fields), ...Object.keys(b.fields)] as FieldId[]
  return ids.every((id) => {
    const [x, y] = [a.fields[id], b.fields[id]]
    if (worded.has(id)) return isFilled(x) === isFilled(y)
    return x === y || (Array.isArray(x) && Array.isArray(y) && sameList(x, y, Object.is))
  })
}

// Of a text a rule asks only whether it is there, except by what somebody is recognised.
function wordedFields(template: Template): Set<FieldId> {
  const fields = template.kinds.flatMap((kind) => kind.fields)
  const isWorded = (type: string): boolean => type === 'text' || type === 'longtext'
  const worded = new Set(fields.filter((field) => isWorded(field.type)).map((field) => field.id))
  for (const field of fields) if (!isWorded(field.type) || field.id === template.chain?.key) worded.delete(field.id)
  return worded
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at] || same(item, b[at] as T)))
}
