import { BIN, type Card } from '../../model/card.ts'
import { linkId } from '../../model/link.ts'
import type { Relation, Template } from '../../model/template.ts'
import type { Language } from '../../model/text.ts'
import { linksOfCard, type BoardState } from '../../sync/board-store.ts'
import type { NewLink } from '../board/use-actions.ts'
import type { LinkEnd, WantedLink } from '../board/screen-context.ts'

/** Another card, and the link that choosing it makes. */
export interface Candidate {
  readonly id: string
  readonly relation: Relation
  readonly other: Card
  /** Where the other card stands in the link. */
  readonly end: LinkEnd
  readonly link: NewLink
  /** Only one is allowed there, and this one is it so far. */
  readonly replaces: Card | undefined
}

/** Every link that a card can still enter, both ways, or only the one that is wanted; the search is in the other card's text. */
export function linkCandidates(
  state: BoardState,
  template: Template,
  card: Card,
  search: { readonly text: string; readonly language: Language; readonly wanted: WantedLink | undefined },
): Candidate[] {
  const words = search.text.toLocaleLowerCase(search.language).split(/\s+/).filter(Boolean)
  const fits = (other: Card): boolean => {
    const text = other.text.toLocaleLowerCase(search.language)
    return other.id !== card.id && other.place.in !== BIN && words.every((word) => text.includes(word))
  }
  const others = [...state.cards.values()].filter(fits)
  return template.relations.flatMap((relation) => {
    if (search.wanted && search.wanted.relation !== relation.id) return []
    return (['sources', 'targets'] as const).flatMap((end) => {
      const [own, far] = end === 'sources' ? [relation.to, relation.from] : [relation.from, relation.to]
      if (!own.includes(card.kind) || (search.wanted && search.wanted.end !== end)) return []
      return others.filter((other) => far.includes(other.kind)).flatMap((other) => candidate(state, relation, card, other, end) ?? [])
    })
  })
}

function candidate(state: BoardState, relation: Relation, card: Card, other: Card, end: LinkEnd): Candidate | null {
  const [from, to] = end === 'sources' ? [other.id, card.id] : [card.id, other.id]
  const id = linkId(relation.id, from, to)
  if (state.links.has(id)) return null
  const old = relation.max === 1 ? linksOfCard(state, to).find((link) => link.relation === relation.id && link.to === to) : undefined
  return { id, relation, other, end, link: { relation: relation.id, from, to }, replaces: old && state.cards.get(old.from) }
}

/** True where a second choice would take the place of the first. */
export function allowsOne({ relation, end }: Pick<Candidate, 'relation' | 'end'>): boolean {
  return relation.max === 1 && end === 'sources'
}
