import type { Frame } from '../../src/model/frame.ts'
import { roleOf } from '../frame/roster.ts'
import type { PresenceBoard } from './presence.ts'
import { userOf, type Seat } from './seat.ts'

/** Presence tells the names and roles that the roster has now; who only reads is not in it. */
export function followRoster(frame: Frame, seats: Iterable<Seat>, presence: PresenceBoard): void {
  for (const seat of seats) {
    const user = userOf(frame, seat.person)
    if (user === seat.user) continue
    seat.user = user
    if (roleOf(frame, seat.person) === 'viewer') presence.leave(seat)
    else presence.rename(seat)
  }
}
