import { createStore, type StoreApi } from 'zustand/vanilla'

/** What is typed into the inputs of questions and not yet a card. It outlives the input: a lock, another question, a turned phone. */
export type DraftStore = StoreApi<Readonly<Partial<Record<string, string>>>>

export function createDrafts(): DraftStore {
  return createStore(() => ({}))
}
