import { z } from 'zod'
import { scopeSchema, voteResultSchema, votingSchema } from '../../model/rounds.ts'

export const roundsPart = {
  /** Silent writing: drafts by question, and once the first author is revealed how many are still to come. */
  silence: scopeSchema
    .extend({ writing: z.boolean(), drafts: z.record(z.string(), z.number()), authors: z.number().nullable() })
    .nullable(),
  /** The open vote; how many have voted is told from four on. */
  voting: votingSchema.omit({ shown: true }).extend({ voters: z.number().nullable() }).nullable(),
  /** Newest first; `votesOf` makes one number per card of them. */
  results: z.array(voteResultSchema),
}
/** Hands counted so far by card, and how many cards `undo-reveal` has before it. */
export const leadRoundsPart = { shown: votingSchema.shape.shown, revealed: z.number() }
