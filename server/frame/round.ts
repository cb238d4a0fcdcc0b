import type { Frame } from '../../src/model/frame.ts'
import type { KindId, QuestionId } from '../../src/model/ids.ts'
import { done, type CommandContext, type Outcome } from './command-handler.ts'
import { remembering, type Own } from './sealed.ts'

/** True when these questions are on the board and these kinds in its template. */
export function isOnBoard(frame: Frame, questions: readonly QuestionId[], kinds: readonly KindId[]): boolean {
  return (
    questions.every((id) => frame.questions.some((question) => question.id === id)) &&
    kinds.every((id) => frame.template.kinds.some((kind) => kind.id === id))
  )
}

/** Only the sender's own part changes: the frame stays as it is, and with it everything that others are sent. */
export function sealedDone(frame: Frame, { sender }: CommandContext, command: string, own: Own): Outcome {
  return done(frame, [{ type: 'sealed', person: sender, own: remembering(own, command) }])
}

/** While people write or vote about a question it stays. */
export function isInRound({ rounds: { silence, voting } }: Frame, question: QuestionId): boolean {
  return [silence, voting].some((round) => round?.questions.includes(question))
}
