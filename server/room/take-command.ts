import { dueOf, dutiesOf } from '../../src/insight/duties.ts'
import { indexBoard } from '../../src/insight/graph.ts'
import { BIN } from '../../src/model/card.ts'
import { ensureAnswers, SEED, type Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { CardId, PersonId, QuestionId } from '../../src/model/ids.ts'
import { PLAN_PASS, type PassSubject } from '../../src/model/passes.ts'
import { readAnswer } from '../../src/model/read-content.ts'
import { binCard } from '../../src/model/write-content.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { commandSchema } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, type Notice, type Result } from '../../src/protocol/messages.ts'
import { applyCommand } from '../frame.ts'
import type { Effect } from '../frame/command-handler.ts'
import type { Own } from '../frame/sealed.ts'
import type { BoardState } from './board-state.ts'
import { cardFacts, writeRevealed } from './card-facts.ts'
import { bodyOf } from './history.ts'
import { plainBoard } from './plain-board.ts'
import { closeSeat, type Seat } from './seat.ts'

/** What a command may reach. */
export interface CommandDesk {
  readonly state: BoardState
  readonly content: Content
  readonly frame: Frame
  readonly now: number
  change(frame: Frame): void
  remove(person: PersonId): void
  /** Changes what only this person has. */
  seal(person: PersonId, own: Own): void
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
    ...cardFacts(desk.content, desk.frame),
    dueOf: (subject: PassSubject) => lastDue(desk, subject),
    hasRoomForSnapshots: () => desk.state.history.hasRoom(),
    hasSnapshot: (snapshot: number) => desk.state.history.list().some((kept) => kept.id === snapshot),
  }
  const outcome = applyCommand(desk.frame, command, { sender: seat.person, now: desk.now, facts, sealed: desk.state.sealed() })
  if (outcome.refused !== undefined) return tell(seat, { id: command.id, refused: outcome.refused })
  // A snapshot is of the board before the command.
  for (const effect of outcome.effects) if (effect.type === 'snapshot') keep(desk, effect)
  const left = blockLeft(desk.frame, outcome.frame)
  if (left !== null) keep(desk, { type: 'snapshot', reason: 'block', name: left })
  if (outcome.frame !== desk.frame) desk.change(outcome.frame)
  for (const effect of outcome.effects) carryOut(desk, seat, effect, outcome.frame)
  desk.afterCommit(() => tell(seat, { id: command.id }))
}

/** A board without a status has nothing to report; the plan is there always. */
function lastDue({ content, frame }: CommandDesk, subject: PassSubject): { readonly last: string | null } | null {
  const board = plainBoard(content, frame)
  const duties = dutiesOf(board, indexBoard(board), subject)
  if (subject !== PLAN_PASS && (duties.length === 0 || !frame.template.plan.status)) return null
  return { last: duties.flatMap((duty) => dueOf(board, duty) ?? []).at(-1) ?? null }
}

function keep({ state, content, frame }: CommandDesk, { reason, name }: Extract<Effect, { type: 'snapshot' }>): void {
  state.history.keep(reason, name, () => bodyOf(content, frame))
}

/** The title of the block that ends with a command; empty for the first one's beginning, null when none changes. */
function blockLeft(before: Frame, after: Frame): string | null {
  if (before.agenda.current === after.agenda.current) return null
  return before.agenda.blocks.find((block) => block.id === before.agenda.current)?.title ?? ''
}

function carryOut(desk: CommandDesk, seat: Seat, effect: Effect, frame: Frame): void {
  switch (effect.type) {
    case 'questions-added':
      return ensureAnswers(desk.content, frame.questions)
    case 'person-removed':
      return desk.remove(effect.person)
    case 'sealed':
      return desk.seal(effect.person, effect.own)
    case 'erase':
      return desk.state.unsaved.erase()
    case 'cards-revealed':
      return writeRevealed(desk.content, effect.cards)
    case 'cards-binned':
      for (const card of effect.cards) binCard(desk.content, card, SEED)
      if (effect.kept.length > 0)
        seat.member.send([encodeMessage(MessageType.Notice, { kind: 'kept', cards: [...effect.kept] } satisfies Notice)])
      return
    case 'snapshot-dropped':
      desk.state.history.drop(effect.snapshot)
      return
    case 'snapshot':
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
