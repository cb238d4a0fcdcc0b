import type * as Y from 'yjs'
import type { Content } from '../model/content.ts'
import type { CardId, FieldId } from '../model/ids.ts'
import { fieldText } from '../model/read-content.ts'
import { spliceBetween } from '../model/text-splice.ts'
import { spliceText } from '../model/write-content.ts'
import { shareField } from '../model/write-voices.ts'

interface Made {
  readonly id: CardId
  readonly field: FieldId
  readonly text: Y.Text
  readonly base: string
  last: string
}

export interface FieldTexts {
  /** The shared text of a field, made when nobody has typed in it yet; null when the card is gone. */
  readonly share: (id: CardId, field: FieldId) => Y.Text | null
  readonly close: () => void
}

/**
 * Two people may begin the same field at the same moment: each browser makes a text, and one of them stays.
 * The browser whose text had to go writes its person's words into the other.
 */
export function createFieldTexts(content: Content): FieldTexts {
  const made = new Set<Made>()
  const onCards = (): void => {
    for (const entry of made) {
      const current = fieldText(content, entry.id, entry.field)
      if (!current || current === entry.text) continue
      made.delete(entry)
      const words = spliceBetween(entry.base, entry.last)
      if (words && words.insert !== '') spliceText(current, { ...words, remove: 0 })
    }
  }
  content.cards.observeDeep(onCards)
  return {
    share: (id, field) => {
      const known = fieldText(content, id, field)
      if (known) return known
      const text = shareField(content, id, field)
      if (!text) return null
      const entry: Made = { id, field, text, base: text.toString(), last: text.toString() }
      text.observe(() => (entry.last = text.toString()))
      made.add(entry)
      return text
    },
    close: () => content.cards.unobserveDeep(onCards),
  }
}
