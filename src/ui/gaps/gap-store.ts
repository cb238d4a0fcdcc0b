import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Insight } from '../../insight/insight.ts'

/** What the panel shows: everything, one question, or one rule that was asked for. */
export interface GapView {
  readonly question: string
  readonly rule: string | null
}

export const EVERYTHING: GapView = { question: '', rule: null }

/** What the board says about itself, derived in one place, and the panel that lists it. */
export interface GapState {
  readonly insight: Insight | null
  readonly shown: GapView | null
  /** How often it was asked for: each time it takes the focus. */
  readonly nth: number
}

export type GapStore = StoreApi<GapState>

export function createGapStore(): GapStore {
  return createStore<GapState>(() => ({ insight: null, shown: null, nth: 0 }))
}

export const GapContext = createContext<GapStore | null>(null)

export function useGapStore(): GapStore {
  const store = useContext(GapContext)
  if (!store) throw new Error('used outside a board screen')
  return store
}

/** Shows the panel, or brings the focus to it. */
export function showGaps(store: GapStore, view?: Partial<GapView>): void {
  store.setState((state) => ({ shown: { ...(state.shown ?? EVERYTHING), ...view }, nth: state.nth + 1 }))
}

/** Select a primitive or a stored reference. */
export function useGaps<T>(select: (state: GapState) => T): T {
  return useStore(useGapStore(), select)
}
