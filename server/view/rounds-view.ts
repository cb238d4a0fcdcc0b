import type { Voting } from '../../src/model/rounds.ts'
import { NO_TALLIES } from '../frame/sealed.ts'
import type { Moment } from './moment.ts'

/** Fewer could be told apart. */
const LEAST_VOTERS = 4

export function roundsView({ frame: { rounds }, tallies = NO_TALLIES }: Moment) {
  const { silence, voting, results } = rounds
  return {
    silence: silence && { ...silence, drafts: tallies.drafts, authors: silence.writing ? null : tallies.authors },
    voting: voting && { ...withoutHands(voting), voters: tallies.voters < LEAST_VOTERS ? null : tallies.voters },
    results,
  }
}

function withoutHands({ shown: _shown, ...voting }: Voting): Omit<Voting, 'shown'> {
  return voting
}

export function leadRoundsView({ frame: { rounds } }: Moment) {
  return { shown: rounds.voting?.shown ?? {}, revealed: rounds.revealed.length }
}
