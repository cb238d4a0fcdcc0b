import { createContext } from 'react'
import type { CardId } from '../../model/ids.ts'

/** Picks a card up by keyboard. */
export const CarryContext = createContext<(id: CardId) => void>(() => undefined)
