import { done, LEADS, refused, type CommandHandlers } from './command-handler.ts'

/** The frame is a new one each time, so that a command sent twice is known. */
export const historyCommands: CommandHandlers<'keep-snapshot' | 'drop-snapshot'> = {
  'keep-snapshot': {
    roles: LEADS,
    run: (frame, { name }, { facts }) =>
      facts.hasRoomForSnapshots() ? done({ ...frame }, [{ type: 'snapshot', reason: 'named', name }]) : refused('full'),
  },
  'drop-snapshot': {
    roles: LEADS,
    run: (frame, { snapshot }, { facts }) =>
      facts.hasSnapshot(snapshot) ? done({ ...frame }, [{ type: 'snapshot-dropped', snapshot }]) : refused('unknown'),
  },
}
