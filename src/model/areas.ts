import { z } from 'zod'
import { BIN, type Card } from './card.ts'
import { isId, type CardId } from './ids.ts'
import { LIMITS } from './limits.ts'
import type { Template } from './template.ts'
import type { Language } from './text.ts'

/** Where in the house somebody comes from: a card of the kind that the template calls its areas, or words of one's own. */
export const areaSchema = z.union([
  z.strictObject({
    card: z
      .string()
      .refine(isId)
      .transform((id) => id as CardId),
  }),
  z.strictObject({ text: z.string().trim().min(1).max(LIMITS.nameChars) }),
])
export type Area = z.infer<typeof areaSchema>

export interface OfferedArea {
  readonly text: string
  readonly area: Area
}

/** The areas that people can come from: those on the board, then those that the template suggests. */
export function offeredAreas(cards: Iterable<Pick<Card, 'id' | 'text'>>, template: Template, language: Language): OfferedArea[] {
  const offered = new Map<string, OfferedArea>()
  const offer = (text: string, area: Area): void => {
    if (text !== '' && !offered.has(plain(text))) offered.set(plain(text), { text, area })
  }
  for (const { id, text } of cards) offer(text.trim(), { card: id })
  for (const { kind, text } of template.questions.flatMap((question) => question.starters)) {
    if (kind === template.areas) offer(text[language], { text: text[language] })
  }
  return [...offered.values()]
}

/** The cards of a board that stand for areas. */
export function areaCards(cards: Iterable<Card>, template: Template): Card[] {
  return [...cards].filter((card) => card.kind === template.areas && card.place.in !== BIN)
}

/** Who is missing from the room: areas for which nobody has come. */
export function missingAreas(
  cards: Iterable<Card>,
  template: Template,
  people: readonly { readonly area?: Area | null | undefined }[],
): Card[] {
  const chosen = new Set(people.flatMap(({ area }) => (area ? ['card' in area ? area.card : plain(area.text)] : [])))
  return areaCards(cards, template).filter((card) => !chosen.has(card.id) && !chosen.has(plain(card.text)))
}

const plain = (text: string): string => text.trim().toLocaleLowerCase()
