import { randomInt } from 'node:crypto'
import { CODE_ALPHABET, DEVICE_CODE_LENGTH } from '../src/model/codes.ts'
import type { BoardId, PersonId } from '../src/model/ids.ts'

interface Move {
  readonly board: BoardId
  readonly person: PersonId
  readonly until: number
}

const VALID_MS = 10 * 60 * 1000
const MAX_CODES = 10_000

/** Codes with which a person goes on on another device. In memory only: each works once and not for long. */
export function createDeviceCodes(now: () => number) {
  const moves = new Map<string, Move>()

  function forget(): void {
    for (const [code, { until }] of moves) {
      if (until > now() && moves.size <= MAX_CODES) continue
      moves.delete(code)
    }
  }

  return {
    /** A person's newest code is the only one. */
    open(board: BoardId, person: PersonId): { readonly code: string; readonly until: number } {
      forget()
      for (const [code, move] of moves) if (move.board === board && move.person === person) moves.delete(code)
      const code = Array.from({ length: DEVICE_CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')
      const until = now() + VALID_MS
      moves.set(code, { board, person, until })
      return { code, until }
    },
    /** Null for one that was never given, is used up or too old. */
    take(code: string): Move | null {
      const move = moves.get(code)
      moves.delete(code)
      return move && move.until > now() ? move : null
    },
  }
}

export type DeviceCodes = ReturnType<typeof createDeviceCodes>
