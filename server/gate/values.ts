import * as Y from 'yjs'
import { STANCES, VERDICTS } from '../../src/model/answer.ts'
import { BY } from '../../src/model/card.ts'
import { isMinute } from '../../src/model/comment.ts'
import { fieldOfKey } from '../../src/model/field-texts.ts'
import { isId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { isOrderKey } from '../../src/model/order.ts'

const LINK_CHARS = 130
const CHOICES = 12
const CHOICE_CHARS = 40
const PLACE_KEYS: ReadonlySet<string> = new Set(['in', 'order', 'from'])
const STANCE_KEYS: ReadonlySet<string> = new Set(['stance', 'reason'])
const COMMENT_KEYS: ReadonlySet<string> = new Set(['card', 'by', 'text', 'at'])

export function isLinkKey(key: string): boolean {
  if (key.length > LINK_CHARS) return false
  const parts = key.split(':')
  return parts.length === 3 && parts.every(isId) && parts[1] !== parts[2]
}

/** True for content that a key of a card's record may hold. `text` is a shared text, everything else one plain value. */
export function isCardContent(key: string, content: unknown): boolean {
  if (content instanceof Y.ContentDeleted) return isCardKey(key)
  if (key === 'text') return isText(content)
  if (key === 'kind') return holdsOnly(content, isId)
  if (key === 'place') return holdsOnly(content, isPlace)
  return isFieldKey(key) && (isText(content) || (key.split('.').length === 2 && holdsOnly(content, isFieldValue)))
}

/** The name of an author: nobody signs a card in the browser, neither for oneself nor for others. */
export function isName(key: string, content: unknown): boolean {
  return fieldOfKey(key) === BY && !(content instanceof Y.ContentDeleted)
}

/** `field.<id>`, or `field.<id>.<beginning>` for a text. */
export function isFieldKey(key: string): boolean {
  return fieldOfKey(key) !== null && key.split('.').slice(1).every(isId) && key.split('.').length <= 3
}

/** The content of a link, and of the sign that a comment is settled. */
export function isOne(content: unknown): boolean {
  return content instanceof Y.ContentDeleted || holdsOnly(content, (value) => value === 1)
}

export function isVerdict(content: unknown): boolean {
  return content instanceof Y.ContentDeleted || holdsOnly(content, (value) => (VERDICTS as readonly unknown[]).includes(value))
}

export function isStance(content: unknown): boolean {
  return content instanceof Y.ContentDeleted || holdsOnly(content, isStanceValue)
}

export function isComment(content: unknown): boolean {
  return content instanceof Y.ContentDeleted || holdsOnly(content, isCommentValue)
}

/** True when no part of a comment's content names another author. */
export function isCommentBy(content: unknown, person: string): boolean {
  return !(content instanceof Y.ContentAny) || content.arr.every((value) => (value as { by?: unknown }).by === person)
}

function isText(content: unknown): boolean {
  return content instanceof Y.ContentType && content.type.constructor === Y.Text
}

function isCardKey(key: string): boolean {
  return key === 'kind' || key === 'place' || key === 'text' || isFieldKey(key)
}

/** Several values stand in one item when old ones of a key, kept for undo, have grown together: each of them must fit. */
function holdsOnly(content: unknown, fits: (value: unknown) => boolean): boolean {
  return content instanceof Y.ContentAny && content.arr.length > 0 && content.arr.every(fits)
}

/** A plain object with these keys at most; null for anything else. */
function plain(value: unknown, keys: ReadonlySet<string>): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return null
  return Object.keys(value).every((key) => keys.has(key)) ? (value as Record<string, unknown>) : null
}

function isStanceValue(value: unknown): boolean {
  const said = plain(value, STANCE_KEYS)
  if (!said || !(STANCES as readonly unknown[]).includes(said['stance'])) return false
  return isShort(said['reason'], said['stance'] === 'object' ? LIMITS.reasonChars : 0)
}

function isCommentValue(value: unknown): boolean {
  const said = plain(value, COMMENT_KEYS)
  if (!said || !isId(said['card']) || !isId(said['by']) || !isMinute(said['at'])) return false
  return said['text'] !== '' && isShort(said['text'], LIMITS.commentChars)
}

function isShort(value: unknown, chars: number): boolean {
  return typeof value === 'string' && value.length <= chars
}

function isPlace(value: unknown): boolean {
  const place = plain(value, PLACE_KEYS)
  if (!place) return false
  return isId(place['in']) && isOrderKey(place['order']) && (place['from'] === undefined || isId(place['from']))
}

function isFieldValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LIMITS.fieldChars
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'boolean') return true
  return (
    Array.isArray(value) && value.length <= CHOICES && value.every((choice) => typeof choice === 'string' && choice.length <= CHOICE_CHARS)
  )
}
