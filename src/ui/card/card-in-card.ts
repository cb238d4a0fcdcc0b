import { createContext, type ComponentType } from 'react'
import type { CardId } from '../../model/ids.ts'
import type { Question } from '../../model/template.ts'

export interface CardItemProps {
  readonly id: CardId
  readonly column: string
  /** The question in whose form the card shows itself. */
  readonly question?: Question | undefined
}

/** What shows a card to those that lie in a card, as a stack and a chain do: they cannot import what imports them. */
export const CardItemContext = createContext<ComponentType<CardItemProps>>(() => null)
