import { z } from 'zod'
import { isId, type PersonId, type QuestionId } from '../model/ids.ts'
import { roleSchema } from '../model/board.ts'
import { LIMITS } from '../model/limits.ts'

const commandId = z.string().regex(/^[A-Za-z][A-Za-z0-9]{7,39}$/)
const questionId = z
  .string()
  .refine(isId)
  .transform((id) => id as QuestionId)
const personId = z
  .string()
  .refine(isId)
  .transform((id) => id as PersonId)
const title = z.string().trim().min(1).max(LIMITS.titleChars)

/** Everything that changes the frame. A command sent twice with the same id is done once. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id: commandId,
    type: z.literal('describe-board'),
    title: title.optional(),
    organisation: z.string().trim().max(LIMITS.titleChars).optional(),
    goal: z.string().trim().max(LIMITS.goalChars).optional(),
  }),
  z.strictObject({
    id: commandId,
    type: z.literal('describe-question'),
    question: questionId,
    title: title.optional(),
    hint: z.string().trim().max(LIMITS.titleChars).optional(),
  }),
  z.strictObject({
    id: commandId,
    type: z.literal('add-question'),
    question: questionId,
    title,
    hint: z.string().trim().max(LIMITS.titleChars),
  }),
  z.strictObject({ id: commandId, type: z.literal('remove-question'), question: questionId }),
  z.strictObject({ id: commandId, type: z.literal('move-question'), question: questionId, to: z.int().min(0).max(LIMITS.questions) }),
  z.strictObject({ id: commandId, type: z.literal('lock-question'), question: questionId, locked: z.boolean() }),
  z.strictObject({ id: commandId, type: z.literal('lock-board'), locked: z.boolean() }),
  z.strictObject({ id: commandId, type: z.literal('rename-me'), name: z.string().trim().min(1).max(LIMITS.nameChars) }),
  z.strictObject({ id: commandId, type: z.literal('change-role'), person: personId, role: roleSchema }),
  z.strictObject({ id: commandId, type: z.literal('remove-person'), person: personId }),
  z.strictObject({ id: commandId, type: z.literal('renew-link'), role: roleSchema }),
])
export type Command = z.infer<typeof commandSchema>
/** A command without its id, as the interface builds it. */
export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never
