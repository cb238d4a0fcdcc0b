import type * as Y from 'yjs'
import type { Content } from '../model/content.ts'
import type { CardId, FieldId } from '../model/ids.ts'
import { fieldText } from '../model/read-content.ts'
import { shareField } from '../model/write-voices.ts'

export interface FieldTexts {
  /** The text of a field in which this person writes; null when nobody has written in it yet. */
  readonly textOf: (id: CardId, field: FieldId) => Y.Text | null
  /** The same, made when it is not there; null when the card is gone. */
  readonly share: (id: CardId, field: FieldId) => Y.Text | null
}

/**
 * Two people may begin the same field without knowing of each other: then there are two texts, until the server brings
 * their words together in the first. So long each goes on in the one they have begun.
 */
export function createFieldTexts(content: Content): FieldTexts {
  const own = new Map<string, Y.Text>()
  const textOf: FieldTexts['textOf'] = (id, field) => {
    const mine = own.get(`${id} ${field}`)
    return mine && mine.length > 0 && mine.parent === content.cards.get(id) ? mine : fieldText(content, id, field)
  }
  return {
    textOf,
    share: (id, field) => {
      const known = textOf(id, field)
      if (known) return known
      const text = shareField(content, id, field)
      if (text) own.set(`${id} ${field}`, text)
      return text
    },
  }
}
