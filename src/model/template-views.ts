import { z } from 'zod'
import { fieldIdSchema, kindIdSchema, questionIdSchema, relationIdSchema } from './template-ids.ts'
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

/** Which kinds, fields and relations stand for the columns of the plan. A path is walked from the card towards the sources of its links. */
export const planSchema = z.strictObject({
  title: localizedSchema,
  measures: z.array(kindIdSchema),
  tasks: z.array(kindIdSchema),
  responsibilities: z.array(kindIdSchema),
  parking: z.array(questionIdSchema),
  doers: z.array(relationIdSchema).min(1),
  owners: z.array(z.array(relationIdSchema).min(1)).min(1),
  covers: relationIdSchema.optional(),
  standards: relationIdSchema.optional(),
  due: fieldIdSchema.optional(),
  locus: fieldIdSchema.optional(),
  recommendation: fieldIdSchema.optional(),
  /** Effort of a task, and what a doer has for all of them. */
  hours: fieldIdSchema.optional(),
  capacity: fieldIdSchema.optional(),
  /** Fields that the tables do not show beside the text. */
  leaveOut: z.array(fieldIdSchema).max(24).optional(),
})
