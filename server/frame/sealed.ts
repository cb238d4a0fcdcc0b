import { z } from 'zod'
import { draftSchema, isInScope, type Draft, type Rounds, type Silence } from '../../src/model/rounds.ts'
import type { PersonId } from '../../src/model/ids.ts'

/** What one person wrote and voted. It stands beside the frame, so that nothing made from the frame can carry it. */
const ownSchema = z.object({
  drafts: z.array(draftSchema),
  /** This person's own choice: the name goes with the cards at the reveal. */
  named: z.boolean(),
  /** By card id. */
  votes: z.record(z.string(), z.int()),
  /** The newest commands that changed this, by id: one sent twice is done once. */
  answered: z.array(z.string()),
})
export type Own = z.infer<typeof ownSchema>
export type Sealed = ReadonlyMap<PersonId, Own>

export const NOTHING: Own = { drafts: [], named: false, votes: {}, answered: [] }

const REMEMBERED = 40

export function parseOwn(json: string): Own {
  return ownSchema.parse(JSON.parse(json))
}

export function ownOf(sealed: Sealed, person: PersonId): Own {
  return sealed.get(person) ?? NOTHING
}

/** What a reveal takes of a person; drafts for other questions stay sealed. */
export function draftsIn(silence: Silence, own: Own): Draft[] {
  return own.drafts.filter((draft) => isInScope(silence, draft))
}

/** The own part after a command. */
export function remembering(own: Own, command: string): Own {
  return { ...own, answered: [...own.answered, command].slice(-REMEMBERED) }
}

/** All that others learn of what is sealed: numbers. */
export interface Tallies {
  /** Drafts by question. */
  readonly drafts: Readonly<Record<string, number>>
  /** How many people still have drafts in the round. */
  readonly authors: number
  /** How many people have voted. */
  readonly voters: number
}

export const NO_TALLIES: Tallies = { drafts: {}, authors: 0, voters: 0 }

export function talliesOf({ silence }: Rounds, sealed: Sealed): Tallies {
  const drafts: Record<string, number> = Object.fromEntries((silence?.questions ?? []).map((question) => [question, 0]))
  let authors = 0
  let voters = 0
  for (const own of sealed.values()) {
    const inRound = silence ? draftsIn(silence, own) : []
    for (const { question } of inRound) drafts[question] = (drafts[question] ?? 0) + 1
    if (inRound.length > 0) authors++
    if (spent(own) > 0) voters++
  }
  return { drafts, authors, voters }
}

export function spent(own: Own): number {
  return Object.values(own.votes).reduce((sum, votes) => sum + votes, 0)
}
