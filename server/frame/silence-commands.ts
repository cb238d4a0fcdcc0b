import type { Frame } from '../../src/model/frame.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { isInScope, type Draft, type Silence } from '../../src/model/rounds.ts'
import { done, LEADS, refused, WRITES, type CommandHandlers } from './command-handler.ts'
import { reveal, shuffled } from './reveal.ts'
import { isOnBoard, sealedDone } from './round.ts'
import { draftsIn, ownOf } from './sealed.ts'

export const silenceCommands: CommandHandlers<
  'open-silence' | 'reveal-drafts' | 'end-silence' | 'undo-reveal' | 'put-draft' | 'drop-draft' | 'sign-drafts'
> = {
  'open-silence': {
    roles: LEADS,
    run: (frame, { round, questions, kinds }) => {
      if (frame.rounds.silence) return refused('busy')
      if (!isOnBoard(frame, questions, kinds)) return refused('unknown')
      return done(withSilence(frame, { id: round, questions, kinds, writing: true }))
    },
  },
  'reveal-drafts': {
    roles: LEADS,
    run: (frame, { authors }, context) => {
      const { silence } = frame.rounds
      if (!silence) return refused('closed')
      const waiting = [...context.sealed.keys()].filter((person) => draftsIn(silence, ownOf(context.sealed, person)).length > 0)
      if (authors === 'all' || waiting.length === 0) return reveal(frame, silence, { now: waiting, isLast: true }, context)
      return reveal(frame, silence, { now: shuffled(waiting).slice(0, 1), isLast: waiting.length === 1 }, context)
    },
  },
  'end-silence': {
    roles: LEADS,
    run: (frame) => (frame.rounds.silence ? done(withSilence(frame, null)) : refused('closed')),
  },
  'undo-reveal': {
    roles: LEADS,
    run: (frame, _command, { facts }) => {
      const { revealed } = frame.rounds
      if (revealed.length === 0) return refused('closed')
      const untouched = revealed.filter(({ card, mark }) => facts.markOf(card) === mark).map(({ card }) => card)
      if (untouched.length === 0) return refused('changed')
      const touched = revealed.filter(({ card }) => !untouched.includes(card) && facts.markOf(card) !== null)
      return done({ ...frame, rounds: { ...frame.rounds, revealed: [] } }, [
        { type: 'snapshot', reason: 'deletion', name: '' },
        { type: 'cards-binned', cards: untouched, kept: touched.map(({ card }) => card) },
      ])
    },
  },
  'put-draft': {
    roles: WRITES,
    run: (frame, command, context) => {
      const { draft: id, question, kind, text } = command
      const { silence } = frame.rounds
      const own = ownOf(context.sealed, context.sender)
      if (own.answered.includes(command.id)) return done(frame)
      if (!silence?.writing) return refused('closed')
      if (!isInScope(silence, { question, kind }) || !frame.template.kinds.some((known) => known.id === kind)) return refused('invalid')
      const isKnown = own.drafts.some((other) => other.id === id)
      if (!isKnown && own.drafts.length >= LIMITS.drafts) return refused('full')
      const draft: Draft = { id, question, kind, text }
      const drafts = isKnown ? own.drafts.map((other) => (other.id === id ? draft : other)) : [...own.drafts, draft]
      return sealedDone(frame, context, command.id, { ...own, drafts })
    },
  },
  'drop-draft': {
    roles: WRITES,
    run: (frame, command, context) => {
      const own = ownOf(context.sealed, context.sender)
      if (!own.drafts.some((draft) => draft.id === command.draft)) return done(frame)
      return sealedDone(frame, context, command.id, { ...own, drafts: own.drafts.filter((draft) => draft.id !== command.draft) })
    },
  },
  'sign-drafts': {
    roles: WRITES,
    run: (frame, command, context) => {
      const own = ownOf(context.sealed, context.sender)
      if (own.answered.includes(command.id)) return done(frame)
      return sealedDone(frame, context, command.id, { ...own, named: command.named })
    },
  },
}

function withSilence(frame: Frame, silence: Silence | null): Frame {
  return { ...frame, rounds: { ...frame.rounds, silence } }
}
