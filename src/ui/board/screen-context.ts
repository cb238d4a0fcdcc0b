import { createContext, useContext } from 'react'
import type { CardId, FieldId, QuestionId, RelationId } from '../../model/ids.ts'

export type LinkEnd = 'sources' | 'targets'

/** The end of a relation that is looked for, with the cards that belong there most. */
export interface WantedLink {
  readonly relation: RelationId
  readonly end: LinkEnd
  readonly offer?: readonly CardId[] | undefined
  /** Back to the details of the card, where it was asked for. */
  readonly back?: true
}

/** The one thing that lies over the board. */
export type Opened =
  | { readonly what: 'move'; readonly card: CardId }
  | { readonly what: 'details'; readonly card: CardId; readonly field?: FieldId | undefined }
  | { readonly what: 'link'; readonly card: CardId; readonly wanted?: WantedLink | undefined }
  | { readonly what: 'choose'; readonly card: CardId; readonly relation: RelationId; readonly end: LinkEnd }
  | { readonly what: 'objections' | 'silence' | 'vote' | 'park'; readonly question: QuestionId }
  | { readonly what: 'result'; readonly round?: string | undefined; readonly card?: CardId }
  | { readonly what: 'passes'; readonly card?: CardId | undefined }
  | { readonly what: 'hands' | 'close-votes' | 'history' }
  | { readonly what: 'invite' | 'people' | 'plan' | 'settings' | 'bin' | 'agenda' }

export const ScreenContext = createContext<(opened: Opened | null) => void>(() => undefined)

/** Opens a dialog over the board. */
export function useOpen(): (opened: Opened | null) => void {
  return useContext(ScreenContext)
}
