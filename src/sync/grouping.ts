import type { Card } from '../model/card.ts'
import type { SignedComment } from '../model/comment.ts'
import type { CardId } from '../model/ids.ts'
import type { Link } from '../model/link.ts'
import { byOrder } from '../model/order.ts'

/** Rebuilds the lists of the touched groups; a list that comes out the same keeps its reference. */
export function regroup<K>(
  old: ReadonlyMap<K, readonly CardId[]>,
  touched: ReadonlySet<K>,
  cards: ReadonlyMap<string, Card>,
  groupOf: (card: Card) => K | null,
): ReadonlyMap<K, readonly CardId[]> {
  if (touched.size === 0) return old
  const lists = new Map<K, { id: CardId; order: Card['place']['order'] }[]>()
  for (const card of cards.values()) {
    const group = groupOf(card)
    if (group === null || !touched.has(group)) continue
    const list = lists.get(group)
    const entry = { id: card.id, order: card.place.order }
    if (list) list.push(entry)
    else lists.set(group, [entry])
  }
  const next = new Map(old)
  for (const group of touched) {
    const ids = (lists.get(group) ?? []).sort(byOrder).map((entry) => entry.id)
    const before = old.get(group)
    if (!before || !sameList(before, ids)) next.set(group, ids)
  }
  return next
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}

/** Links by the cards at their ends; only what was touched is made anew. */
export function linksByCard(
  old: ReadonlyMap<string, readonly Link[]>,
  touched: ReadonlySet<string>,
  links: ReadonlyMap<string, Link>,
): ReadonlyMap<string, readonly Link[]> {
  const next = new Map(old)
  for (const id of touched) next.set(id, [])
  for (const link of links.values()) {
    for (const end of [link.from, link.to]) {
      if (touched.has(end)) next.set(end, [...(next.get(end) ?? []), link])
    }
  }
  return next
}

export function commentsByCard(comments: readonly SignedComment[]): ReadonlyMap<string, readonly SignedComment[]> {
  const byCard = new Map<string, SignedComment[]>()
  for (const comment of comments) {
    const list = byCard.get(comment.card)
    if (list) list.push(comment)
    else byCard.set(comment.card, [comment])
  }
  return byCard
}
