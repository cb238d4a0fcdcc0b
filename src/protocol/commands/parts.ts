import { z } from 'zod'
import { isId, type CardId, type PersonId, type QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'

const commandId = z.string().regex(/^[A-Za-z][A-Za-z0-9]{7,39}$/)
export const questionId = z
  .string()
  .refine(isId)
  .transform((id) => id as QuestionId)
export const personId = z
  .string()
  .refine(isId)
  .transform((id) => id as PersonId)
export const cardId = z
  .string()
  .refine(isId)
  .transform((id) => id as CardId)
export const title = z.string().trim().min(1).max(LIMITS.titleChars)

/** A command of this type with these parts. */
export function command<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ id: commandId, type: z.literal(type), ...shape })
}
