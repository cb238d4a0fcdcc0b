import { z } from 'zod'
import { isId, type PersonId, type QuestionId } from './ids.ts'
import { LIMITS } from './limits.ts'

/** What the room has said of an answer as a whole. Without it the state follows from text and objections. */
export const VERDICTS = ['agreed', 'contested'] as const
export const verdictSchema = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdictSchema>

export const STANCES = ['agree', 'object'] as const
export const stanceSchema = z.object({ stance: z.enum(STANCES), reason: z.string().max(LIMITS.reasonChars) })
/** What one person says to an answer; only an objection has a reason. */
export type Stance = z.infer<typeof stanceSchema>

/** A stance as plain data, without the person: nobody needs to know who agreed. */
export const voiceSchema = z.object({
  question: z
    .string()
    .refine(isId)
    .transform((id) => id as QuestionId),
  ...stanceSchema.shape,
})
export type Voice = z.output<typeof voiceSchema>
export type PersonalVoice = Voice & { readonly person: PersonId }

export type AnswerState = 'open' | 'draft' | Verdict

/** Nothing written is open. What the room has decided holds, against an objection too; until then an objection makes the answer contested. */
export function answerState(text: string, verdict: Verdict | undefined, objections: number): AnswerState {
  if (text.trim() === '') return 'open'
  return verdict ?? (objections > 0 ? 'contested' : 'draft')
}

export function voiceKey(question: QuestionId, person: PersonId): string {
  return `${question}:${person}`
}

/** The two parts of a voice's key; null when it is none. */
export function readVoiceKey(key: string): { readonly question: QuestionId; readonly person: PersonId } | null {
  const [question, person, ...rest] = key.split(':')
  if (!isId(question) || !isId(person) || rest.length > 0) return null
  return { question: question as QuestionId, person: person as PersonId }
}
