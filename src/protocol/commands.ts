import { z } from 'zod'
import { agendaCommands } from './commands/agenda.ts'
import { attentionCommands } from './commands/attention.ts'
import { boardCommands } from './commands/board.ts'
import { guidanceCommands } from './commands/guidance.ts'
import { historyCommands } from './commands/history.ts'
import { joiningCommands, peopleCommands } from './commands/people.ts'
import { silenceCommands, votesCommands } from './commands/rounds.ts'
import { timerCommands } from './commands/timer.ts'

/** Everything that changes the frame. A command sent twice with the same id is done once. */
export const commandSchema = z.discriminatedUnion('type', [
  ...boardCommands,
  ...peopleCommands,
  ...joiningCommands,
  ...attentionCommands,
  ...agendaCommands,
  ...timerCommands,
  ...guidanceCommands,
  ...silenceCommands,
  ...votesCommands,
  ...historyCommands,
])
export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>
/** A command without its id, as the interface builds it. */
export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never
