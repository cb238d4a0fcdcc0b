import { createHash } from 'node:crypto'
import type { CardId, KindId, QuestionId } from '../../src/model/ids.ts'

/** A draft on its way to the board; `by` is a name only when its author chose so. */
export interface RevealedCard {
  readonly id: CardId
  readonly question: QuestionId
  readonly kind: KindId
  readonly text: string
  readonly by: string | null
}

/** What a reveal leaves of a card, to see later whether somebody has changed it since. */
export function markOf(card: Pick<RevealedCard, 'kind' | 'text'> & { readonly question: string; readonly by: string | null }): string {
  return createHash('sha256')
    .update(JSON.stringify([card.question, card.kind, card.text, card.by]))
    .digest('base64url')
    .slice(0, 12)
}
