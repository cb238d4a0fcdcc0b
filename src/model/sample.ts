import { z } from 'zod'
import { STANCES, verdictSchema } from './answer.ts'
import { questionsOf, ROLES, type Board } from './board.ts'
import { fieldValueSchema, type Card } from './card.ts'
import { isMinute } from './comment.ts'
import { isId, type CardId, type QuestionId } from './ids.ts'
import { linkSchema } from './link.ts'
import { keysForSlot } from './order.ts'
import type { Template } from './template.ts'
import { localizedSchema, type Language, type Localized } from './text.ts'

/** A filled board beside a template, in every language: `templates/<template>.sample.json`. */
export const sampleSchema = z.strictObject({
  template: z.string().refine(isId),
  title: localizedSchema,
  organisation: z.string().min(1),
  people: z.array(z.strictObject({ name: z.string().min(1), role: z.enum(ROLES) })),
  cards: z.array(
    z.strictObject({
      id: z.string().refine(isId),
      kind: z.string().refine(isId),
      in: z.string().refine(isId),
      text: localizedSchema,
      /** A text field may be written in both languages. */
      fields: z.record(z.string().refine(isId), z.union([fieldValueSchema, localizedSchema])).optional(),
    }),
  ),
  links: z.array(linkSchema),
  answers: z.record(z.string().refine(isId), localizedSchema),
  verdicts: z.record(z.string().refine(isId), verdictSchema).default({}),
  /** `count` people who say the same; an objection gives its reason. */
  voices: z
    .array(
      z.strictObject({
        question: z.string().refine(isId),
        stance: z.enum(STANCES),
        count: z.int().min(1).max(300).default(1),
        reason: localizedSchema.optional(),
      }),
    )
    .default([]),
  comments: z
    .array(
      z.strictObject({
        card: z.string().refine(isId),
        text: localizedSchema,
        at: z.string().refine(isMinute),
        resolved: z.boolean().default(false),
      }),
    )
    .default([]),
})
export type Sample = z.output<typeof sampleSchema>

/** The sample as a board in one language. */
export function sampleBoard(template: Template, sample: Sample, language: Language): Board {
  const keys = keysForSlot([], 0, sample.cards.length)
  return {
    title: sample.title[language],
    organisation: sample.organisation,
    goal: template.goal[language],
    language,
    template,
    questions: questionsOf(template, language),
    cards: sample.cards.map((card, at) => ({
      id: card.id,
      kind: card.kind,
      place: { in: card.in, order: keys[at] ?? '' },
      text: card.text[language],
      fields: Object.fromEntries(
        Object.entries(card.fields ?? {}).map(([field, value]) => [field, isLocalized(value) ? value[language] : value]),
      ),
    })) as unknown as Card[],
    links: sample.links,
    answers: Object.fromEntries(Object.entries(sample.answers).map(([question, text]) => [question, text[language]])),
    verdicts: sample.verdicts,
    voices: sample.voices.flatMap(({ question, stance, count, reason }) =>
      Array.from({ length: count }, () => ({ question: question as QuestionId, stance, reason: reason?.[language] ?? '' })),
    ),
    comments: sample.comments.map(({ card, text, at, resolved }) => ({ card: card as CardId, text: text[language], at, resolved })),
    people: sample.people,
  }
}

function isLocalized(value: unknown): value is Localized {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
