import type { Role } from '../../src/model/board.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { CardId, PersonId, QuestionId } from '../../src/model/ids.ts'
import type { CommandOf, CommandType } from '../../src/protocol/commands.ts'
import type { Refusal } from '../../src/protocol/messages.ts'

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
  hasCard(card: CardId): boolean
}

export interface CommandContext {
  readonly sender: PersonId
  readonly now: number
  readonly facts: ContentFacts
}

/** One command: who may send it, and what it does. The given frame is never changed. */
export interface CommandHandler<T extends CommandType> {
  readonly roles: readonly Role[]
  run(frame: Frame, command: CommandOf<T>, context: CommandContext): Outcome
}
export type CommandHandlers<T extends CommandType = CommandType> = { readonly [K in T]: CommandHandler<K> }

export const LEADS: readonly Role[] = ['facilitator']
export const WRITES: readonly Role[] = ['facilitator', 'participant']
export const EVERYBODY: readonly Role[] = ['facilitator', 'participant', 'viewer']

export function done(frame: Frame, effects: readonly Effect[] = []): Outcome {
  return { frame, effects }
}

export function refused(why: Refusal): Outcome {
  return { refused: why }
}
