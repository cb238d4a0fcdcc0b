import { z } from 'zod'
import { agendaOf, agendaSchema, NO_AGENDA } from './agenda.ts'
import { areaSchema } from './areas.ts'
import { boardQuestionSchema, questionsOf, roleSchema } from './board.ts'
import { followsSchema } from './follows.ts'
import { callSchema } from './guidance.ts'
import { isId, type CardId, type PersonId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { passSchema } from './passes.ts'
import { NO_ROUNDS, roundsSchema } from './rounds.ts'
import { templateSchema, type Template } from './template.ts'
import { languageSchema, type Language } from './text.ts'
import { timerSchema } from './timer.ts'

const personIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as PersonId)

const personSchema = z.object({
  id: personIdSchema,
  name: z.string().trim().min(1).max(LIMITS.nameChars),
  role: roleSchema,
  area: areaSchema.optional(),
  /** A person who was removed keeps the entry, so that the name stays right in what is already written. */
  removed: z.boolean().optional(),
})
export type Person = z.infer<typeof personSchema>

const endSchema = z.number().nullable()
const linkUntilSchema = z.object({ facilitator: endSchema, participant: endSchema, viewer: endSchema })
const NO_END = { facilitator: null, participant: null, viewer: null }
const NO_CODE = { number: 0, until: null }

/** What only a facilitator changes. Plain JSON, owned by the server, changed by commands. */
export const frameSchema = z.object({
  rev: z.int().min(1),
  title: z.string(),
  organisation: z.string(),
  goal: z.string(),
  language: languageSchema,
  locked: z.boolean(),
  questions: z.array(boardQuestionSchema),
  roster: z.array(personSchema),
  /** Raised to make every older link of a role useless. */
  linkGeneration: z.object({ facilitator: z.int(), participant: z.int(), viewer: z.int() }),
  /** Until when links let people in; null: as long as the board lives. */
  linkUntil: linkUntilSchema.default(NO_END),
  /** How long a new link holds; null: as long as the board lives. */
  linkDays: z.int().nullable().default(null),
  /** The spoken code: derived from its number, open until a moment, null while switched off. */
  code: z.object({ number: z.int(), until: z.number().nullable() }).default(NO_CODE),
  /** Links that open one thing without joining, by what they open. */
  passes: z.record(z.string(), passSchema).default({}),
  follows: followsSchema.nullable().default(null),
  /** Who made the board. */
  founder: personIdSchema.nullable().default(null),
  template: templateSchema,
  agenda: agendaSchema.default(NO_AGENDA),
  /** The facilitators' private notes, by block id. */
  notes: z.record(z.string(), z.string()).default({}),
  timer: timerSchema.nullable().default(null),
  call: callSchema.nullable().default(null),
  /** The card that is large on every screen. */
  spotlight: z
    .string()
    .refine(isId)
    .transform((id) => id as CardId)
    .nullable()
    .default(null),
  /** Who is done with the present step. */
  ready: z.array(personIdSchema).default([]),
  /** Whose hand is up, the first one first. */
  hands: z.array(personIdSchema).default([]),
  rounds: roundsSchema.default(NO_ROUNDS),
  /** Answers to the newest commands, by command id: a command sent twice is done once. */
  answered: z.array(z.object({ id: z.string(), person: z.string(), refused: z.string().optional() })),
})
export type Frame = z.infer<typeof frameSchema>

export function createFrame(template: Template, given: { title: string; organisation: string; goal?: string; language: Language }): Frame {
  return {
    rev: 1,
    title: given.title,
    organisation: given.organisation,
    goal: given.goal ?? template.goal[given.language],
    language: given.language,
    locked: false,
    questions: questionsOf(template, given.language),
    roster: [],
    linkGeneration: { facilitator: 1, participant: 1, viewer: 1 },
    linkUntil: NO_END,
    linkDays: null,
    code: NO_CODE,
    passes: {},
    follows: null,
    founder: null,
    template,
    ...agendaOf(template, given.language),
    timer: null,
    call: null,
    spotlight: null,
    ready: [],
    hands: [],
    rounds: NO_ROUNDS,
    answered: [],
  }
}
