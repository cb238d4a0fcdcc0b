import type { Frame } from '../../src/model/frame.ts'
import type { CardId } from '../../src/model/ids.ts'
import { isInScope, type VoteResult, type Voting } from '../../src/model/rounds.ts'
import { done, LEADS, refused, WRITES, type CommandHandlers, type ContentFacts, type Effect } from './command-handler.ts'
import { isOnBoard, sealedDone } from './round.ts'
import { ownOf, spent, type Sealed } from './sealed.ts'

/** Older results go first. */
const MOST_RESULTS = 10

export const votesCommands: CommandHandlers<'open-votes' | 'cast-votes' | 'count-hands' | 'close-votes' | 'discard-votes' | 'drop-result'> =
  {
    'open-votes': {
      roles: LEADS,
      run: (frame, { round, questions, kinds, budget, cap }) => {
        if (frame.rounds.voting) return refused('busy')
        if (!isOnBoard(frame, questions, kinds)) return refused('unknown')
        if (cap > budget || frame.rounds.results.some((result) => result.id === round)) return refused('invalid')
        return done(withVoting(frame, { id: round, questions, kinds, budget, cap, shown: {} }))
      },
    },
    'cast-votes': {
      roles: WRITES,
      run: (frame, command, context) => {
        const { round, card, votes } = command
        const { voting } = frame.rounds
        const own = ownOf(context.sealed, context.sender)
        if (own.answered.includes(command.id)) return done(frame)
        if (voting?.id !== round) return refused('closed')
        const { [card]: before = 0, ...others } = own.votes
        const isMore = votes > before
        if (isMore && !takesPart(voting, card, context.facts)) return refused('unknown')
        if (isMore && (votes > voting.cap || spent(own) - before + votes > voting.budget)) return refused('spent')
        return sealedDone(frame, context, command.id, { ...own, votes: votes === 0 ? others : { ...others, [card]: votes } })
      },
    },
    'count-hands': {
      roles: LEADS,
      run: (frame, { round, card, votes }, { facts }) => {
        const { voting } = frame.rounds
        if (voting?.id !== round) return refused('closed')
        const { [card]: _before, ...others } = voting.shown
        if (votes > 0 && !takesPart(voting, card, facts)) return refused('unknown')
        return done(withVoting(frame, { ...voting, shown: votes === 0 ? others : { ...others, [card]: votes } }))
      },
    },
    'close-votes': {
      roles: LEADS,
      run: (frame, { round }, { sealed, facts }) => {
        const { voting, results } = frame.rounds
        if (voting?.id !== round) return refused('closed')
        const older = results
          .map((result) => ({ ...result, cards: result.cards.filter(({ card }) => !takesPart(voting, card, facts)) }))
          .filter((result) => result.cards.length > 0)
        const kept = [resultOf(voting, sealed), ...older].slice(0, MOST_RESULTS)
        return done({ ...frame, rounds: { ...frame.rounds, voting: null, results: kept } }, forgetting(sealed))
      },
    },
    'discard-votes': {
      roles: LEADS,
      run: (frame, { round }, { sealed }) =>
        frame.rounds.voting?.id === round ? done(withVoting(frame, null), forgetting(sealed)) : refused('closed'),
    },
    'drop-result': {
      roles: LEADS,
      run: (frame, { round }) => {
        const results = frame.rounds.results.filter((result) => result.id !== round)
        if (results.length === frame.rounds.results.length) return refused('unknown')
        return done({ ...frame, rounds: { ...frame.rounds, results } })
      },
    },
  }

function takesPart(voting: Voting, card: CardId, facts: ContentFacts): boolean {
  const place = facts.placeOf(card)
  return place !== null && isInScope(voting, place)
}

/** Cards that went to the bin meanwhile keep their votes: whoever puts them back finds them counted. */
function resultOf({ id, questions, kinds, budget, cap, shown }: Voting, sealed: Sealed): VoteResult {
  const votes = new Map<CardId, number>()
  const cast = [...sealed.values()].filter((own) => spent(own) > 0)
  for (const own of cast) {
    for (const [card, count] of Object.entries(own.votes)) votes.set(card as CardId, (votes.get(card as CardId) ?? 0) + count)
  }
  const ids = new Set([...votes.keys(), ...(Object.keys(shown) as CardId[])])
  const cards = [...ids].map((card) => ({ card, votes: votes.get(card) ?? 0, shown: shown[card] ?? 0 }))
  const order = cards.toSorted((a, b) => b.votes + b.shown - a.votes - a.shown || (a.card < b.card ? -1 : 1))
  return { id, questions, kinds, budget, cap, voters: cast.length, cards: order }
}

/** Of the ballots nothing stays: not in memory, not in a row, not in the files. */
function forgetting(sealed: Sealed): Effect[] {
  const voters = [...sealed].filter(([, own]) => spent(own) > 0 || own.answered.length > 0)
  return [
    ...voters.map(([person, own]) => ({ type: 'sealed' as const, person, own: { ...own, votes: {}, answered: [] } })),
    { type: 'erase' },
  ]
}

function withVoting(frame: Frame, voting: Voting | null): Frame {
  return { ...frame, rounds: { ...frame.rounds, voting } }
}
