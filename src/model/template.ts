import { z } from 'zod'
import { templateBlockSchema } from './template-agenda.ts'
import { namesFaults } from './template-faults.ts'
import {
  countSchema,
  fieldConditionSchema,
  fieldIdSchema,
  idSchema,
  kindIdSchema,
  questionIdSchema,
  relationIdSchema,
} from './template-ids.ts'
import { ruleSchema } from './template-rules.ts'
import { chainSchema, paperSchema, planSchema } from './template-views.ts'
import { localizedSchema } from './text.ts'

const ICONS = [
  'user',
  'map-pin',
  'heart',
  'info',
  'square-check',
  'badge-check',
  'shield',
  'flag',
  'route',
  'milestone',
  'lightbulb',
  'layers',
  'alert',
  'clock',
  'wrench',
  'search',
] as const
const COLORS = ['blue', 'rust', 'green', 'plum', 'teal', 'ochre', 'slate', 'rose'] as const
/** What a choice says: fine, still open, or a fault. */
export const TONES = ['good', 'open', 'bad'] as const

const fieldSchema = z.strictObject({
  id: fieldIdSchema,
  label: localizedSchema,
  type: z.enum(['text', 'longtext', 'choice', 'choices', 'number', 'money', 'date', 'check']),
  hint: localizedSchema.optional(),
  unit: localizedSchema.optional(),
  options: z
    .array(z.strictObject({ id: idSchema, label: localizedSchema, tone: z.enum(TONES).optional() }))
    .max(12)
    .optional(),
  /** The field is asked for, and missed by rules, only while this holds. */
  when: fieldConditionSchema.optional(),
})
export type Field = z.infer<typeof fieldSchema>

const kindSchema = z.strictObject({
  id: kindIdSchema,
  label: localizedSchema,
  count: countSchema,
  icon: z.enum(ICONS),
  color: z.enum(COLORS),
  placeholder: localizedSchema.optional(),
  /** The beginning of the sentence that a new card of this kind is. */
  opening: localizedSchema.optional(),
  /** Cards of these kinds lie inside a card of this one, in their order. */
  holds: z.array(kindIdSchema).min(1).optional(),
  fields: z.array(fieldSchema).max(24).default([]),
})
export type Kind = z.infer<typeof kindSchema>

const relationSchema = z.strictObject({
  id: relationIdSchema,
  from: z.array(kindIdSchema).min(1),
  to: z.array(kindIdSchema).min(1),
  /** Read from the dragged card: "takes on this task". */
  drop: localizedSchema,
  /** Heads the list of sources on the target, and the other way round. */
  labelTo: localizedSchema,
  labelFrom: localizedSchema,
  /** Chip on the source: how many targets it has. */
  countFrom: countSchema.optional(),
  /** Asked on a card while this end of the link is missing. */
  missingTo: localizedSchema.optional(),
  missingFrom: localizedSchema.optional(),
  /** A target has one source. */
  max: z.literal(1).optional(),
})
export type Relation = z.infer<typeof relationSchema>

const starterCard = {
  kind: kindIdSchema,
  text: localizedSchema,
  /** A text field is written in both languages. */
  fields: z.record(idSchema, z.union([z.string(), z.number(), z.boolean(), localizedSchema])).optional(),
}

/** A card that a question offers, with its fields and with the cards that lie in it. */
const starterSchema = z.strictObject({ ...starterCard, inside: z.array(z.strictObject(starterCard)).max(20).optional() })

const FORMS = ['collect', 'assign', 'sort', 'grid', 'chain'] as const

const questionSchema = z.strictObject({
  id: questionIdSchema,
  mark: z.string().min(1).max(3),
  title: localizedSchema,
  hint: localizedSchema,
  form: z.enum(FORMS),
  /** The kinds a card of this column may have; the first is the one that is written. */
  kinds: z.array(kindIdSchema).min(1),
  /** The column shows every card of this kind, wherever it lies; without it, the cards that lie in it. */
  of: kindIdSchema.optional(),
  /** `sort`: the choice field whose options are the lanes. */
  field: fieldIdSchema.optional(),
  /** `grid`: the steps against which each card stands. In every other form: what a card of this column shows of itself. */
  fields: z.array(fieldIdSchema).min(1).max(8).optional(),
  /** `assign`: the link that is made here. `collect`: the link by whose sources the cards are grouped. */
  relation: relationIdSchema.optional(),
  /** `chain`: the kind whose cards hold the stations, and the kind of a station. */
  container: kindIdSchema.optional(),
  station: kindIdSchema.optional(),
  answered: z.boolean().default(true),
  open: z.boolean().default(false),
  starters: z.array(starterSchema).max(40).default([]),
})
export type Question = z.infer<typeof questionSchema>

const templateShape = z.strictObject({
  $schema: z.string().optional(),
  id: idSchema,
  version: z.int().min(1),
  /** Where it stands among the templates that are offered: lower first, without it last. */
  position: z.int().min(0).optional(),
  name: localizedSchema,
  summary: localizedSchema,
  title: localizedSchema,
  goal: localizedSchema,
  /** What the goal consists of, for the closing round. */
  goalParts: z
    .array(z.strictObject({ id: idSchema, label: localizedSchema }))
    .max(6)
    .optional(),
  kinds: z.array(kindSchema).min(1).max(24),
  /** The kind of a card that stacks others under a title. */
  stack: kindIdSchema.optional(),
  /** The kind whose cards are the areas that people come from. */
  areas: kindIdSchema.optional(),
  relations: z.array(relationSchema).max(40),
  questions: z.array(questionSchema).min(1).max(24),
  agenda: z.array(templateBlockSchema).max(40).optional(),
  rules: z.array(ruleSchema).max(60),
  chain: chainSchema.optional(),
  plan: planSchema,
  papers: z.array(paperSchema).max(8).optional(),
})

export const templateSchema = templateShape.superRefine((template, context) => {
  for (const fault of namesFaults(template)) context.addIssue({ code: 'custom', ...fault })
})
export type Template = z.infer<typeof templateShape>
