import * as Y from 'yjs'
import type { Role } from '../../src/model/board.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { MessageType, encodeMessage, type Notice } from '../../src/protocol/messages.ts'
import { inspect, type Inspected } from '../gate.ts'
import { Refused } from '../gate/read-update.ts'
import type { BoardState } from './board-state.ts'
import { joinTexts } from './join-texts.ts'
import type { PresenceBoard } from './presence.ts'
import { closeSeat, type Seat } from './seat.ts'
import { remember, takeBack } from './take-back.ts'
import { encodeSync, SyncType } from './wire.ts'

/** The document holds something that the gate should not have let in: it must be loaded anew. */
class GateHole extends Error {}

export interface ContentDesk {
  readonly state: BoardState
  readonly presence: PresenceBoard
  log(event: string, why: string): void
  /** Somebody changed the content. */
  noteEdit(): void
}

/**
 * Takes one content frame of a member into the document, or refuses it. Runs inside a transaction of the room.
 * @throws GateHole
 */
export function takeContent(desk: ContentDesk, seat: Seat, role: Role, update: Uint8Array, isWhole: boolean): void {
  seat.received++
  let inspected: Inspected
  try {
    inspected = inspect(desk.state.content, update, {
      person: seat.person,
      ownerOf: (client) => desk.state.bindings.ownerOf(client) ?? desk.presence.holderOf(client),
    })
  } catch (error) {
    refuse(desk, seat, error instanceof Refused ? error : new Refused(CloseCode.Unmergeable, String(error)), isWhole)
    return
  }
  if (isWhole) {
    seat.isSynced = true
    seat.hasGap = false
  }
  seat.owesSaved = true
  if (!inspected.hasNews) return
  if (role === 'viewer' && !desk.state.bindings.hasWritten(seat.person)) {
    desk.log('refused', 'viewer wrote')
    return closeSeat(seat, CloseCode.Forbidden, 'viewers do not write')
  }
  if (!desk.state.bindings.bind(unboundOf(desk, inspected), seat.person)) {
    return closeSeat(seat, CloseCode.Unmergeable, 'too many client ids')
  }
  try {
    const notices = apply(desk, inspected, update, { person: seat.person, role })
    desk.noteEdit()
    for (const notice of notices) seat.member.send([encodeMessage(MessageType.Notice, notice)])
  } catch (error) {
    // Everybody else comes back by themselves; with this one it would only happen again.
    closeSeat(seat, CloseCode.Unmergeable, 'not to be taken in')
    throw error
  }
}

/** Ids that only presence knows yet are bound with the first thing that is written under them. */
function unboundOf(desk: ContentDesk, inspected: Inspected): number[] {
  return inspected.clients.filter((client) => desk.state.bindings.ownerOf(client) === undefined)
}

function apply(desk: ContentDesk, { changes }: Inspected, update: Uint8Array, by: { person: PersonId; role: Role }): Notice[] {
  const { content, isSound, deletions } = desk.state
  const rules = desk.state.rules(by.role)
  const before = remember(content, changes, rules, update.length)
  Y.applyUpdate(content.doc, update)
  if (!isSound()) throw new GateHole('gate let a gap in')
  const notices = takeBack(content, changes, before, rules)
  joinTexts(content, changes)
  const stopped = deletions(by.person, by.role, before.places, rules)
  if (stopped.length === 0) return notices
  desk.log('refused', 'too many deletions')
  return [...notices, { kind: 'too-many', cards: stopped }]
}

function refuse(desk: ContentDesk, seat: Seat, error: Refused, isWhole: boolean): void {
  if (error.code !== 'gap') {
    desk.log('refused', error.message)
    return closeSeat(seat, error.code, 'refused')
  }
  // What is typed while the handshake is under way arrives before the state it builds on, and once more within it.
  const isExpected = !isWhole && (seat.hasGap || !seat.isSynced)
  seat.hasGap = true
  if (isExpected) return
  seat.gaps++
  if (seat.gaps > 1) {
    desk.log('refused', error.message)
    return closeSeat(seat, CloseCode.Unmergeable, 'something is missing')
  }
  seat.member.send([encodeSync(SyncType.Step1, desk.state.vector())])
}
