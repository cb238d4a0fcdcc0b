import { z } from 'zod'
import { isId, type CardId } from './ids.ts'

/** A link that opens one thing without joining the board. A higher number makes every older one useless. */
export const passSchema = z.object({ number: z.int().min(1), until: z.number().nullable() })
export type Pass = z.infer<typeof passSchema>

/** The pass to the plan. No card can be called so. */
export const PLAN_PASS = '*'

/** What a pass opens: the plan, a measure, or everything that a card takes on or answers for. */
export const passSubjectSchema = z.union([
  z.literal(PLAN_PASS),
  z
    .string()
    .refine(isId)
    .transform((id) => id as CardId),
])
export type PassSubject = z.infer<typeof passSubjectSchema>

/** By subject. Ended ones stay, so that their number is never given out again. */
export type Passes = Readonly<Record<string, Pass>>

export function openPass(passes: Passes, subject: PassSubject, now: number): Pass | null {
  const pass = Object.hasOwn(passes, subject) ? passes[subject] : undefined
  return pass && (pass.until === null || pass.until > now) ? pass : null
}

const DAY_MS = 24 * 60 * 60 * 1000
/** A mistyped year must not open a link for a century. */
const MOST_DAYS = 400

/** When a pass that is made now ends: so many days after the last due day of what it opens, for until then there is something to report. */
export function passEnd(days: number | null, lastDue: string | null, now: number): number | null {
  if (days === null) return null
  const due = lastDue === null ? now : Date.parse(`${lastDue}T00:00:00Z`)
  return Math.min(Math.max(now, due) + days * DAY_MS, now + Math.max(days, MOST_DAYS) * DAY_MS)
}
