import type { Role } from '../../src/model/board.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { CardId, PersonId, QuestionId } from '../../src/model/ids.ts'
import type { PassSubject } from '../../src/model/passes.ts'
import type { CommandOf, CommandType } from '../../src/protocol/commands.ts'
import type { SnapshotReason } from '../../src/protocol/api.ts'
import type { Refusal } from '../../src/protocol/messages.ts'
import type { RevealedCard } from './revealed-card.ts'
import type { Own, Sealed } from './sealed.ts'

/** What the room has to do besides keeping the new frame. */
export type Effect =
  | { readonly type: 'questions-added' }
  | { readonly type: 'person-removed'; readonly person: PersonId }
  /** The frame may stay as it was: nobody but this person learns of it. */
  | { readonly type: 'sealed'; readonly person: PersonId; readonly own: Own }
  /** What was sealed before shall be in no file any more. */
  | { readonly type: 'erase' }
  | { readonly type: 'cards-revealed'; readonly cards: readonly RevealedCard[] }
  /** `kept` are named to the sender. */
  | { readonly type: 'cards-binned'; readonly cards: readonly CardId[]; readonly kept: readonly CardId[] }
  /** Keeps the board as it was before this command. */
  | { readonly type: 'snapshot'; readonly reason: SnapshotReason; readonly name: string }
  | { readonly type: 'snapshot-dropped'; readonly snapshot: number }

export type Outcome =
  | { readonly frame: Frame; readonly effects: readonly Effect[]; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly frame?: undefined }

/** What a command needs to know of the content. */
export interface ContentFacts {
  holdsCards(question: QuestionId): boolean
  /** Has the room written an answer to it? */
  isAnswered(question: QuestionId): boolean
  hasCard(card: CardId): boolean
  /** The question in which a card lies, however deep, and its kind; null in the bin. */
  placeOf(card: CardId): { readonly question: string; readonly kind: string } | null
  /** How many cards the board still takes. */
  roomForCards(): number
  /** `markOf` a card as it is now; null when it is gone or in the bin. */
  markOf(card: CardId): string | null
  /** The last day on which something is due of what a pass to this would open; null when it opens nothing. */
  dueOf(subject: PassSubject): { readonly last: string | null } | null
  hasSnapshot(snapshot: number): boolean
  /** May a facilitator keep another one? */
  hasRoomForSnapshots(): boolean
}

export interface CommandContext {
  readonly sender: PersonId
  readonly now: number
  readonly facts: ContentFacts
  readonly sealed: Sealed
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
