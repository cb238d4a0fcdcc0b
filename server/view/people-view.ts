import type { PersonId } from '../../src/model/ids.ts'
import { roleOf } from '../frame/roster.ts'
import type { Moment } from './moment.ts'

export function peopleView({ frame, online }: Moment) {
  const here = frame.roster.filter((person) => !person.removed)
  return { people: here.map(({ id, name, role, area }) => ({ id, name, role, online: online.has(id), ...(area ? { area } : {}) })) }
}

export function leadJoiningView({ frame: { linkUntil, code } }: Moment) {
  return { joining: { linkUntil, code: code.until === null ? null : { number: code.number, until: code.until } } }
}

export function myPeopleView({ frame }: Moment, person: PersonId) {
  return { id: person, role: roleOf(frame, person) ?? 'viewer', founder: frame.founder === person }
}
