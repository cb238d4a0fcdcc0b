import * as Y from 'yjs'
import type { Content } from '../../src/model/content.ts'
import { itemOf } from './yjs-internals.ts'

export type SharedType = Y.AbstractType<unknown>

/** What a shared type is in our document. */
export type Spot =
  | { readonly at: 'cards' | 'links' | 'answers' }
  | { readonly at: 'card' | 'answer' | 'card-text' | 'answer-text'; readonly id: string }

const CARDS: Spot = { at: 'cards' }
const LINKS: Spot = { at: 'links' }
const ANSWERS: Spot = { at: 'answers' }

export function rootSpot(name: string): Spot | null {
  if (name === 'cards') return CARDS
  if (name === 'links') return LINKS
  return name === 'answers' ? ANSWERS : null
}

/** The spot of a type that the document holds; null for one that has no business there. */
export function spotOf(content: Content, type: SharedType): Spot | null {
  if (type === (content.cards as unknown)) return CARDS
  if (type === (content.links as unknown)) return LINKS
  if (type === (content.answers as unknown)) return ANSWERS
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
  if (key !== 'text') return null
  if (above.at === 'card') return { at: 'card-text', id: above.id }
  return above.at === 'answer' ? { at: 'answer-text', id: above.id } : null
}
