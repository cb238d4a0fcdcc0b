import { z } from 'zod'
import { isId, type BlockId, type QuestionId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { waySchema } from './template-agenda.ts'
import type { Template } from './template.ts'
import type { Language } from './text.ts'

export const blockIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as BlockId)
const focusIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as QuestionId)

export const blockParts = {
  title: z.string().trim().min(1).max(LIMITS.titleChars),
  minutes: z.int().min(1).max(480),
  way: waySchema,
  /** The questions in focus; none: the whole board. */
  questions: z.array(focusIdSchema).max(LIMITS.questions),
}

/** One part of the workshop. Running: begun and not ended. Both times null: still open. */
const blockSchema = z.object({
  id: blockIdSchema,
  ...blockParts,
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  skipped: z.boolean(),
})
export type Block = z.infer<typeof blockSchema>

/** A block as a file keeps it: what was planned and changed, not when it ran, and no private note. */
export const blockFileSchema = z.object({ id: blockIdSchema, ...blockParts, skipped: z.boolean() })
export type BlockFile = z.infer<typeof blockFileSchema>

export const agendaSchema = z.object({
  /** When the workshop is meant to begin. */
  startAt: z.number().nullable(),
  current: blockIdSchema.nullable(),
  blocks: z.array(blockSchema),
})
export type Agenda = z.infer<typeof agendaSchema>

export const NO_AGENDA: Agenda = { startAt: null, current: null, blocks: [] }

/** The agenda and the facilitator's notes of a new board, in the board's language. */
export function agendaOf(template: Template, language: Language): { agenda: Agenda; notes: Record<string, string> } {
  const blocks = (template.agenda ?? []).map(({ id, title, minutes, way, questions }) => ({
    ...openBlock(id as BlockId),
    title: title[language],
    minutes,
    way,
    questions: [...questions],
  }))
  const notes = (template.agenda ?? []).flatMap(({ id, note }) => (note ? [[id, note[language]] as const] : []))
  return { agenda: { ...NO_AGENDA, blocks }, notes: Object.fromEntries(notes) }
}

/** An agenda from a file, which has not begun. Questions that the board does not have are left out. */
export function agendaFrom(blocks: readonly BlockFile[], questions: readonly { readonly id: QuestionId }[]): Agenda {
  const known = new Set(questions.map(({ id }) => id))
  const unique = blocks.filter((block, at) => blocks.findIndex(({ id }) => id === block.id) === at)
  return {
    ...NO_AGENDA,
    blocks: unique.map(({ skipped, ...block }) => ({
      ...openBlock(block.id),
      ...block,
      skipped,
      questions: block.questions.filter((id) => known.has(id)),
    })),
  }
}

export function openBlock(id: BlockId): Pick<Block, 'id' | 'startedAt' | 'endedAt' | 'skipped'> {
  return { id, startedAt: null, endedAt: null, skipped: false }
}

export function currentBlock(agenda: Agenda): Block | undefined {
  return agenda.blocks.find((block) => block.id === agenda.current)
}

/** The block that comes after the running one; null behind the last. */
export function nextOpen({ blocks, current }: Agenda): BlockId | null {
  const at = blocks.findIndex((block) => block.id === current)
  return blocks.slice(at + 1).find((block) => block.endedAt === null && !block.skipped)?.id ?? null
}

/** The block before the running one, or the last one that ran. */
export function previous({ blocks, current }: Agenda): BlockId | null {
  const at = blocks.findIndex((block) => block.id === current)
  const before = at < 0 ? blocks.filter((block) => block.endedAt !== null) : blocks.slice(0, at)
  return before.findLast((block) => !block.skipped)?.id ?? null
}

/** While the room reads, what it reads stands still; the parking lot is always open. */
export function standsStill({ agenda, template }: { agenda: Agenda; template: Template }, question: string): boolean {
  const block = currentBlock(agenda)
  if (block?.way !== 'read') return false
  return block.questions.length > 0 ? block.questions.some((id) => id === question) : !template.plan.parking.some((id) => id === question)
}
