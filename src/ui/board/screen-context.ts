import { createContext, useContext } from 'react'
import type { CardId, RelationId } from '../../model/ids.ts'

/** The one thing that lies over the board. */
export type Opened =
  | { readonly what: 'details' | 'move'; readonly card: CardId }
  | { readonly what: 'link'; readonly card: CardId; readonly relation?: RelationId | undefined }
  | { readonly what: 'invite' | 'plan' | 'settings' | 'bin' }

export const ScreenContext = createContext<(opened: Opened | null) => void>(() => undefined)

/** Opens a dialog over the board. */
export function useOpen(): (opened: Opened | null) => void {
  return useContext(ScreenContext)
}
