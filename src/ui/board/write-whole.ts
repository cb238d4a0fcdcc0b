import type { CardId, RelationId } from '../../model/ids.ts'
import { keysForSlot } from '../../model/order.ts'
import { addCards, addLink, type NewCard } from '../../model/write-content.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import { orderedIn } from './ordered-in.ts'

/** A card as it is written: what it says, what is known of it already, what lies in it, and whose it is. */
export type NewCardText = Pick<NewCard, 'kind' | 'text' | 'fields'> & {
  readonly inside?: readonly Pick<NewCard, 'kind' | 'text' | 'fields'>[] | undefined
  readonly linkedFrom?: { readonly relation: RelationId; readonly card: CardId } | undefined
}

/** Writes cards at the end of a place, with what lies in them and their links, as one step of undo. */
export function writeWhole(connection: BoardConnection, place: string, cards: readonly NewCardText[]): CardId[] {
  const { content, undo } = connection
  const written = cards.filter((card) => card.text.trim() !== '')
  undo.begin()
  const ids = addCards(content, inOrder(connection, place, written))
  const children = written.flatMap((card, at) => {
    const id = ids[at]
    return id === undefined || !card.inside ? [] : inOrder(connection, id, card.inside)
  })
  if (children.length > 0) addCards(content, children)
  for (const [at, { linkedFrom }] of written.entries()) {
    const id = ids[at]
    if (id !== undefined && linkedFrom) addLink(content, linkedFrom.relation, linkedFrom.card, id)
  }
  undo.end()
  return ids
}

function inOrder(connection: BoardConnection, place: string, cards: readonly Pick<NewCard, 'kind' | 'text' | 'fields'>[]): NewCard[] {
  const siblings = orderedIn(connection, place)
  const keys = keysForSlot(siblings, siblings.length, cards.length)
  return cards.flatMap(({ kind, text, fields }, at) => {
    const order = keys[at]
    return order === undefined ? [] : [{ kind, text, in: place, order, ...(fields ? { fields } : {}) }]
  })
}
