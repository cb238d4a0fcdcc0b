import type { Frame } from '../src/model/frame.ts'
import type { PersonId } from '../src/model/ids.ts'
import { MessageType, type View } from '../src/protocol/messages.ts'
import { encodeJsonBytes } from './room/wire.ts'
import { roleOf } from './frame.ts'

/** The frame as one person may see it. */
export function viewFor(frame: Frame, person: PersonId, online: ReadonlySet<PersonId>): View {
  return { ...sharedView(frame, online), me: meOf(frame, person) }
}

function sharedView(frame: Frame, online: ReadonlySet<PersonId>): Omit<View, 'me'> {
  return {
    rev: frame.rev,
    title: frame.title,
    organisation: frame.organisation,
    goal: frame.goal,
    language: frame.language,
    locked: frame.locked,
    questions: frame.questions,
    people: frame.roster.filter((person) => !person.removed).map(({ id, name, role }) => ({ id, name, role, online: online.has(id) })),
  }
}

function meOf(frame: Frame, person: PersonId): View['me'] {
  return { id: person, role: roleOf(frame, person) ?? 'viewer' }
}

/** Encodes views of one moment: what all see alike is written out once. */
export function viewEncoder(frame: Frame, online: ReadonlySet<PersonId>): (person: PersonId) => Uint8Array {
  const shared = Buffer.from(JSON.stringify(sharedView(frame, online)).slice(0, -1))
  return (person) => encodeJsonBytes(MessageType.View, [shared, Buffer.from(`,"me":${JSON.stringify(meOf(frame, person))}}`)])
}
