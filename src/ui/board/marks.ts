import type { QuestionId } from '../../model/ids.ts'
import type { Template } from '../../model/template.ts'

/** A question of the template keeps its mark; one that the facilitator added is counted. */
export function markOf(id: QuestionId, questions: readonly { readonly id: QuestionId }[], template: Template): string {
  const known = template.questions
  const added = questions.filter((question) => !known.some((other) => other.id === question.id))
  return known.find((question) => question.id === id)?.mark ?? `+${added.findIndex((question) => question.id === id) + 1}`
}
