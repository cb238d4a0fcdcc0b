import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { standsStill } from '../../model/agenda.ts'
import type { Kind, Relation, Template } from '../../model/template.ts'
import type { KindId, PersonId } from '../../model/ids.ts'
import type { Language } from '../../model/text.ts'
import type { Entry } from '../../protocol/api.ts'
import type { Peer } from '../../protocol/messages.ts'
import type { View } from '../../protocol/view.ts'
import type { BoardState } from '../../sync/board-store.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import type { SaveState } from '../../sync/save-state.ts'

/** The open board, for everything below the board page. */
export interface OpenBoard {
  readonly entry: Entry
  readonly connection: BoardConnection
}

export const BoardContext = createContext<OpenBoard | null>(null)

export function useOpenBoard(): OpenBoard {
  const open = useContext(BoardContext)
  if (!open) throw new Error('used outside an open board')
  return open
}

export function useConnection(): BoardConnection {
  return useOpenBoard().connection
}

/** Select a primitive or a stored reference, never a fresh object. */
export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useConnection().board, select)
}

export function useView<T>(select: (view: View | null) => T): T {
  return useStore(useConnection().frame, (state) => select(state.view))
}

export function useSave<T>(select: (state: SaveState) => T): T {
  return useStore(useConnection().save, select)
}

const NOBODY: readonly Peer[] = []

/** Who is at a card at this moment, apart from this person. */
export function usePeersAt(id: string): readonly Peer[] {
  return useStore(useConnection().presence, (state) => state.byCard.get(id) ?? NOBODY)
}

export function useTemplate(): Template {
  return useOpenBoard().entry.template
}

/** The language of the board's own words: one wall, one language. */
export function useBoardLanguage(): Language {
  const entry = useOpenBoard().entry
  return useView((view) => view?.language ?? entry.language)
}

export function useKind(id: KindId): Kind | undefined {
  return useTemplate().kinds.find((kind) => kind.id === id)
}

export function relationOf(template: Template, id: string): Relation | undefined {
  return template.relations.find((relation) => relation.id === id)
}

/** May this person change a card that lies there? The server decides; this only keeps the interface honest. */
export function useCanWrite(question?: string): boolean {
  const entry = useOpenBoard().entry
  return useView((view) => {
    const role = view?.me.role ?? entry.me.role
    if (role === 'viewer') return false
    if (role === 'facilitator' || !view) return true
    if (view.locked) return false
    if (question !== undefined && standsStill({ agenda: view.agenda, template: entry.template }, question)) return false
    return question === undefined || !view.questions.some((known) => known.id === question && known.locked)
  })
}

export function useMyId(): PersonId {
  const entry = useOpenBoard().entry
  return useView((view) => view?.me.id ?? entry.me.id)
}

export function useIsFacilitator(): boolean {
  const entry = useOpenBoard().entry
  return useView((view) => (view?.me.role ?? entry.me.role) === 'facilitator')
}
