import { z } from 'zod'
import { boardQuestionSchema, roleSchema } from '../../model/board.ts'
import type { PersonId } from '../../model/ids.ts'
import { languageSchema } from '../../model/text.ts'

export const personIdSchema = z.string().transform((id) => id as PersonId)

export const boardPart = {
  title: z.string(),
  organisation: z.string(),
  goal: z.string(),
  language: languageSchema,
  locked: z.boolean(),
  questions: z.array(boardQuestionSchema),
}

export const peoplePart = {
  people: z.array(z.object({ id: personIdSchema, name: z.string(), role: roleSchema, online: z.boolean() })),
}
export const myPeoplePart = { id: personIdSchema, role: roleSchema }
