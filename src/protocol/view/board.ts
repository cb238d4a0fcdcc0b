import { z } from 'zod'
import { followsSchema } from '../../model/follows.ts'
import { boardQuestionSchema } from '../../model/board.ts'
import { languageSchema } from '../../model/text.ts'

export const boardPart = {
  title: z.string(),
  organisation: z.string(),
  goal: z.string(),
  language: languageSchema,
  locked: z.boolean(),
  /** Of a follow-up board: what it follows. */
  follows: followsSchema.nullable(),
  questions: z.array(boardQuestionSchema),
}
