import { z } from 'zod'
import { idSchema, questionIdSchema } from './template-ids.ts'
import { localizedSchema } from './text.ts'

/** How the room works in a block. In `read`, cards of the questions in focus stand still. */
export const WAYS = ['talk', 'write', 'read', 'group', 'vote', 'decide', 'assign', 'rehearse', 'close'] as const
export const waySchema = z.enum(WAYS)

/** A block of the agenda that a new board starts with. */
export const templateBlockSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  minutes: z.int().min(1).max(480),
  way: waySchema,
  /** The questions in focus; none: the whole board. */
  questions: z.array(questionIdSchema).max(24).default([]),
  /** Only facilitators read it. */
  note: localizedSchema.optional(),
})
