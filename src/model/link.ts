import { z } from 'zod'
import { isId, type CardId, type KindId, type RelationId } from './ids.ts'
import type { Relation, Template } from './template.ts'

/** The id is the link: two people who link the same two cards make one link, two who disagree make a visible contradiction. */
export const linkSchema = z
  .string()
  .max(130)
  .transform((id, context) => {
    const [relation, from, to, ...rest] = id.split(':')
    if (!isId(relation) || !isId(from) || !isId(to) || rest.length > 0 || from === to) {
      context.addIssue({ code: 'custom', message: 'expected relation:from:to' })
      return z.NEVER
    }
    return { id, relation: relation as RelationId, from: from as CardId, to: to as CardId }
  })
export type Link = z.output<typeof linkSchema>

export function linkId(relation: RelationId, from: CardId, to: CardId): string {
  return `${relation}:${from}:${to}`
}

/** The relations that a card of one kind may enter when it is put onto a card of another kind, in the template's order. */
export function relationsBetween(template: Template, from: KindId, to: KindId): Relation[] {
  return template.relations.filter((relation) => relation.from.includes(from) && relation.to.includes(to))
}
