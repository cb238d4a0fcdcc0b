import * as Y from 'yjs'
import { readVoiceKey, stanceSchema, verdictSchema, type PersonalVoice, type Verdict } from './answer.ts'
import { cardSchema, type Card, type FieldValue } from './card.ts'
import { commentRecordSchema, readCommentKey, resolvedKey, type SignedComment } from './comment.ts'
import type { Content } from './content.ts'
import { fieldOfKey, textsByField, textsOf, wordsOf } from './field-texts.ts'
import type { CardId, FieldId, QuestionId } from './ids.ts'
import { isId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { linkSchema, type Link } from './link.ts'
import { clip } from './text.ts'

/** Called once for a record that does not fit its schema: it is left out, never repaired by a read. */
export type OnInvalid = (record: string) => void

/** A card as plain data, or null when it is gone or does not fit. */
export function readCard(content: Content, id: string, onInvalid?: OnInvalid): Card | null {
  const record: unknown = content.cards.get(id)
  if (record === undefined) return null
  const parsed = record instanceof Y.Map ? cardSchema.safeParse(plainCard(id, record)) : null
  if (parsed?.success) return parsed.data
  onInvalid?.(`cards/${id}`)
  return null
}

function plainCard(id: string, record: Y.Map<unknown>): Record<string, unknown> {
  const fields: Record<string, FieldValue> = {}
  record.forEach((value, key) => {
    const field = fieldOfKey(key)
    if (field !== null && value !== null && !(value instanceof Y.Text)) fields[field] = value as FieldValue
  })
  for (const [field, texts] of textsByField(record)) {
    if (typeof (fields[field] ?? '') === 'string') fields[field] = clip(wordsOf(texts), LIMITS.fieldChars)
  }
  const text = record.get('text')
  return {
    id,
    kind: record.get('kind'),
    place: record.get('place'),
    text: text instanceof Y.Text ? clip(text.toString(), LIMITS.textChars) : undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  }
}

export function readCards(content: Content, onInvalid?: OnInvalid): Card[] {
  const cards: Card[] = []
  for (const id of content.cards.keys()) {
    const card = readCard(content, id, onInvalid)
    if (card) cards.push(card)
  }
  return cards
}

export function readLink(content: Content, id: string, onInvalid?: OnInvalid): Link | null {
  if (!content.links.has(id)) return null
  const parsed = linkSchema.safeParse(id)
  if (parsed.success) return parsed.data
  onInvalid?.(`links/${id}`)
  return null
}

export function readLinks(content: Content, onInvalid?: OnInvalid): Link[] {
  return [...content.links.keys()].flatMap((id) => readLink(content, id, onInvalid) ?? [])
}

export function readAnswer(content: Content, id: string, onInvalid?: OnInvalid): string | null {
  const record: unknown = content.answers.get(id)
  const text = record instanceof Y.Map && isId(id) ? record.get('text') : null
  if (text instanceof Y.Text) return clip(text.toString(), LIMITS.textChars)
  if (record !== undefined) onInvalid?.(`answers/${id}`)
  return null
}

export function readAnswers(content: Content, onInvalid?: OnInvalid): Partial<Record<QuestionId, string>> {
  const answers: Partial<Record<QuestionId, string>> = {}
  for (const id of content.answers.keys()) {
    const text = readAnswer(content, id, onInvalid)
    if (text !== null) answers[id as QuestionId] = text
  }
  return answers
}

/** The shared text of a card, for binding an input to it; null when the card is gone. */
export function cardText(content: Content, id: CardId): Y.Text | null {
  const text = content.cards.get(id)?.get('text')
  return text instanceof Y.Text ? text : null
}

export function answerText(content: Content, id: QuestionId): Y.Text | null {
  const text = content.answers.get(id)?.get('text')
  return text instanceof Y.Text ? text : null
}

/** The shared text of a field, of several the one begun first; null until somebody has typed in it. */
export function fieldText(content: Content, id: CardId, field: FieldId): Y.Text | null {
  const record = content.cards.get(id)
  return (record && textsOf(record, field)[0]) ?? null
}

export function readVerdict(content: Content, id: QuestionId, onInvalid?: OnInvalid): Verdict | undefined {
  const record: unknown = content.answers.get(id)
  const state = record instanceof Y.Map ? record.get('state') : undefined
  const { data } = verdictSchema.safeParse(state)
  if (state !== undefined && data === undefined) onInvalid?.(`answers/${id}/state`)
  return data
}

export function readVerdicts(content: Content, onInvalid?: OnInvalid): Partial<Record<QuestionId, Verdict>> {
  const verdicts: Partial<Record<QuestionId, Verdict>> = {}
  for (const id of content.answers.keys()) {
    const verdict = readVerdict(content, id as QuestionId, onInvalid)
    if (verdict) verdicts[id as QuestionId] = verdict
  }
  return verdicts
}

export function readVoices(content: Content, onInvalid?: OnInvalid): PersonalVoice[] {
  return [...content.voices.keys()].toSorted().flatMap((key) => {
    const whose = readVoiceKey(key)
    const stance = stanceSchema.safeParse(content.voices.get(key))
    if (whose && stance.success) return [{ ...whose, ...stance.data }]
    onInvalid?.(`voices/${key}`)
    return []
  })
}

/** The comments, oldest first. */
export function readComments(content: Content, onInvalid?: OnInvalid): SignedComment[] {
  const comments = [...content.comments.keys()].flatMap((key) => {
    const about = readCommentKey(key)
    if (about?.isFlag) return []
    const record = commentRecordSchema.safeParse(content.comments.get(key))
    if (about && record.success) return [{ ...record.data, id: about.id, resolved: content.comments.has(resolvedKey(about.id)) }]
    onInvalid?.(`comments/${key}`)
    return []
  })
  return comments.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
}
