import { z } from 'zod'
import type { Board, Votes } from './board.ts'
import { isId, type CardId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { idSchema, kindIdSchema, questionIdSchema } from './template-ids.ts'

const cardIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as CardId)
const tally = z.int().min(0).max(LIMITS.votes)

/** Where a round takes place. No kinds means: every kind. */
export const scopeSchema = z.object({
  id: idSchema,
  questions: z.array(questionIdSchema).min(1).max(LIMITS.questions),
  kinds: z.array(kindIdSchema).max(LIMITS.questions),
})
export type Scope = z.infer<typeof scopeSchema>

/** Something written in silence; only its author and the server have it until the reveal. */
export const draftSchema = z.object({
  id: idSchema,
  question: questionIdSchema,
  kind: kindIdSchema,
  text: z.string().trim().min(1).max(LIMITS.textChars),
})
export type Draft = z.infer<typeof draftSchema>

/** Silent writing. Who writes what is not in the frame. `writing` ends with the first author that is revealed. */
const silenceSchema = scopeSchema.extend({ writing: z.boolean() })
export type Silence = z.infer<typeof silenceSchema>

/** A vote that is open. Who voted for what is not in the frame. */
export const votingSchema = scopeSchema.extend({
  budget: z.int().min(1).max(LIMITS.budget),
  cap: z.int().min(1).max(LIMITS.budget),
  /** Counted by show of hands, for people without a device. */
  shown: z.record(cardIdSchema, tally),
})
export type Voting = z.infer<typeof votingSchema>

/** What is left of a vote: totals, and nobody's name. `cards` are those with votes, most first. */
export const voteResultSchema = scopeSchema.extend({
  budget: z.int(),
  cap: z.int(),
  /** How many people voted on a device. */
  voters: z.int(),
  cards: z.array(z.object({ card: cardIdSchema, votes: tally, shown: tally })),
})
export type VoteResult = z.infer<typeof voteResultSchema>

export const roundsSchema = z.object({
  silence: silenceSchema.nullable(),
  voting: votingSchema.nullable(),
  /** Newest first; a card is in one of them at most. */
  results: z.array(voteResultSchema),
  /** The cards of the newest reveal and how each looked: undo takes back what is still so. */
  revealed: z.array(z.object({ card: cardIdSchema, mark: z.string() })),
})
export type Rounds = z.infer<typeof roundsSchema>

export const NO_ROUNDS: Rounds = { silence: null, voting: null, results: [], revealed: [] }

/** What each card got, on devices and by show of hands together. */
export function votesOf(results: readonly VoteResult[]): Votes {
  const cards = results.toReversed().flatMap((result) => result.cards)
  return Object.fromEntries(cards.map(({ card, votes, shown }) => [card, votes + shown]))
}

/** A kind of card in a question takes part in a round. */
export function isInScope(scope: Scope, place: { readonly question: string; readonly kind: string }): boolean {
  return scope.questions.some((id) => id === place.question) && (scope.kinds.length === 0 || scope.kinds.some((id) => id === place.kind))
}

/** The totals in a board's file, as the one result of a new board. */
export function importedVotes({ votes = {}, questions }: Pick<Board, 'votes' | 'questions'>): VoteResult[] {
  const cards = (Object.entries(votes) as [CardId, number][]).map(([card, count]) => ({ card, votes: count, shown: 0 }))
  if (cards.length === 0) return []
  const order = cards.toSorted((a, b) => b.votes - a.votes)
  return [{ id: 'imported', questions: questions.map(({ id }) => id), kinds: [], budget: 0, cap: 0, voters: 0, cards: order }]
}
