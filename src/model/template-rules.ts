import { z } from 'zod'
import { countSchema, fieldConditionSchema, fieldIdSchema, idSchema, kindIdSchema, pathSchema } from './template-ids.ts'
import { localizedSchema } from './text.ts'

/** Holds when a path from the card leads to at least so many cards. */
const pathConditionSchema = z.strictObject({ path: pathSchema, min: z.int().min(1).default(1) })

const conditionSchema = z.union([fieldConditionSchema, pathConditionSchema])
export type Condition = z.infer<typeof conditionSchema>

const ruleBase = {
  id: z.string().regex(/^R\d{2}$/),
  level: z.enum(['high', 'mid', 'low']),
  text: localizedSchema,
  /** "{n} without ...": how many such gaps a board has. */
  count: countSchema,
  /** The one action that mends it, in words. */
  mend: localizedSchema,
  /** Leadership is asked to decide when this gap is still open. */
  decision: localizedSchema.optional(),
}

/** What is said of an answer that is written and not agreed. */
const unsettledSchema = z.strictObject({ text: localizedSchema, mend: localizedSchema })

const cardRule = {
  ...ruleBase,
  every: z.array(kindIdSchema).min(1),
  /** The rule looks only at cards for which all of these hold. */
  when: z.array(conditionSchema).max(4).optional(),
  /** The rule is silent until the board has a card of one of these kinds. */
  once: z.array(kindIdSchema).min(1).optional(),
}

/** What a rule asks of a board. Slots of its texts: {card}, {linked}, {fields}, {mark}, {question}, {load}, {capacity}, {over}, {station}, {next}, {reason}. */
export const ruleSchema = z.discriminatedUnion('type', [
  /** At least `min` and at most `max` cards at the end of a path. */
  z.strictObject({
    ...cardRule,
    type: z.literal('linked'),
    path: pathSchema,
    /** Further paths whose ends count as well. */
    or: z.array(pathSchema).max(3).optional(),
    min: z.int().min(0).default(1),
    max: z.int().min(1).optional(),
  }),
  /** Fields are filled; with `accept`, with one of these values. A field whose own `when` does not hold is not missed. */
  z.strictObject({
    ...cardRule,
    type: z.literal('filled'),
    fields: z.array(fieldIdSchema).min(1),
    accept: z.array(idSchema).min(1).optional(),
  }),
  /** Every card at the end of a path in `scope`, and everyone of some kinds for whom conditions hold, is also at the end of `path`. */
  z.strictObject({
    ...cardRule,
    type: z.literal('covered'),
    scope: z.array(pathSchema).min(1).max(4).optional(),
    everyone: z.strictObject({ of: z.array(kindIdSchema).min(1), when: z.array(conditionSchema).max(4).optional() }).optional(),
    path: pathSchema,
  }),
  /** The sum of a number field over the cards at the end of `path`, shared evenly among those who have them, is within the card's own `capacity`. */
  z.strictObject({ ...cardRule, type: z.literal('load'), path: pathSchema.max(1), sum: fieldIdSchema, capacity: fieldIdSchema }),
  /** The chains of the template: a station answers "no" or "unclear", does not hand over, or shares no key with the next. */
  z.strictObject({ ...ruleBase, type: z.literal('chain'), find: z.enum(['break', 'handover', 'key']) }),
  /** Every question that wants an answer has one; with `unsettled`, one that the room has agreed on. */
  z.strictObject({
    ...ruleBase,
    type: z.literal('answered'),
    unsettled: z.strictObject({ draft: unsettledSchema, contested: unsettledSchema }).optional(),
  }),
])
export type Rule = z.infer<typeof ruleSchema>
export type RuleOf<Type extends Rule['type']> = Extract<Rule, { type: Type }>
