import { toBoardFile, type Board } from '../model/board.ts'

/** A board as the JSON text that `parseBoardFile` and `npm run plan` read. */
export function boardJson(board: Board): string {
  return `${JSON.stringify(toBoardFile(board), null, 2)}\n`
}
