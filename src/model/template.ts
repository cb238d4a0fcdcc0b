import { z } from 'zod'
import { isId, type FieldId, type KindId, type QuestionId, type RelationId } from './ids.ts'
import { localizedSchema } from './text.ts'

const id = z.string().refine(isId, 'a letter, then letters, digits or "-", 40 at most')
const fieldId = id.transform((value) => value as FieldId)
const kindId = id.transform((value) => value as KindId)
const relationId = id.transform((value) => value as RelationId)
const questionId = id.transform((value) => value as QuestionId)

export const ICONS = [
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
export const COLORS = ['blue', 'rust', 'green', 'plum', 'teal', 'ochre', 'slate', 'rose'] as const

const countSchema = z.strictObject({ one: localizedSchema, other: localizedSchema })

export const fieldSchema = z.strictObject({
  id: fieldId,
  label: localizedSchema,
  type: z.enum(['text', 'longtext', 'choice', 'choices', 'number', 'money', 'date', 'check']),
  unit: localizedSchema.optional(),
  options: z
    .array(z.strictObject({ id, label: localizedSchema }))
    .max(12)
    .optional(),
})
export type Field = z.infer<typeof fieldSchema>

export const kindSchema = z.strictObject({
  id: kindId,
  label: localizedSchema,
  count: countSchema,
  icon: z.enum(ICONS),
  color: z.enum(COLORS),
  placeholder: localizedSchema.optional(),
  fields: z.array(fieldSchema).max(20).default([]),
})
export type Kind = z.infer<typeof kindSchema>

export const relationSchema = z.strictObject({
  id: relationId,
  from: z.array(kindId).min(1),
  to: z.array(kindId).min(1),
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
  max: z.literal(1).optional(),
})
export type Relation = z.infer<typeof relationSchema>

export const FORMS = ['collect', 'assign', 'sort', 'grid', 'chain'] as const

export const questionSchema = z.strictObject({
  id: questionId,
  mark: z.string().min(1).max(3),
  title: localizedSchema,
  hint: localizedSchema,
  form: z.enum(FORMS),
  /** The kinds a card of this column may have; the first is the one that is written. */
  kinds: z.array(kindId).min(1),
  /** `assign` and `sort` show every card of this kind, wherever it lies. */
  of: kindId.optional(),
  field: fieldId.optional(),
  answered: z.boolean().default(true),
  open: z.boolean().default(false),
  starters: z
    .array(z.strictObject({ kind: kindId, text: localizedSchema }))
    .max(40)
    .default([]),
})
export type Question = z.infer<typeof questionSchema>

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

export const ruleSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...ruleBase,
    type: z.literal('linked'),
    every: z.array(kindId).min(1),
    path: z.array(relationId).min(1).max(3),
    min: z.int().min(0).default(1),
    max: z.int().min(1).optional(),
  }),
  z.strictObject({ ...ruleBase, type: z.literal('filled'), every: z.array(kindId).min(1), fields: z.array(fieldId).min(1) }),
  z.strictObject({ ...ruleBase, type: z.literal('answered') }),
])
export type Rule = z.infer<typeof ruleSchema>

/** Which kinds, fields and relations stand for the columns of the plan. A path is walked from the card towards the sources of its links. */
export const planSchema = z.strictObject({
  title: localizedSchema,
  measures: z.array(kindId),
  tasks: z.array(kindId),
  responsibilities: z.array(kindId),
  parking: z.array(questionId),
  doers: z.array(relationId).min(1),
  owners: z.array(z.array(relationId).min(1)).min(1),
  covers: relationId.optional(),
  standards: relationId.optional(),
  due: fieldId.optional(),
  locus: fieldId.optional(),
  recommendation: fieldId.optional(),
})

const templateShape = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.int().min(1),
  name: localizedSchema,
  summary: localizedSchema,
  title: localizedSchema,
  goal: localizedSchema,
  kinds: z.array(kindSchema).min(1).max(24),
  relations: z.array(relationSchema).max(40),
  questions: z.array(questionSchema).min(1).max(24),
  rules: z.array(ruleSchema).max(60),
  plan: planSchema,
})

export const templateSchema = templateShape.superRefine((template, context) => {
  for (const fault of danglingNames(template)) context.addIssue({ code: 'custom', ...fault })
})
export type Template = z.infer<typeof templateShape>

/** Every name that a part of the template uses and no other part declares. */
function danglingNames(template: Template): { path: (string | number)[]; message: string }[] {
  const faults: { path: (string | number)[]; message: string }[] = []
  const kinds = new Set<string>(template.kinds.map((kind) => kind.id))
  const relations = new Set<string>(template.relations.map((relation) => relation.id))
  const questions = new Set<string>(template.questions.map((question) => question.id))
  const fields = new Set<string>(template.kinds.flatMap((kind) => kind.fields.map((field) => field.id)))
  const check = (known: Set<string>, what: string, names: readonly (string | undefined)[], path: (string | number)[]): void => {
    for (const name of names) {
      if (name !== undefined && !known.has(name)) faults.push({ path, message: `no ${what} "${name}" is declared` })
    }
  }
  template.relations.forEach((relation, at) => {
    check(kinds, 'kind', [...relation.from, ...relation.to], ['relations', at])
  })
  template.questions.forEach((question, at) => {
    check(kinds, 'kind', [...question.kinds, question.of, ...question.starters.map((starter) => starter.kind)], ['questions', at])
    check(fields, 'field', [question.field], ['questions', at])
  })
  template.rules.forEach((rule, at) => {
    if (rule.type === 'answered') return
    check(kinds, 'kind', rule.every, ['rules', at])
    if (rule.type === 'linked') check(relations, 'relation', rule.path, ['rules', at])
    else check(fields, 'field', rule.fields, ['rules', at])
  })
  const plan = template.plan
  check(kinds, 'kind', [...plan.measures, ...plan.tasks, ...plan.responsibilities], ['plan'])
  check(relations, 'relation', [...plan.doers, ...plan.owners.flat(), plan.covers, plan.standards], ['plan'])
  check(fields, 'field', [plan.due, plan.locus, plan.recommendation], ['plan'])
  check(questions, 'question', plan.parking, ['plan'])
  for (const [what, list] of Object.entries({ kinds: template.kinds, relations: template.relations, questions: template.questions })) {
    const seen = new Set<string>()
    for (const entry of list) {
      if (seen.has(entry.id)) faults.push({ path: [what], message: `"${entry.id}" is declared twice` })
      seen.add(entry.id)
    }
  }
  return faults
}
