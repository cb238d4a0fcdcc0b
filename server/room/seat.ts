import type { Frame } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import type { CloseCode } from '../../src/protocol/close-codes.ts'
import { activePerson } from '../frame/roster.ts'
import type { Seen } from '../view/write-views.ts'
import type { Present } from './presence.ts'

/** One connection as a room sees it: it knows nothing of sockets. */
export interface Member {
  readonly person: PersonId
  /** `common` is the same array for all members that get it, so that it is made ready once; `own` follows for this one. */
  send(common: readonly Uint8Array[], own?: readonly Uint8Array[]): void
  close(code: CloseCode, reason: string): void
}

/** What a room keeps for a member. */
export interface Seat extends Present {
  readonly member: Member
  user: string
  /** Content frames taken in, counted as the browser counts them. */
  received: number
  /** The last number the browser was told. */
  saved: number
  owesSaved: boolean
  /** What only this person has is to be sent anew. */
  needsMine: boolean
  /** The view that the browser has; null: it needs a whole one. */
  seen: Seen | null
  /** The browser's state vector while its question is unanswered. */
  asks: Uint8Array | null
  /** It has the document and gets what follows. Before that, updates would only wait in its doc for what they build on. */
  isReady: boolean
  /** Its own document arrived once. */
  isSynced: boolean
  /** Something it builds on never came here: it was asked for everything and its frames do not count until then. */
  hasGap: boolean
  gaps: number
  isClosed: boolean
}

export function createSeat(member: Member, frame: Frame): Seat {
  return {
    member,
    person: member.person,
    user: userOf(frame, member.person),
    client: null,
    received: 0,
    saved: 0,
    owesSaved: false,
    needsMine: true,
    seen: null,
    asks: null,
    isReady: false,
    isSynced: false,
    hasGap: false,
    gaps: 0,
    isClosed: false,
  }
}

/** What others are told of a person in presence, as JSON. */
export function userOf(frame: Frame, id: PersonId): string {
  const { name, role } = activePerson(frame, id) ?? { name: '', role: 'viewer' }
  return JSON.stringify({ id, name, role })
}

export function closeSeat(seat: Seat, code: CloseCode, reason: string): void {
  if (seat.isClosed) return
  seat.isClosed = true
  seat.member.close(code, reason)
}
