import { z } from 'zod'
import { fieldIdSchema, idSchema, kindIdSchema, pathSchema, questionIdSchema, relationIdSchema } from './template-ids.ts'
import { localizedSchema } from './text.ts'

/** A card that one press makes of what is missing at a station. Its slots: {station}, {next}, {card}. */
const makeSchema = z.strictObject({
  kind: kindIdSchema,
  text: localizedSchema,
  /** Each links the new card with the station, with who stands there or with the chain, whichever its kinds allow first. */
  relations: z.array(relationIdSchema).max(4).default([]),
})
export type Make = z.infer<typeof makeSchema>

const makesSchema = z.array(makeSchema).min(1).max(6)

/** How a chain of stations is read: a card of kind `of` holds stations in their order. */
export const chainSchema = z.strictObject({
  of: kindIdSchema,
  station: kindIdSchema,
  /** From the one who stands there onto the station. */
  who: relationIdSchema,
  /** From the station onto a card whose field `key` names by what somebody is recognised there, several divided by commas. */
  at: relationIdSchema.optional(),
  key: fieldIdSchema.optional(),
  /** What is asked at each station, by choice fields whose options have a tone. */
  asks: z
    .array(
      z.strictObject({
        field: fieldIdSchema,
        short: localizedSchema,
        reason: localizedSchema,
        no: localizedSchema,
        unclear: localizedSchema,
        makes: makesSchema,
      }),
    )
    .min(1)
    .max(6),
  /** What is asked between two stations. */
  handover: z.strictObject({
    field: fieldIdSchema,
    short: localizedSchema,
    reason: localizedSchema,
    no: localizedSchema,
    makes: makesSchema,
  }),
  /** The result in words. Slots: {solved}, {total}, {station}, {reason}. */
  result: z.strictObject({
    solved: localizedSchema,
    breaks: localizedSchema,
    holds: localizedSchema,
    open: localizedSchema,
  }),
})
export type ChainForm = z.infer<typeof chainSchema>

/** A table of the plan with a row for each card of a kind. */
const registerSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  of: kindIdSchema,
  columns: z
    .array(
      z.strictObject({
        /** Without it, what the field is called. */
        label: localizedSchema.optional(),
        /** What one field says, or the cards at the end of a path, of these kinds only. */
        field: fieldIdSchema.optional(),
        path: pathSchema.optional(),
        kinds: z.array(kindIdSchema).min(1).optional(),
        /** An empty cell says that something is missing. */
        needed: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(7),
  /** Every row has a place for a signature. */
  sign: z.boolean().default(false),
})
export type RegisterForm = z.infer<typeof registerSchema>

/** A part of a paper: what the board says, and room to write. */
const paperBlockSchema = z.strictObject({
  label: localizedSchema.optional(),
  /** Every card of this kind. */
  of: kindIdSchema.optional(),
  /** What one field says, or the cards at the end of these paths, of these kinds only. */
  field: fieldIdSchema.optional(),
  paths: z.array(pathSchema).min(1).max(4).optional(),
  kinds: z.array(kindIdSchema).min(1).optional(),
  /** Fields of each of these cards that stand over its text and under it. */
  before: z.array(fieldIdSchema).max(4).optional(),
  after: z.array(fieldIdSchema).max(6).optional(),
  /** Each of these has a box to tick. */
  ticks: z.boolean().optional(),
  /** Short entries beside each other, each with a line to write on. */
  entries: z.array(localizedSchema).min(1).max(4).optional(),
  /** Empty lines. */
  lines: z.int().min(0).max(20).default(0),
  /** An empty table; the width of a column is its share. A column to tick has boxes. */
  table: z
    .strictObject({
      columns: z
        .array(z.strictObject({ label: localizedSchema, share: z.int().min(1).max(12), tick: z.boolean().optional() }))
        .min(1)
        .max(8),
      rows: z.int().min(1).max(20),
    })
    .optional(),
})
export type PaperBlockForm = z.infer<typeof paperBlockSchema>

/** A paper that people work with afterwards: one sheet, or one for each card of a kind. */
export const paperSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  hint: localizedSchema,
  /** A4 upright, A4 across, or A6 for the pocket. */
  size: z.enum(['page', 'wide', 'pocket']),
  of: kindIdSchema.optional(),
  blocks: z.array(paperBlockSchema).min(1).max(12),
})
export type PaperForm = z.infer<typeof paperSchema>

/** How a measure goes on after the workshop: a choice, whose further options are open, and what is said with it. */
const statusSchema = z.strictObject({
  field: fieldIdSchema,
  done: z.array(idSchema).min(1).max(6),
  /** Given up, which needs a reason in the note. */
  dropped: z.array(idSchema).max(6),
  note: fieldIdSchema,
  /** Where a follow-up board writes from which board a card came. */
  carried: fieldIdSchema.optional(),
})

/** Which kinds, fields and relations stand for the columns of the plan. A path is walked from the card towards the sources of its links. */
export const planSchema = z.strictObject({
  title: localizedSchema,
  measures: z.array(kindIdSchema),
  tasks: z.array(kindIdSchema),
  responsibilities: z.array(kindIdSchema),
  parking: z.array(questionIdSchema),
  doers: z.array(relationIdSchema).min(1).max(12),
  owners: z.array(z.array(relationIdSchema).min(1).max(6)).min(1).max(12),
  covers: relationIdSchema.optional(),
  standards: relationIdSchema.optional(),
  due: fieldIdSchema.optional(),
  locus: fieldIdSchema.optional(),
  recommendation: fieldIdSchema.optional(),
  /** A tick that asks leadership to decide, and what was decided. */
  ask: fieldIdSchema.optional(),
  decided: fieldIdSchema.optional(),
  status: statusSchema.optional(),
  registers: z.array(registerSchema).max(6).optional(),
  /** What is done every month, in its order. */
  review: z.array(localizedSchema).min(1).max(5).optional(),
  /** When: the first Monday (1) to Friday (5) of the month, and how many days before or after it each step is. */
  reviewOn: z.object({ weekday: z.int().min(1).max(5), after: z.array(z.int().min(-14).max(28)).min(1).max(5) }).optional(),
  /** Effort of a task, and what a doer has for all of them. */
  hours: fieldIdSchema.optional(),
  capacity: fieldIdSchema.optional(),
  /** Fields that the tables do not show beside the text. */
  leaveOut: z.array(fieldIdSchema).max(24).optional(),
})
