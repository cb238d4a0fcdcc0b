import { z } from 'zod'
import { LIMITS } from '../../model/limits.ts'
import { command, questionId, title } from './parts.ts'

const shortText = z.string().trim().max(LIMITS.titleChars)

export const boardCommands = [
  command('describe-board', {
    title: title.optional(),
    organisation: shortText.optional(),
    goal: z.string().trim().max(LIMITS.goalChars).optional(),
  }),
  command('lock-board', { locked: z.boolean() }),
  command('describe-question', { question: questionId, title: title.optional(), hint: shortText.optional() }),
  command('add-question', { question: questionId, title, hint: shortText }),
  command('remove-question', { question: questionId }),
  command('move-question', { question: questionId, to: z.int().min(0).max(LIMITS.questions) }),
  command('lock-question', { question: questionId, locked: z.boolean() }),
] as const
