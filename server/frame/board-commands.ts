import { done, LEADS, type CommandHandlers } from './command-handler.ts'

export const boardCommands: CommandHandlers<'describe-board' | 'lock-board'> = {
  'describe-board': {
    roles: LEADS,
    run: (frame, { title = frame.title, organisation = frame.organisation, goal = frame.goal }) =>
      done({ ...frame, title, organisation, goal }),
  },
  'lock-board': { roles: LEADS, run: (frame, { locked }) => done({ ...frame, locked }) },
}
