import { z } from 'zod'
import { LIMITS } from '../../model/limits.ts'
import { draftSchema, scopeSchema, votingSchema } from '../../model/rounds.ts'
import { cardId, command } from './parts.ts'

const { id: round, questions, kinds } = scopeSchema.shape
const { budget, cap } = votingSchema.shape
const { id: draft, question, kind, text } = draftSchema.shape

/** Silent writing. A browser gets its own drafts in `Mine`, everybody gets numbers in the view. */
export const silenceCommands = [
  /** A facilitator opens writing in silence; `kinds` empty: every kind. Refused `busy` while one is open. */
  command('open-silence', { round, questions, kinds }),
  /** Writes a draft of one's own, or writes it anew. Refused `closed` when nobody may write any more; the browser then keeps the text. */
  command('put-draft', { draft, question, kind, text }),
  command('drop-draft', { draft }),
  /** "My name goes with my cards": off unless its author turns it on, and off again after the reveal. */
  command('sign-drafts', { named: z.boolean() }),
  /** Puts all drafts on the board, or those of one author, whom chance picks; writing ends with it. */
  command('reveal-drafts', { authors: z.enum(['all', 'one']) }),
  /** Ends the round without a reveal: drafts stay with their authors, a later round on the same question takes them up. */
  command('end-silence', {}),
  /**
   * Takes the cards of the newest reveal to the bin. Those that somebody has changed, linked or moved stay, and a notice `kept` names them;
   * refused `changed` when none is as it was. Drafts do not come back: nobody knows any more whose they were.
   */
  command('undo-reveal', {}),
] as const

/** Votes. A browser gets its own in `Mine`, nobody gets totals before the close. */
export const votesCommands = [
  /** `budget` votes for each person, at most `cap` on one card. */
  command('open-votes', { round, questions, kinds, budget, cap }),
  /** "So many of my votes are on this card"; 0 withdraws. Refused `spent` over budget or cap, `unknown` for a card that takes no part. */
  command('cast-votes', { round, card: cardId, votes: z.int().min(0).max(LIMITS.budget) }),
  /** Show of hands: so many people without a device are for this card. A number of its own, outside every budget. */
  command('count-hands', { round, card: cardId, votes: z.int().min(0).max(LIMITS.people) }),
  /** Counts. Who voted for what is forgotten with it, and cannot be brought back. */
  command('close-votes', { round }),
  /** Ends a vote without counting; the ballots are forgotten all the same. */
  command('discard-votes', { round }),
  /** Takes a result off the board. */
  command('drop-result', { round }),
] as const
