import type { Role } from '../../src/model/board.ts'
import type { Frame, Person } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'

export function roleOf(frame: Frame, person: PersonId): Role | null {
  return activePerson(frame, person)?.role ?? null
}

export function activePerson(frame: Frame, id: PersonId): Person | undefined {
  return frame.roster.find((person) => person.id === id && !person.removed)
}

export function isLastFacilitator(frame: Frame, id: PersonId): boolean {
  const facilitators = frame.roster.filter((person) => person.role === 'facilitator' && !person.removed)
  return facilitators.length === 1 && facilitators[0]?.id === id
}

export function withPerson(frame: Frame, id: PersonId, given: Partial<Person>): Frame {
  return { ...frame, roster: frame.roster.map((person) => (person.id === id ? { ...person, ...given } : person)) }
}

/** Puts a person on the roster, or gives a known one the new name, the area if one is said, and the higher of both roles. Null when the roster is full. */
export function admit(frame: Frame, person: Person): Frame | null {
  const known = activePerson(frame, person.id)
  if (known) {
    const role = RANK[person.role] > RANK[known.role] ? person.role : known.role
    const area = person.area ?? known.area
    if (role === known.role && person.name === known.name && area === known.area) return frame
    return { ...withPerson(frame, person.id, { name: person.name, role, area }), rev: frame.rev + 1 }
  }
  if (frame.roster.filter((other) => !other.removed).length >= LIMITS.people) return null
  return { ...frame, rev: frame.rev + 1, roster: [...frame.roster, person] }
}

const RANK: Readonly<Record<Role, number>> = { viewer: 0, participant: 1, facilitator: 2 }
