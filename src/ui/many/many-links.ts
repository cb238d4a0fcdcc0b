import { BIN, type Card } from '../../model/card.ts'
import { LOCAL } from '../../model/content.ts'
import type { CardId, RelationId } from '../../model/ids.ts'
import { replaceLinks } from '../../model/write-content.ts'
import { linksOfCard } from '../../sync/board-store.ts'
import { relationOf } from '../board/board-context.ts'
import { linkExists, shortText } from '../board/use-actions.ts'
import type { Many } from './use-many.ts'
import { tell } from './what-fits.ts'

export interface ManyLink {
  readonly relation: RelationId
  readonly other: CardId
  /** The other card is the target of the link. */
  readonly target: boolean
}

/** The cards of a selection that a link to one other card may have. Where a target has one source, only one card can be it. */
export function linkable({ connection, template }: Many, ids: readonly CardId[], { relation: id, other, target }: ManyLink): Card[] {
  const { cards } = connection.board.getState()
  const relation = relationOf(template, id)
  const end = cards.get(other)
  if (!relation || !end) return []
  const fit = ids.flatMap((one) => {
    const card = cards.get(one)
    if (!card || card.id === other || card.place.in === BIN) return []
    const [from, to] = target ? [card, end] : [end, card]
    const isNew = !linkExists(connection, id, from.id, to.id)
    return isNew && relation.from.includes(from.kind) && relation.to.includes(to.kind) ? [card] : []
  })
  return target && relation.max === 1 ? fit.slice(0, 1) : fit
}

export function linkMany(many: Many, ids: readonly CardId[], link: ManyLink): void {
  const { connection, template, t } = many
  const { content, undo, board } = connection
  const relation = relationOf(template, link.relation)
  const other = board.getState().cards.get(link.other)
  if (!relation || !other) return
  const fit = linkable(many, ids, link)
  undo.step(() =>
    content.doc.transact(() => {
      for (const card of fit) {
        const [from, to] = link.target ? [card.id, other.id] : [other.id, card.id]
        const old = linksOfCard(board.getState(), to).filter((known) => known.relation === relation.id && known.to === to)
        replaceLinks(content, { relation: relation.id, from, to }, relation.max === 1 ? old.map((known) => known.id) : [])
      }
    }, LOCAL),
  )
  tell(many, fit.length, t('many.linked', { count: fit.length, text: shortText(other, t('card.empty')) }), [
    [ids.length - fit.length, 'many.unlinkable'],
  ])
}
