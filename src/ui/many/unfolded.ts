import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { BoardId } from '../../model/ids.ts'
import { device } from '../../sync/device.ts'

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

/** Keeps on this device what is unfolded on a board. */
export function useKeptUnfolded(board: BoardId): void {
  useLayoutEffect(() => {
    unfolded.setState({ ids: new Set(device.unfolded(board)) })
    return unfolded.subscribe(({ ids }) => device.saveUnfolded(board, [...ids]))
  }, [board])
}
