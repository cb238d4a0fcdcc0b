import type { Board } from '../model/board.ts'
import type { Card, FieldValue } from '../model/card.ts'
import type { FieldId, KindId } from '../model/ids.ts'
import { clip, type Language } from '../model/text.ts'

const SHORT_CHARS = 90
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/
// Making one costs more than a hundred gaps.
const AND = { de: new Intl.ListFormat('de'), en: new Intl.ListFormat('en') }

/** A card's text as a part of a sentence: one line, 90 characters at most, cut with an ellipsis at a word where one is near. */
export function shortText(text: string, max = SHORT_CHARS): string {
  const line = UNEVEN.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text
  if (line.length <= max) return line
  const cut = clip(line, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${space > max * 0.6 ? cut.slice(0, space) : cut}…`
}

/** "A, B und C" in the board's language. */
export function joinTexts(cards: readonly Card[], language: Language): string {
  return AND[language].format(cards.map((card) => shortText(card.text)))
}

/** False for a field that is absent, blank, an empty choice or an unticked box; a number counts, zero too. */
export function isFilled(value: FieldValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== false
}

export function labelOfField(board: Board, kind: KindId, field: FieldId): string {
  const fields = board.template.kinds.find((candidate) => candidate.id === kind)?.fields ?? []
  return fields.find((candidate) => candidate.id === field)?.label[board.language] ?? field
}
