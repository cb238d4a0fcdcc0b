import * as Y from 'yjs'
import { FIELD_PREFIX } from '../../src/model/content.ts'
import { isId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { isOrderKey } from '../../src/model/order.ts'

const LINK_CHARS = 130
const CHOICES = 12
const CHOICE_CHARS = 40
const PLACE_KEYS: ReadonlySet<string> = new Set(['in', 'order', 'from'])

export function isLinkKey(key: string): boolean {
  if (key.length > LINK_CHARS) return false
  const parts = key.split(':')
  return parts.length === 3 && parts.every(isId) && parts[1] !== parts[2]
}

/** True for content that a key of a card's record may hold. `text` is a shared text, everything else one plain value. */
export function isCardContent(key: string, content: unknown): boolean {
  if (content instanceof Y.ContentDeleted) return isCardKey(key)
  if (key === 'text') return content instanceof Y.ContentType && content.type.constructor === Y.Text
  if (key === 'kind') return holdsOnly(content, isId)
  if (key === 'place') return holdsOnly(content, isPlace)
  return isCardKey(key) && holdsOnly(content, isFieldValue)
}

export function isLinkContent(content: unknown): boolean {
  return content instanceof Y.ContentDeleted || holdsOnly(content, (value) => value === 1)
}

function isCardKey(key: string): boolean {
  return key === 'kind' || key === 'place' || key === 'text' || (key.startsWith(FIELD_PREFIX) && isId(key.slice(FIELD_PREFIX.length)))
}

/** Several values stand in one item when old ones of a key, kept for undo, have grown together: each of them must fit. */
function holdsOnly(content: unknown, fits: (value: unknown) => boolean): boolean {
  return content instanceof Y.ContentAny && content.arr.length > 0 && content.arr.every(fits)
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false
  const place = value as Record<string, unknown>
  if (!Object.keys(place).every((key) => PLACE_KEYS.has(key))) return false
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
