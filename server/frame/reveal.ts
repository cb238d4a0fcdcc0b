import { randomInt } from 'node:crypto'
import type { Frame } from '../../src/model/frame.ts'
import { newCardId, type PersonId } from '../../src/model/ids.ts'
import { isInScope, type Silence } from '../../src/model/rounds.ts'
import { done, refused, type CommandContext, type Outcome } from './command-handler.ts'
import { activePerson } from './roster.ts'
import { markOf, type RevealedCard } from './revealed-card.ts'
import { draftsIn, ownOf, type Own } from './sealed.ts'

/** New ids in a new order, all in one step: nothing of a card tells whose it was. */
export function reveal(
  frame: Frame,
  silence: Silence,
  authors: { readonly now: readonly PersonId[]; readonly isLast: boolean },
  { sealed, facts }: CommandContext,
): Outcome {
  const cards: RevealedCard[] = shuffled(
    authors.now.flatMap((person) => {
      const own = ownOf(sealed, person)
      const by = own.named ? (activePerson(frame, person)?.name ?? null) : null
      return draftsIn(silence, own).map(({ question, kind, text }) => ({ id: newCardId(), question, kind, text, by }))
    }),
  )
  if (cards.length > facts.roomForCards()) return refused('full')
  const revealed = cards.length > 0 ? cards.map((card) => ({ card: card.id, mark: markOf(card) })) : frame.rounds.revealed
  const next = authors.isLast ? null : { ...silence, writing: false }
  return done({ ...frame, rounds: { ...frame.rounds, revealed, silence: next } }, [
    ...(silence.writing ? [{ type: 'snapshot' as const, reason: 'reveal' as const, name: '' }] : []),
    { type: 'cards-revealed', cards },
    ...authors.now.map((person) => ({ type: 'sealed' as const, person, own: withoutDrafts(silence, ownOf(sealed, person)) })),
    { type: 'erase' },
  ])
}

function withoutDrafts(silence: Silence, own: Own): Own {
  return { ...own, named: false, drafts: own.drafts.filter((draft) => !isInScope(silence, draft)) }
}

export function shuffled<T>(list: readonly T[]): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const item = mixed[at] as T
    mixed[at] = mixed[other] as T
    mixed[other] = item
  }
  return mixed
}
