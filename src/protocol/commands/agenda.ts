import { z } from 'zod'
import { blockIdSchema, blockParts } from '../../model/agenda.ts'
import { LIMITS } from '../../model/limits.ts'
import { command } from './parts.ts'

const { title, minutes, way, questions } = blockParts
/** The block that the sender saw running: two facilitators who press at the same time go on by one, not by two. */
const from = blockIdSchema.nullable()
/** Starts the timer with the block's minutes; without it a timer of the step before ends. */
const timer = z.boolean().optional()

/** All of these are soft: whatever they do can be done the other way round, and no card is touched. */
export const agendaCommands = [
  /** `block` is a new id; without `at`, behind the last one. */
  command('add-block', { block: blockIdSchema, title, minutes, way, questions, at: z.int().min(0).max(LIMITS.blocks).optional() }),
  command('describe-block', {
    block: blockIdSchema,
    title: title.optional(),
    minutes: minutes.optional(),
    way: way.optional(),
    questions: questions.optional(),
  }),
  command('move-block', { block: blockIdSchema, to: z.int().min(0).max(LIMITS.blocks) }),
  /** Not while it runs. */
  command('remove-block', { block: blockIdSchema }),
  /** A private note, for facilitators only. */
  command('note-block', { block: blockIdSchema, note: z.string().trim().max(LIMITS.noteChars) }),
  /** When the workshop is meant to begin; null: not said. */
  command('plan-start', { at: z.int().min(0).max(8.64e15).nullable() }),
  /** Goes to any block. A jump back opens the one that is left again. */
  command('start-block', { block: blockIdSchema, timer }),
  /** To the next open block; behind the last one the agenda ends. */
  command('next-block', { from, timer }),
  command('back-block', { from, timer }),
  /** Takes a block out of the course and in again; the running one gives way to the next. */
  command('skip-block', { block: blockIdSchema, skipped: z.boolean() }),
  command('end-agenda', { from }),
] as const
