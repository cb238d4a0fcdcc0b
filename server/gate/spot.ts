import * as Y from 'yjs'
import type { Content } from '../../src/model/content.ts'
import { isFieldKey } from './values.ts'
import { itemOf } from './yjs-internals.ts'

export type SharedType = Y.AbstractType<unknown>

/** A shared text, and where its words lie in its record. */
export type TextSpot = { readonly at: 'card-text' | 'answer-text'; readonly id: string; readonly key: string }

/** What a shared type is in our document. */
export type Spot =
  | { readonly at: 'cards' | 'links' | 'answers' | 'voices' | 'comments' }
  | { readonly at: 'card' | 'answer'; readonly id: string }
  | TextSpot

const CARDS: Spot = { at: 'cards' }
const LINKS: Spot = { at: 'links' }
const ANSWERS: Spot = { at: 'answers' }
const VOICES: Spot = { at: 'voices' }
const COMMENTS: Spot = { at: 'comments' }

export function rootSpot(name: string): Spot | null {
  if (name === 'cards') return CARDS
  if (name === 'links') return LINKS
  if (name === 'voices') return VOICES
  if (name === 'comments') return COMMENTS
  return name === 'answers' ? ANSWERS : null
}

/** The spot of a type that the document holds; null for one that has no business there. */
export function spotOf(content: Content, type: SharedType): Spot | null {
  if (type === (content.cards as unknown)) return CARDS
  if (type === (content.links as unknown)) return LINKS
  if (type === (content.answers as unknown)) return ANSWERS
  if (type === (content.voices as unknown)) return VOICES
  if (type === (content.comments as unknown)) return COMMENTS
  const item = itemOf(type)
  const parent = item?.parent
  if (!item || item.parentSub === null || !(parent instanceof Y.AbstractType)) return null
  const above = spotOf(content, parent)
  return above && spotInside(above, item.parentSub)
}

/** The spot of a shared type that lies under `key` in a type at `above`. */
export function spotInside(above: Spot, key: string): Spot | null {
  if (above.at === 'cards') return { at: 'card', id: key }
  if (above.at === 'answers') return { at: 'answer', id: key }
  if (above.at === 'card') return key === 'text' || isFieldKey(key) ? { at: 'card-text', id: above.id, key } : null
  return above.at === 'answer' && key === 'text' ? { at: 'answer-text', id: above.id, key } : null
}
