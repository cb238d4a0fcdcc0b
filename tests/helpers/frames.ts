import { ROLES, type Role } from '../../src/model/board.ts'
import { createFrame, type Frame } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { applyCommand } from '../../server/frame.ts'
import type { ContentFacts, Outcome } from '../../server/frame/command-handler.ts'
import type { Sealed } from '../../server/frame/sealed.ts'
import { kickoff } from './kickoff.ts'

/** One person of each role. */
export const people = { facilitator: 'frieda', participant: 'paul', viewer: 'vera' } as Record<Role, PersonId>
export const noFacts: ContentFacts = {
  holdsCards: () => false,
  isAnswered: () => false,
  hasCard: () => true,
  placeOf: () => null,
  roomForCards: () => LIMITS.cards,
  markOf: () => null,
  dueOf: () => ({ last: null }),
  hasSnapshot: () => true,
  hasRoomForSnapshots: () => true,
}
/** The server's clock in these tests. */
export const NOW = Date.parse('2027-03-01T09:00:00Z')

export function newFrame(): Frame {
  const frame = createFrame(kickoff, { title: 'Kickoff', organisation: '', language: 'de' })
  return { ...frame, roster: ROLES.map((role) => ({ id: people[role], name: role, role })) }
}

let number = 0
export function run(
  frame: Frame,
  body: CommandBody,
  given: { sender?: PersonId; facts?: ContentFacts; now?: number; sealed?: Sealed } = {},
): Outcome {
  const context = { sender: people.facilitator, now: NOW, facts: noFacts, sealed: new Map(), ...given }
  return applyCommand(frame, { id: `command${number++}`, ...body }, context)
}

/** The frame after these commands of the facilitator, or of `sender`. */
export function after(frame: Frame, bodies: readonly CommandBody[], given: { sender?: PersonId; now?: number } = {}): Frame {
  return bodies.reduce((at, body) => {
    const outcome = run(at, body, given)
    if (outcome.refused !== undefined) throw new Error(`${body.type}: ${outcome.refused}`)
    return outcome.frame
  }, frame)
}
