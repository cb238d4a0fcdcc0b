import { BIN } from '../../src/model/card.ts'
import { ensureAnswers, type Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { CardId, PersonId, QuestionId } from '../../src/model/ids.ts'
import { readAnswer } from '../../src/model/read-content.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { commandSchema } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, type Result } from '../../src/protocol/messages.ts'
import { applyCommand } from '../frame.ts'
import type { Effect } from '../frame/command-handler.ts'
import { closeSeat, type Seat } from './seat.ts'

/** What a command may reach. */
export interface CommandDesk {
  readonly content: Content
  readonly frame: Frame
  readonly now: number
  change(frame: Frame): void
  remove(person: PersonId): void
  afterCommit(run: () => void): void
}

/** Carries a command out; its sender is told when the result is on disk. */
export function takeCommand(desk: CommandDesk, seat: Seat, value: unknown): void {
  const parsed = commandSchema.safeParse(value)
  if (!parsed.success) return refuseInvalid(seat, value)
  const command = parsed.data
  const facts = {
    holdsCards: (question: QuestionId) => holdsCards(desk.content, question),
    isAnswered: (question: QuestionId) => (readAnswer(desk.content, question) ?? '').trim() !== '',
    hasCard: (card: CardId) => desk.content.cards.has(card),
  }
  const outcome = applyCommand(desk.frame, command, { sender: seat.person, now: desk.now, facts })
  if (outcome.refused !== undefined) return tell(seat, { id: command.id, refused: outcome.refused })
  if (outcome.frame !== desk.frame) desk.change(outcome.frame)
  for (const effect of outcome.effects) carryOut(desk, effect, outcome.frame)
  desk.afterCommit(() => tell(seat, { id: command.id }))
}

function carryOut(desk: CommandDesk, effect: Effect, frame: Frame): void {
  switch (effect.type) {
    case 'questions-added':
      return ensureAnswers(desk.content, frame.questions)
    case 'person-removed':
      return desk.remove(effect.person)
  }
}

function refuseInvalid(seat: Seat, value: unknown): void {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  if (typeof id === 'string' && id.length <= 40) tell(seat, { id, refused: 'invalid' })
  else closeSeat(seat, CloseCode.Malformed, 'not a command')
}

function tell(seat: Seat, result: Result): void {
  if (!seat.isClosed) seat.member.send([encodeMessage(MessageType.Result, result)])
}

/** Cards in the bin do not count, nor do those in other cards: they go where their card goes. */
function holdsCards(content: Content, question: string): boolean {
  for (const record of content.cards.values()) {
    const place = record.get('place') as { in?: unknown } | undefined
    if (place?.in === question && question !== BIN) return true
  }
  return false
}
