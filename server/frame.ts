import type { Frame } from '../src/model/frame.ts'
import type { Command, CommandType } from '../src/protocol/commands.ts'
import type { Refusal } from '../src/protocol/messages.ts'
import { agendaCommands } from './frame/agenda-commands.ts'
import { attentionCommands } from './frame/attention-commands.ts'
import { boardCommands } from './frame/board-commands.ts'
import type { CommandContext, CommandHandler, CommandHandlers, Outcome } from './frame/command-handler.ts'
import { courseCommands } from './frame/course-commands.ts'
import { guidanceCommands } from './frame/guidance-commands.ts'
import { joiningCommands } from './frame/joining-commands.ts'
import { historyCommands } from './frame/history-commands.ts'
import { passCommands } from './frame/pass-commands.ts'
import { peopleCommands } from './frame/people-commands.ts'
import { questionCommands } from './frame/question-commands.ts'
import { silenceCommands } from './frame/silence-commands.ts'
import { votesCommands } from './frame/votes-commands.ts'
import { roleOf } from './frame/roster.ts'
import { timerCommands } from './frame/timer-commands.ts'

const HANDLERS: CommandHandlers = {
  ...boardCommands,
  ...questionCommands,
  ...peopleCommands,
  ...joiningCommands,
  ...passCommands,
  ...attentionCommands,
  ...agendaCommands,
  ...courseCommands,
  ...timerCommands,
  ...guidanceCommands,
  ...silenceCommands,
  ...votesCommands,
  ...historyCommands,
}

/** How many answered commands a frame remembers, so that one sent again after a lost connection is not done twice. */
const REMEMBERED = 200

/** Carries a command out, or says why not. The given frame is never changed. */
export function applyCommand(frame: Frame, command: Command, context: CommandContext): Outcome {
  const before = frame.answered.find((answer) => answer.id === command.id && answer.person === context.sender)
  if (before) return before.refused === undefined ? { frame, effects: [] } : { refused: before.refused as Refusal }
  const handler = HANDLERS[command.type] as CommandHandler<CommandType>
  const role = roleOf(frame, context.sender)
  if (role === null || !handler.roles.includes(role)) return { refused: 'forbidden' }
  const outcome = handler.run(frame, command, context)
  if (outcome.frame === undefined) return outcome
  // What is sealed has a memory of its own, and nobody's view changes.
  if (outcome.frame === frame) return outcome
  const answered = [...frame.answered, { id: command.id, person: context.sender }].slice(-REMEMBERED)
  return { frame: { ...outcome.frame, rev: frame.rev + 1, answered }, effects: outcome.effects }
}
