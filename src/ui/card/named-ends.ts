import type { CardId, RelationId } from '../../model/ids.ts'
import { linkId } from '../../model/link.ts'
import type { Relation } from '../../model/template.ts'
import { useBoard } from '../board/board-context.ts'
import type { LinkEnd } from '../board/screen-context.ts'
import { useActions } from '../board/use-actions.ts'
import { otherEnds } from './card-chips.tsx'

interface NamedEnds {
  readonly others: readonly CardId[]
  readonly linkOf: (other: CardId) => string
  /** Settles a contradiction: one of the cards stays, the others go. */
  readonly keep: (other: CardId) => void
}

/** The cards that are named at one end of a relation. */
export function useNamedEnds(id: CardId, relation: Relation | undefined, end: LinkEnd): NamedEnds {
  const actions = useActions()
  const joined = useBoard((state) => (relation ? otherEnds(state, id, relation, end === 'sources').join(' ') : ''))
  const others = joined === '' ? [] : (joined.split(' ') as CardId[])
  const linkOf = (other: CardId): string => {
    const [from, to] = end === 'sources' ? [other, id] : [id, other]
    return linkId(relation?.id ?? ('' as RelationId), from, to)
  }
  return { others, linkOf, keep: (other) => actions.keepLink(linkOf(other), others.map(linkOf)) }
}
