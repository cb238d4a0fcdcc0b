import * as Y from 'yjs'
import { BIN, type Place } from '../../src/model/card.ts'
import { SEED, type Content } from '../../src/model/content.ts'
import type { QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { answerText } from '../../src/model/read-content.ts'
import { writeText } from '../../src/model/write-content.ts'
import type { Notice } from '../../src/protocol/messages.ts'
import type { Changes } from '../gate.ts'
import { forgetPositions, itemOf, keysEver } from '../gate/yjs-internals.ts'
import { isLockedCard, isLockedQuestion, rootPlace, type Rules } from './rules.ts'

interface OldKey {
  readonly id: string
  readonly key: string
  readonly record: Y.Map<unknown>
  readonly value: unknown
  readonly isLocked: boolean
}
interface OldText {
  readonly card: string | null
  readonly text: Y.Text
  readonly value: string
  readonly isLocked: boolean
}
/** A record as it was, to be built anew: what is deleted in Yjs does not come back by itself. */
interface OldRecord {
  readonly id: string
  readonly text: string
  readonly values: readonly (readonly [string, unknown])[]
}

/** What an update may be about to change although it must stay. */
export interface Before {
  readonly keys: readonly OldKey[]
  readonly texts: readonly OldText[]
  readonly records: readonly OldRecord[]
  readonly links: readonly { readonly id: string; readonly had: boolean }[]
}

/** Remembers what is under a lock or could go over a limit. Called before an update is applied. */
export function remember(content: Content, changes: Changes, rules: Rules, updateBytes: number): Before {
  const isClosed = (id: string): boolean => isLockedCard(content, rules, id)
  return {
    keys: changes.keys.flatMap(({ id, key }) => {
      const record = content.cards.get(id)
      const isLocked = isClosed(id)
      if (!record || !(isLocked || key === 'place' || key === 'kind')) return []
      return [{ id, key, record, value: record.get(key), isLocked }]
    }),
    texts: [
      ...changes.texts.flatMap((id) => oldText(content.cards.get(id)?.get('text'), id, isClosed(id), updateBytes)),
      ...changes.answers.flatMap((id) => oldText(answerText(content, id as QuestionId), null, isLockedQuestion(rules, id), updateBytes)),
    ],
    records: changes.gone.flatMap(({ id, serverMade }) => (serverMade || isClosed(id) ? oldRecord(content, id) : [])),
    links: changes.links.filter((id) => isLockedLink(content, rules, id)).map((id) => ({ id, had: content.links.has(id) })),
  }
}

/**
 * Takes back what had to stay, in the transaction in which the update was applied: its author's board turns back by
 * itself and nobody else sees anything. Returns what the author is told.
 */
export function takeBack(content: Content, changes: Changes, before: Before, rules: Rules): Notice[] {
  const locked = new Set<string>()
  const over = new Set<string>()
  let lockedAnswers = 0
  for (const old of before.records) {
    restoreRecord(content, old)
    locked.add(old.id)
  }
  for (const id of changes.made) settleMade(content, rules, id, locked, over)
  for (const { id, key, record, value, isLocked } of before.keys) {
    if (content.cards.get(id) !== record) continue
    const isHurt = (key === 'place' || key === 'kind') && record.get(key) === undefined
    const isShut = isLocked || (key === 'place' && !isHurt && isShutPlace(content, rules, id))
    if ((isShut || isHurt) && restoreKey(record, key, value) && isShut) locked.add(id)
  }
  for (const { card, text, value, isLocked } of before.texts) {
    if (itemOf(text)?.deleted || (!isLocked && text.length <= LIMITS.textChars) || text.toString() === value) continue
    forgetPositions(text)
    writeText(text, value, SEED)
    if (!isLocked) over.add(card ?? '')
    else if (card === null) lockedAnswers++
    else locked.add(card)
  }
  for (const { id, had } of before.links) {
    if (had === content.links.has(id)) continue
    if (had) content.links.set(id, 1)
    else content.links.delete(id)
    for (const card of linkEnds(id)) locked.add(card)
  }
  dropLinksOverLimit(content, changes, over)
  const notices: Notice[] = []
  if (locked.size > 0 || lockedAnswers > 0) notices.push({ kind: rules.shut ?? 'locked', cards: [...locked] })
  if (over.size > 0) notices.push({ kind: 'limit', cards: [...over].filter((id) => id !== '') })
  return notices
}

function oldText(text: unknown, card: string | null, isLocked: boolean, updateBytes: number): OldText[] {
  if (!(text instanceof Y.Text) || !(isLocked || text.length + updateBytes > LIMITS.textChars)) return []
  return [{ card, text, value: text.toString(), isLocked }]
}

function oldRecord(content: Content, id: string): OldRecord[] {
  const record = content.cards.get(id)
  const text = record?.get('text')
  if (!record || !(text instanceof Y.Text)) return []
  return [{ id, text: text.toString(), values: [...record.entries()].filter(([key]) => key !== 'text') }]
}

function restoreRecord(content: Content, { id, text, values }: OldRecord): void {
  content.cards.set(id, new Y.Map<unknown>([...values, ['text', new Y.Text(text)]]))
}

/** True when the value was another one. */
function restoreKey(record: Y.Map<unknown>, key: string, value: unknown): boolean {
  if (record.get(key) === value) return false
  if (value === undefined) record.delete(key)
  else record.set(key, value)
  return true
}

/** A new card in a locked place is kept in the bin, so that no word is lost; one that no browser can show is dropped. */
function settleMade(content: Content, rules: Rules, id: string, locked: Set<string>, over: Set<string>): void {
  const record: unknown = content.cards.get(id)
  if (!(record instanceof Y.Map)) return
  const text: unknown = record.get('text')
  const place = record.get('place') as Place | undefined
  if (!(text instanceof Y.Text) || place === undefined || record.get('kind') === undefined) return content.cards.delete(id)
  if (rules.shut === 'limit' || (keysEver(content.cards as Y.Map<unknown>) > LIMITS.cards && content.cards.size > LIMITS.cards)) {
    over.add(id)
    return content.cards.delete(id)
  }
  if (text.length > LIMITS.textChars) {
    forgetPositions(text)
    text.delete(LIMITS.textChars, text.length - LIMITS.textChars)
    over.add(id)
  }
  if (!isLockedCard(content, rules, id) && !isShutPlace(content, rules, id)) return
  if (place.in !== BIN) record.set('place', { in: BIN, order: place.order, from: place.in } satisfies Place)
  locked.add(id)
}

/** Locked, gone while the card was on its way there, or a circle. */
function isShutPlace(content: Content, rules: Rules, id: string): boolean {
  const root = rootPlace(content, rules, id)
  return root === null || (root !== BIN && isLockedQuestion(rules, root))
}

/** A link may change as long as one of its ends may. */
function isLockedLink(content: Content, rules: Rules, id: string): boolean {
  return linkEnds(id).every((card) => isLockedCard(content, rules, card))
}

function linkEnds(id: string): string[] {
  return id.split(':').slice(1)
}

function dropLinksOverLimit(content: Content, changes: Changes, over: Set<string>): void {
  if (changes.links.length === 0 || keysEver(content.links) <= LIMITS.links) return
  let surplus = content.links.size - LIMITS.links
  for (const id of changes.links) {
    if (surplus <= 0) return
    if (!content.links.has(id)) continue
    content.links.delete(id)
    for (const card of linkEnds(id)) over.add(card)
    surplus--
  }
}
