import type { Entry } from '../../protocol/api.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import { plainBoard } from '../board/use-plain-board.ts'

/** Hands a file to the browser's own saving. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Saves the board as this device has it, whatever the server says. */
export async function saveBoardFile(connection: BoardConnection, entry: Entry): Promise<void> {
  const { boardJson } = await import('../../export/board-json.ts')
  const { fileName } = await import('../../export/plan-file-name.ts')
  const board = plainBoard(entry, connection.frame.getState().view, connection.board.getState())
  saveFile(fileName(board.title, 'json'), new Blob([boardJson(board)], { type: 'application/json' }))
}
