import type { PersonId } from '../../src/model/ids.ts'
import { done, EVERYBODY, LEADS, refused, WRITES, type CommandHandlers } from './command-handler.ts'

export const attentionCommands: CommandHandlers<'set-ready' | 'raise-hand' | 'lower-hand'> = {
  'set-ready': {
    roles: WRITES,
    run: (frame, { ready }, { sender }) => done({ ...frame, ready: listed(frame.ready, sender, ready) }),
  },
  'raise-hand': {
    roles: EVERYBODY,
    run: (frame, { raised }, { sender }) => done({ ...frame, hands: listed(frame.hands, sender, raised) }),
  },
  'lower-hand': {
    roles: LEADS,
    run: (frame, { person }) => {
      if (!frame.hands.includes(person)) return refused('unknown')
      return done({ ...frame, hands: listed(frame.hands, person, false) })
    },
  },
}

/** Who is listed already keeps the place. */
function listed(list: readonly PersonId[], person: PersonId, isListed: boolean): PersonId[] {
  if (isListed && list.includes(person)) return [...list]
  return isListed ? [...list, person] : list.filter((other) => other !== person)
}
