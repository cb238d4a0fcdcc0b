import type { Role } from '../src/model/board.ts'
import type { Frame, Person } from '../src/model/frame.ts'
import type { PersonId, QuestionId } from '../src/model/ids.ts'
import { LIMITS } from '../src/model/limits.ts'
import type { Command } from '../src/protocol/commands.ts'
import type { Refusal } from '../src/protocol/messages.ts'
import { changeQuestions } from './frame-questions.ts'

/** What the room has to do besides keeping the new frame. */
export type Effect = { readonly type: 'questions-added' } | { readonly type: 'person-removed'; readonly person: PersonId }

export type Outcome =
  | { readonly frame: Frame; readonly effects: readonly Effect[]; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly frame?: undefined }

/** What a command needs to know of the content. */
export interface ContentFacts {
  holdsCards(question: QuestionId): boolean
  /** Has the room written an answer to it? */
  isAnswered(question: QuestionId): boolean
}

/** How many answered commands a frame remembers, so that one sent again after a lost connection is not done twice. */
const REMEMBERED = 200

export function roleOf(frame: Frame, person: PersonId): Role | null {
  return activePerson(frame, person)?.role ?? null
}

export function activePerson(frame: Frame, id: PersonId): Person | undefined {
  return frame.roster.find((person) => person.id === id && !person.removed)
}

/** Carries a command out, or says why not. The given frame is never changed. */
export function applyCommand(frame: Frame, command: Command, sender: PersonId, facts: ContentFacts): Outcome {
  const before = frame.answered.find((answer) => answer.id === command.id && answer.person === sender)
  if (before) return before.refused === undefined ? { frame, effects: [] } : { refused: before.refused as Refusal }
  const role = roleOf(frame, sender)
  if (role === null || !mayCommand(role, command)) return { refused: 'forbidden' }
  const outcome = change(frame, command, sender, facts)
  if (outcome.frame === undefined) return outcome
  const answered = [...frame.answered, { id: command.id, person: sender }].slice(-REMEMBERED)
  return { frame: { ...outcome.frame, rev: frame.rev + 1, answered }, effects: outcome.effects }
}

function mayCommand(role: Role, command: Command): boolean {
  return role === 'facilitator' || command.type === 'rename-me'
}

function change(frame: Frame, command: Command, sender: PersonId, facts: ContentFacts): Outcome {
  switch (command.type) {
    case 'describe-board':
      return done({
        ...frame,
        title: command.title ?? frame.title,
        organisation: command.organisation ?? frame.organisation,
        goal: command.goal ?? frame.goal,
      })
    case 'lock-board':
      return done({ ...frame, locked: command.locked })
    case 'describe-question':
    case 'add-question':
    case 'remove-question':
    case 'move-question':
    case 'lock-question':
      return changeQuestions(frame, command, facts)
    case 'rename-me':
      return done(withPerson(frame, sender, { name: command.name }))
    case 'change-role':
      return changeRole(frame, command.person, command.role)
    case 'remove-person':
      return removePerson(frame, command.person)
    case 'renew-link':
      return done({ ...frame, linkGeneration: { ...frame.linkGeneration, [command.role]: frame.linkGeneration[command.role] + 1 } })
  }
}

function changeRole(frame: Frame, person: PersonId, role: Role): Outcome {
  if (!activePerson(frame, person)) return { refused: 'unknown' }
  if (role !== 'facilitator' && isLastFacilitator(frame, person)) return { refused: 'last-facilitator' }
  return done(withPerson(frame, person, { role }))
}

function removePerson(frame: Frame, person: PersonId): Outcome {
  if (!activePerson(frame, person)) return { refused: 'unknown' }
  if (isLastFacilitator(frame, person)) return { refused: 'last-facilitator' }
  return done(withPerson(frame, person, { removed: true }), [{ type: 'person-removed', person }])
}

function isLastFacilitator(frame: Frame, id: PersonId): boolean {
  const facilitators = frame.roster.filter((person) => person.role === 'facilitator' && !person.removed)
  return facilitators.length === 1 && facilitators[0]?.id === id
}

function withPerson(frame: Frame, id: PersonId, given: Partial<Person>): Frame {
  return { ...frame, roster: frame.roster.map((person) => (person.id === id ? { ...person, ...given } : person)) }
}

function done(frame: Frame, effects: readonly Effect[] = []): Outcome {
  return { frame, effects }
}

/** Puts a person on the roster, or gives a known one the new name and the higher of both roles. Null when the roster is full. */
export function admit(frame: Frame, person: Person): Frame | null {
  const known = activePerson(frame, person.id)
  if (known) {
    const role = RANK[person.role] > RANK[known.role] ? person.role : known.role
    if (role === known.role && person.name === known.name) return frame
    return { ...withPerson(frame, person.id, { name: person.name, role }), rev: frame.rev + 1 }
  }
  if (frame.roster.filter((other) => !other.removed).length >= LIMITS.people) return null
  return { ...frame, rev: frame.rev + 1, roster: [...frame.roster, person] }
}

const RANK: Readonly<Record<Role, number>> = { viewer: 0, participant: 1, facilitator: 2 }
