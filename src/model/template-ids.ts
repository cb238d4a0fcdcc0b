import { z } from 'zod'
import { isId, type FieldId, type KindId, type QuestionId, type RelationId } from './ids.ts'
import { localizedSchema } from './text.ts'

export const idSchema = z.string().refine(isId, 'a letter, then letters, digits or "-", 40 at most')
export const fieldIdSchema = idSchema.transform((value) => value as FieldId)
export const kindIdSchema = idSchema.transform((value) => value as KindId)
export const relationIdSchema = idSchema.transform((value) => value as RelationId)
export const questionIdSchema = idSchema.transform((value) => value as QuestionId)

export const countSchema = z.strictObject({ one: localizedSchema, other: localizedSchema })

/** A relation is walked towards the sources of its links; with `>` before it, along the arrow, towards their targets. */
export type PathStep = RelationId | (string & { readonly __brand: 'PathStep' })

const stepSchema = z
  .string()
  .refine((step) => isId(step.replace(/^>/, '')), 'a relation, with ">" before it to walk along its arrow')
  .transform((step) => step as PathStep)
export const pathSchema = z.array(stepSchema).min(1).max(3)
export type Path = z.infer<typeof pathSchema>

/** The relation that a step of a path walks, and to which end of its links. */
export function readStep(step: PathStep): { readonly relation: RelationId; readonly end: 'sources' | 'targets' } {
  return step.startsWith('>') ? { relation: step.slice(1) as RelationId, end: 'targets' } : { relation: step as RelationId, end: 'sources' }
}

/** Holds when one of the fields is filled, or, with `is`, when one of them has one of these values. */
export const fieldConditionSchema = z.strictObject({
  fields: z.array(fieldIdSchema).min(1).max(6),
  is: z.array(idSchema).min(1).max(12).optional(),
})
export type FieldCondition = z.infer<typeof fieldConditionSchema>
