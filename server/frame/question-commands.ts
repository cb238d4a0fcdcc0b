import type { BoardQuestion } from '../../src/model/board.ts'
import { BIN } from '../../src/model/card.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { isInRound } from './round.ts'
import { done, LEADS, refused, type CommandHandlers, type Outcome } from './command-handler.ts'

export const questionCommands: CommandHandlers<
  'add-question' | 'describe-question' | 'lock-question' | 'move-question' | 'remove-question'
> = {
  'add-question': {
    roles: LEADS,
    run: (frame, { question, title, hint }) => {
      const { questions } = frame
      if (question === BIN || questions.some((known) => known.id === question)) return refused('invalid')
      if (questions.length >= LIMITS.questions) return refused('full')
      const added: BoardQuestion = { id: question, title, hint, locked: false }
      return done({ ...frame, questions: [...questions, added] }, [{ type: 'questions-added' }])
    },
  },
  'describe-question': {
    roles: LEADS,
    run: (frame, { question, title, hint }) =>
      change(frame, question, (known) => ({ ...known, title: title ?? known.title, hint: hint ?? known.hint })),
  },
  'lock-question': {
    roles: LEADS,
    run: (frame, { question, locked }) => change(frame, question, (known) => ({ ...known, locked })),
  },
  'move-question': {
    roles: LEADS,
    run: (frame, { question, to }) => {
      const known = frame.questions.find((other) => other.id === question)
      if (!known) return refused('unknown')
      return done({ ...frame, questions: frame.questions.filter((other) => other !== known).toSpliced(to, 0, known) })
    },
  },
  'remove-question': {
    roles: LEADS,
    run: (frame, { question }, { facts }) => {
      const others = frame.questions.filter((other) => other.id !== question)
      if (others.length === frame.questions.length) return refused('unknown')
      if (others.length === 0) return refused('invalid')
      if (isInRound(frame, question)) return refused('busy')
      if (facts.holdsCards(question) || facts.isAnswered(question)) return refused('not-empty')
      const blocks = frame.agenda.blocks.map((block) => ({ ...block, questions: block.questions.filter((id) => id !== question) }))
      return done({ ...frame, questions: others, agenda: { ...frame.agenda, blocks } })
    },
  },
}

function change(frame: Frame, id: QuestionId, change: (question: BoardQuestion) => BoardQuestion): Outcome {
  if (!frame.questions.some((question) => question.id === id)) return refused('unknown')
  return done({ ...frame, questions: frame.questions.map((question) => (question.id === id ? change(question) : question)) })
}
