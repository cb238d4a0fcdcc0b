import { done, EVERYBODY, LEADS, refused, type CommandHandlers } from './command-handler.ts'
import { activePerson, isLastFacilitator, withPerson } from './roster.ts'

export const peopleCommands: CommandHandlers<'rename-me' | 'change-role' | 'remove-person' | 'renew-link'> = {
  'rename-me': { roles: EVERYBODY, run: (frame, { name }, { sender }) => done(withPerson(frame, sender, { name })) },
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
      return done(withPerson(frame, person, { removed: true }), [{ type: 'person-removed', person }])
    },
  },
  'renew-link': {
    roles: LEADS,
    run: (frame, { role }) => done({ ...frame, linkGeneration: { ...frame.linkGeneration, [role]: frame.linkGeneration[role] + 1 } }),
  },
}
