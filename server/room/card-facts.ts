import { BIN, BY } from '../../src/model/card.ts'
import { SEED, type Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { CardId, QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { byOrder, keysForSlot, type OrderKey } from '../../src/model/order.ts'
import { readCard, readCards, readComments } from '../../src/model/read-content.ts'
import { addCards } from '../../src/model/write-content.ts'
import type { ContentFacts } from '../frame/command-handler.ts'
import { markOf, type RevealedCard } from '../frame/revealed-card.ts'
import { rootPlace } from './rules.ts'

/** A mark that no reveal ever made. */
const TOUCHED = ''

export function cardFacts(content: Content, frame: Frame): Pick<ContentFacts, 'placeOf' | 'roomForCards' | 'markOf'> {
  const questions = new Set<string>(frame.questions.map((question) => question.id))
  return {
    placeOf(id) {
      const question = rootPlace(content, { questions, stack: frame.template.stack }, id)
      const kind = content.cards.get(id)?.get('kind')
      return question === null || question === BIN || typeof kind !== 'string' ? null : { question, kind }
    },
    roomForCards: () => LIMITS.cards - content.cards.size,
    markOf(id) {
      const card = readCard(content, id)
      if (!card || card.place.in === BIN) return null
      const { [BY]: by = null, ...fields } = card.fields
      if (Object.keys(fields).length > 0 || isConnected(content, id) || (by !== null && typeof by !== 'string')) return TOUCHED
      return markOf({ question: card.place.in, kind: card.kind, text: card.text, by })
    },
  }
}

/** Links, cards inside and comments are somebody's work too. */
function isConnected(content: Content, id: CardId): boolean {
  for (const link of content.links.keys()) if (link.split(':').slice(1).includes(id)) return true
  for (const record of content.cards.values()) if ((record.get('place') as { in?: unknown } | undefined)?.in === id) return true
  return readComments(content).some((comment) => comment.card === id)
}

/** Puts the cards of a reveal behind the others of their questions, in the order in which they come. */
export function writeRevealed(content: Content, cards: readonly RevealedCard[]): void {
  const ends = new Map<QuestionId, OrderKey[]>()
  const all = readCards(content)
  for (const question of new Set(cards.map((card) => card.question))) {
    const there = all.filter((card) => card.place.in === question).map(({ id, place: { order } }) => ({ id, order }))
    const count = cards.filter((card) => card.question === question).length
    ends.set(question, keysForSlot(there.toSorted(byOrder), there.length, count))
  }
  const made = cards.flatMap(({ id, question, kind, text, by }) => {
    const order = ends.get(question)?.shift()
    return order === undefined ? [] : [{ id, kind, text, in: question, order, fields: by === null ? {} : { [BY]: by } }]
  })
  addCards(content, made, SEED)
}
