import { z } from 'zod'
import { boardQuestionSchema } from '../../model/board.ts'
import { languageSchema } from '../../model/text.ts'

export const boardPart = {
  title: z.string(),
  organisation: z.string(),
  goal: z.string(),
  language: languageSchema,
  locked: z.boolean(),
  questions: z.array(boardQuestionSchema),
}
