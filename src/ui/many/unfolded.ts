import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The stacks that this person has unfolded. */
const unfolded = createStore<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

export function useIsUnfolded(id: string): boolean {
  return useStore(unfolded, (state) => state.ids.has(id))
}

export function setUnfolded(id: string, isUnfolded: boolean): void {
  const ids = new Set(unfolded.getState().ids)
  if (isUnfolded) ids.add(id)
  else ids.delete(id)
  unfolded.setState({ ids })
}
