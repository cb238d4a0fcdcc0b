import { roleOf } from '../frame/roster.ts'
import type { PersonId } from '../../src/model/ids.ts'
import type { Moment } from './moment.ts'

export function boardView({ frame: { title, organisation, goal, language, locked, questions } }: Moment) {
  return { title, organisation, goal, language, locked, questions }
}

export function peopleView({ frame, online }: Moment) {
  const here = frame.roster.filter((person) => !person.removed)
  return { people: here.map(({ id, name, role }) => ({ id, name, role, online: online.has(id) })) }
}

export function myPeopleView({ frame }: Moment, person: PersonId) {
  return { id: person, role: roleOf(frame, person) ?? 'viewer' }
}
