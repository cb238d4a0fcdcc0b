import type { Frame } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { done, EVERYBODY, LEADS, refused, type CommandHandlers } from './command-handler.ts'
import { activePerson, isLastFacilitator, withPerson } from './roster.ts'

export const peopleCommands: CommandHandlers<'change-role' | 'hand-over' | 'remove-person' | 'rename-me' | 'set-my-area' | 'take-lead'> = {
  'rename-me': { roles: EVERYBODY, run: (frame, { name }, { sender }) => done(withPerson(frame, sender, { name })) },
  'set-my-area': {
    roles: EVERYBODY,
    run: (frame, { area }, { sender, facts }) => {
      if (area && 'card' in area && !facts.hasCard(area.card)) return refused('unknown')
      return done(withPerson(frame, sender, { area: area ?? undefined }))
    },
  },
  'change-role': {
    roles: LEADS,
    run: (frame, { person, role }) => {
      if (!activePerson(frame, person)) return refused('unknown')
      if (role !== 'facilitator' && isLastFacilitator(frame, person)) return refused('last-facilitator')
      return done(withPerson(frame, person, { role }))
    },
  },
  'remove-person': {
    roles: LEADS,
    run: (frame, { person }) => {
      if (!activePerson(frame, person)) return refused('unknown')
      if (isLastFacilitator(frame, person)) return refused('last-facilitator')
      return done(withoutSigns(withPerson(frame, person, { removed: true }), person), [{ type: 'person-removed', person }])
    },
  },
  'hand-over': {
    roles: LEADS,
    run: (frame, { person }, { sender }) => {
      if (person === sender || !activePerson(frame, person)) return refused('unknown')
      return done(withPerson(withPerson(frame, person, { role: 'facilitator' }), sender, { role: 'participant' }))
    },
  },
  'take-lead': {
    roles: ['participant', 'viewer'],
    run: (frame, _, { sender }) =>
      frame.founder === sender ? done(withPerson(frame, sender, { role: 'facilitator' })) : refused('forbidden'),
  },
}

/** Ticks and hands of somebody who is not here any more wait for nobody. */
function withoutSigns(frame: Frame, person: PersonId): Frame {
  const others = (list: readonly PersonId[]): PersonId[] => list.filter((other) => other !== person)
  return { ...frame, ready: others(frame.ready), hands: others(frame.hands) }
}
