import * as Y from 'yjs'
import { BIN, BY, type FieldValue, type Place } from './card.ts'
import { FIELD_PREFIX, LOCAL, MADE, type Content, type Origin } from './content.ts'
import { textsOf } from './field-texts.ts'
import { newCardId, type CardId, type FieldId, type KindId, type RelationId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { linkId } from './link.ts'
import { keyForSlot, type Ordered, type OrderKey } from './order.ts'
import { readCards } from './read-content.ts'
import { spliceBetween, type Splice } from './text-splice.ts'
import { clip } from './text.ts'

export interface NewCard {
  readonly id?: CardId
  readonly kind: KindId
  readonly text: string
  /** A question or a card. */
  readonly in: string
  readonly order: OrderKey
  readonly fields?: Readonly<Partial<Record<FieldId, FieldValue>>>
}

/** Adds a card; null when its text is empty or the board is full. */
export function addCard(content: Content, card: NewCard, origin: Origin = LOCAL): CardId | null {
  const [id] = addCards(content, [card], origin)
  return id ?? null
}

/**
 * Adds several cards in one step of undo; those with an empty text and those above the board's limit are left out.
 * What a person adds is made in the bin and then put in its place: undone, it lies in the bin, with whatever others wrote in it.
 */
export function addCards(content: Content, cards: readonly NewCard[], origin: Origin = LOCAL): CardId[] {
  const room = LIMITS.cards - content.cards.size
  const wanted = cards.filter((card) => card.text.trim() !== '').slice(0, Math.max(0, room))
  const made = wanted.map((card) => ({ ...card, id: card.id ?? newCardId() }))
  content.doc.transact(
    () => {
      for (const card of made) content.cards.set(card.id, newRecord(card, origin === LOCAL))
    },
    origin === LOCAL ? MADE : origin,
  )
  if (origin === LOCAL) {
    content.doc.transact(() => {
      for (const card of made) content.cards.get(card.id)?.set('place', { in: card.in, order: card.order } satisfies Place)
    }, origin)
  }
  return made.map((card) => card.id)
}

function newRecord(card: NewCard, inBin: boolean): Y.Map<unknown> {
  const place: Place = inBin ? { in: BIN, order: card.order, from: card.in } : { in: card.in, order: card.order }
  const record = new Y.Map<unknown>([
    ['kind', card.kind],
    ['place', place],
    ['text', new Y.Text(clip(card.text.trim(), LIMITS.textChars))],
  ])
  for (const [field, value] of Object.entries(card.fields ?? {})) record.set(FIELD_PREFIX + field, value)
  return record
}

/** Puts a card somewhere; a card that is gone, or into itself, changes nothing. */
export function moveCard(
  content: Content,
  id: CardId,
  to: { readonly in: string; readonly order: OrderKey },
  origin: Origin = LOCAL,
): void {
  const record = content.cards.get(id)
  if (!record || to.in === id) return
  const place: Place = { in: to.in, order: to.order }
  content.doc.transact(() => record.set('place', place), origin)
}

/** Takes a card off the board: it lies in the bin and keeps text, fields and links. */
export function binCard(content: Content, id: CardId, origin: Origin = LOCAL): void {
  const record = content.cards.get(id)
  const old = record?.get('place') as Place | undefined
  if (!record || !old || old.in === BIN) return
  const place: Place = { in: BIN, order: old.order, from: old.in }
  content.doc.transact(() => record.set('place', place), origin)
}

/** Puts a card from the bin back where it lay, or where the card lay that it was in. */
export function restoreCard(content: Content, id: CardId, origin: Origin = LOCAL): void {
  const old = content.cards.get(id)?.get('place') as Place | undefined
  if (old?.in !== BIN || old.from === undefined) return
  const holder = content.cards.get(old.from)?.get('place') as Place | undefined
  const back =
    holder?.in === BIN && holder.from !== undefined ? { in: holder.from, order: holder.order } : { in: old.from, order: old.order }
  moveCard(content, id, { in: back.in, order: back.order }, origin)
}

export function setKind(content: Content, id: CardId, kind: KindId, origin: Origin = LOCAL): void {
  const record = content.cards.get(id)
  if (!record || record.get('kind') === kind) return
  content.doc.transact(() => record.set('kind', kind), origin)
}

/** Sets a field; an empty value clears it. */
export function setField(content: Content, id: CardId, field: FieldId, value: FieldValue | null, origin: Origin = LOCAL): void {
  const record = content.cards.get(id)
  if (!record) return
  const key = FIELD_PREFIX + field
  const empty = value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  const [shared, ...others] = textsOf(record, field)
  if (shared && (empty || typeof value === 'string')) {
    content.doc.transact(() => {
      for (const other of others) writeText(other, '', origin)
      writeText(shared, empty ? '' : String(value), origin)
    }, origin)
    return
  }
  if (empty && !record.has(key)) return
  content.doc.transact(() => {
    if (empty) record.delete(key)
    else record.set(key, typeof value === 'string' ? clip(value, LIMITS.fieldChars) : value)
  }, origin)
}

/** Takes the author's name off a card. Undo does not follow it: a name that somebody wanted gone stays gone. */
export function clearName(content: Content, id: CardId): void {
  setField(content, id, BY, null, MADE)
}

/** Links two cards; doing it twice, or with a card that is gone, changes nothing. */
export function addLink(content: Content, relation: RelationId, from: CardId, to: CardId, origin: Origin = LOCAL): void {
  const id = linkId(relation, from, to)
  if (from === to || content.links.has(id) || !content.cards.has(from) || !content.cards.has(to)) return
  if (content.links.size >= LIMITS.links) return
  content.doc.transact(() => content.links.set(id, 1), origin)
}

/** Links two cards and takes the links in `instead` away, as one change. */
export function replaceLinks(
  content: Content,
  link: { readonly relation: RelationId; readonly from: CardId; readonly to: CardId },
  instead: readonly string[],
  origin: Origin = LOCAL,
): void {
  content.doc.transact(() => {
    for (const id of instead) removeLink(content, id, origin)
    addLink(content, link.relation, link.from, link.to, origin)
  }, origin)
}

export function removeLink(content: Content, id: string, origin: Origin = LOCAL): void {
  if (!content.links.has(id)) return
  content.doc.transact(() => content.links.delete(id), origin)
}

/** Replaces a shared text by the smallest change, so that two people who type in it keep both words. */
export function writeText(text: Y.Text, next: string, origin: Origin = LOCAL): void {
  const splice = spliceBetween(text.toString(), clip(next, LIMITS.textChars))
  if (splice) spliceText(text, splice, origin)
}

/** Carries out one edit; a position beyond the text is its end. */
export function spliceText(text: Y.Text, splice: Splice, origin: Origin = LOCAL): void {
  text.doc?.transact(() => {
    const at = Math.min(splice.at, text.length)
    text.delete(at, Math.min(splice.remove, text.length - at))
    text.insert(at, splice.insert)
  }, origin)
}

/** The key behind the last card of a place. */
export function keyAtEnd(content: Content, place: string): OrderKey {
  const siblings: Ordered[] = readCards(content)
    .filter((card) => card.place.in === place)
    .map((card) => ({ id: card.id, order: card.place.order }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  return keyForSlot(siblings, siblings.length)
}
