import type { Insight } from '../../insight/insight.ts'
import { BIN, type Card } from '../../model/card.ts'
import type { KindId } from '../../model/ids.ts'
import type { Language } from '../../model/text.ts'
import { linksOfCard, type BoardState } from '../../sync/board-store.ts'

/** What is looked for on the board: within a part one is enough, all parts together must hold. */
export interface Filter {
  readonly text: string
  readonly kinds: readonly KindId[]
  /** Rules of the template that find a gap on the card, or one of the two below. */
  readonly missing: readonly string[]
}

/** No rule is called like these: an id has letters and digits. */
export const ANY_GAP = '.gap'
export const UNLINKED = '.unlinked'

export const EVERYTHING: Filter = { text: '', kinds: [], missing: [] }

/** Is more than the search on, which shows itself where it is typed? */
export function isNarrowed({ kinds, missing }: Filter): boolean {
  return kinds.length > 0 || missing.length > 0
}

/** What can be told of a card by itself: its kind and its words. */
export function fitsByItself(filter: Filter, language: Language): (card: Pick<Card, 'kind' | 'text'>) => boolean {
  const words = filter.text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean)
  return ({ kind, text }) => {
    if (filter.kinds.length > 0 && !filter.kinds.includes(kind)) return false
    if (words.length === 0) return true
    const own = text.toLocaleLowerCase(language)
    return words.every((word) => own.includes(word))
  }
}

export type CardTest = (state: BoardState, id: string) => boolean

/** Tells whether a card is looked for; null where everything is. */
export function cardTest(filter: Filter, language: Language, insight: Insight | null): CardTest | null {
  if (filter.text.trim() === '' && !isNarrowed(filter)) return null
  const fits = fitsByItself(filter, language)
  const lacking = cardsLacking(filter.missing, insight)
  const byLinks = filter.missing.includes(UNLINKED)
  return (state, id) => {
    const card = state.cards.get(id)
    if (!card || !fits(card)) return false
    return filter.missing.length === 0 || lacking.has(id) || (byLinks && isUnlinked(state, id))
  }
}

function cardsLacking(missing: readonly string[], insight: Insight | null): ReadonlySet<string> {
  if (missing.length === 0) return new Set()
  const asked = insight?.gaps.filter((gap) => missing.includes(ANY_GAP) || missing.includes(gap.rule)) ?? []
  return new Set(asked.flatMap((gap) => gap.cards.slice(0, 1)))
}

/** A card in the bin is no link. */
export function isUnlinked(state: BoardState, id: string): boolean {
  return !linksOfCard(state, id).some(({ from, to }) => (state.cards.get(from === id ? to : from)?.place.in ?? BIN) !== BIN)
}
