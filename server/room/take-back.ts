import * as Y from 'yjs'
import { BIN, type Place } from '../../src/model/card.ts'
import { FIELD_PREFIX, SEED, type Content } from '../../src/model/content.ts'
import type { QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { answerText } from '../../src/model/read-content.ts'
import { writeText } from '../../src/model/write-content.ts'
import type { Notice } from '../../src/protocol/messages.ts'
import type { Changes } from '../gate.ts'
import { forgetPositions, itemOf, keysEver } from '../gate/yjs-internals.ts'
import { isLockedCard, isLockedQuestion, rootPlace, type Rules } from './rules.ts'
import { dropCommentsOverLimit, rememberVoices, takeBackVoices, type OldValue } from './take-back-voices.ts'

interface OldKey {
  readonly id: string
  readonly key: string
  readonly record: Y.Map<unknown>
  readonly value: unknown
  readonly isLocked: boolean
}
/** Where a card lay, and in which question or bin that was. */
export interface OldPlace {
  readonly id: string
  readonly record: Y.Map<unknown>
  readonly place: Place
  readonly root: string | null
}
interface OldText {
  readonly card: string | null
  readonly text: Y.Text
  readonly value: string
  readonly max: number
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
  readonly places: readonly OldPlace[]
  readonly texts: readonly OldText[]
  readonly records: readonly OldRecord[]
  readonly links: readonly { readonly id: string; readonly had: boolean }[]
  readonly values: readonly OldValue[]
}

/** Remembers what is under a lock or could go over a limit. Called before an update is applied. */
export function remember(content: Content, changes: Changes, rules: Rules, updateBytes: number): Before {
  const isClosed = (id: string): boolean => isLockedCard(content, rules, id)
  const moved = new Set(changes.keys.filter(({ key }) => key === 'place').map(({ id }) => id))
  return {
    places: [...moved].flatMap((id) => {
      const record = content.cards.get(id)
      const place = record?.get('place') as Place | undefined
      return record && place ? [{ id, record, place, root: rootPlace(content, rules, id) }] : []
    }),
    keys: changes.keys.flatMap(({ id, key }) => {
      const record = content.cards.get(id)
      const isLocked = isClosed(id)
      if (!record || !(isLocked || key === 'place' || key === 'kind')) return []
      return [{ id, key, record, value: kept(record.get(key)), isLocked }]
    }),
    texts: [
      ...changes.texts.flatMap(({ id, key }) => oldText(content.cards.get(id)?.get(key), id, isClosed(id), updateBytes, charsOf(key))),
      ...changes.answers.flatMap((id) =>
        oldText(answerText(content, id as QuestionId), null, isLockedQuestion(rules, id), updateBytes, LIMITS.textChars),
      ),
    ],
    records: changes.gone.flatMap(({ id, serverMade }) => (serverMade || isClosed(id) ? oldRecord(content, id) : [])),
    links: changes.links.filter((id) => isLockedLink(content, rules, id)).map((id) => ({ id, had: content.links.has(id) })),
    values: rememberVoices(content, changes, rules),
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
  for (const { card, text, value, max, isLocked } of before.texts) {
    if (itemOf(text)?.deleted || (!isLocked && text.length <= max) || text.toString() === value) continue
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
  cutFields(content, changes, over)
  dropLinksOverLimit(content, changes, over)
  if (dropCommentsOverLimit(content, changes)) over.add('')
  const isVoiceBack = takeBackVoices(content, changes, before.values, rules)
  const notices: Notice[] = []
  if (locked.size > 0 || lockedAnswers > 0 || isVoiceBack) notices.push({ kind: rules.shut ?? 'locked', cards: [...locked] })
  if (over.size > 0) notices.push({ kind: 'limit', cards: [...over].filter((id) => id !== '') })
  return notices
}

function oldText(text: unknown, card: string | null, isLocked: boolean, updateBytes: number, max: number): OldText[] {
  if (!(text instanceof Y.Text) || !(isLocked || text.length + updateBytes > max)) return []
  return [{ card, text, value: text.toString(), max, isLocked }]
}

function oldRecord(content: Content, id: string): OldRecord[] {
  const record = content.cards.get(id)
  const text = record?.get('text')
  if (!record || !(text instanceof Y.Text)) return []
  return [
    {
      id,
      text: text.toString(),
      values: [...record.entries()].filter(([key]) => key !== 'text').map(([key, value]) => [key, kept(value)]),
    },
  ]
}

/** A shared text as it has to be kept: what is deleted in Yjs has no words any more. */
class KeptText {
  readonly text: Y.Text
  readonly words: string
  constructor(text: Y.Text) {
    this.text = text
    this.words = text.toString()
  }
}

function kept(value: unknown): unknown {
  return value instanceof Y.Text ? new KeptText(value) : value
}

function fresh(value: unknown): unknown {
  return value instanceof KeptText ? new Y.Text(value.words) : value
}

function charsOf(key: string): number {
  return key === 'text' ? LIMITS.textChars : LIMITS.fieldChars
}

function restoreRecord(content: Content, { id, text, values }: OldRecord): void {
  content.cards.set(
    id,
    new Y.Map<unknown>([...values.map(([key, value]): [string, unknown] => [key, fresh(value)]), ['text', new Y.Text(text)]]),
  )
}

/** True when the value was another one. */
function restoreKey(record: Y.Map<unknown>, key: string, value: unknown): boolean {
  if (record.get(key) === (value instanceof KeptText ? value.text : value)) return false
  if (value === undefined) record.delete(key)
  else record.set(key, fresh(value))
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

/** A field whose text is new in this update and too long: what no browser of ours sends is cut. */
function cutFields(content: Content, changes: Changes, over: Set<string>): void {
  const made = changes.made.flatMap((id) => [...(content.cards.get(id)?.keys() ?? [])].map((key) => ({ id, key })))
  for (const { id, key } of [...changes.keys, ...made]) {
    const text = key.startsWith(FIELD_PREFIX) ? content.cards.get(id)?.get(key) : undefined
    if (!(text instanceof Y.Text) || text.length <= LIMITS.fieldChars) continue
    forgetPositions(text)
    text.delete(LIMITS.fieldChars, text.length - LIMITS.fieldChars)
    over.add(id)
  }
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
