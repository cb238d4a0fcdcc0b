import { z } from 'zod'
import { isId, type CardId, type QuestionId } from './ids.ts'

/** "Please come here": a new number asks everybody once to follow. */
export const callSchema = z.object({
  number: z.int(),
  question: z
    .string()
    .refine(isId)
    .transform((id) => id as QuestionId)
    .nullable(),
  card: z
    .string()
    .refine(isId)
    .transform((id) => id as CardId)
    .nullable(),
  /** The part of the interface, by its name there: the board, the plan. */
  screen: z.string().refine(isId).nullable(),
})
