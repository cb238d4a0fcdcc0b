import type { BoardId } from '../model/ids.ts'

export function offlineCopyName(board: BoardId, epoch: number): string {
  return `auftakt-${board}-${epoch}`
}

/** Deletes what this device keeps of a board, of this epoch and of every one before it. */
export function forgetOfflineCopies(of: { readonly board: BoardId; readonly epoch: number }): void {
  if (typeof indexedDB === 'undefined') return
  for (let epoch = 1; epoch <= of.epoch; epoch++) indexedDB.deleteDatabase(offlineCopyName(of.board, epoch))
}
