import type { BoardQuestion } from '../src/model/board.ts'
import type { Frame } from '../src/model/frame.ts'
import type { QuestionId } from '../src/model/ids.ts'
import { BIN } from '../src/model/card.ts'
import { LIMITS } from '../src/model/limits.ts'
import type { Command } from '../src/protocol/commands.ts'
import type { ContentFacts, Outcome } from './frame.ts'

type QuestionCommand = Extract<Command, { readonly question: QuestionId }>

export function changeQuestions(frame: Frame, command: QuestionCommand, facts: ContentFacts): Outcome {
  const { questions } = frame
  if (command.type === 'add-question') return addQuestion(frame, command)
  const known = questions.find((question) => question.id === command.question)
  if (!known) return { refused: 'unknown' }
  const others = questions.filter((question) => question !== known)
  switch (command.type) {
    case 'describe-question': {
      const described = { ...known, title: command.title ?? known.title, hint: command.hint ?? known.hint }
      return withQuestions(
        frame,
        questions.map((question) => (question === known ? described : question)),
      )
    }
    case 'lock-question':
      return withQuestions(
        frame,
        questions.map((question) => (question === known ? { ...known, locked: command.locked } : question)),
      )
    case 'move-question':
      return withQuestions(frame, others.toSpliced(command.to, 0, known))
    case 'remove-question':
      if (others.length === 0) return { refused: 'invalid' }
      if (facts.holdsCards(known.id) || facts.isAnswered(known.id)) return { refused: 'not-empty' }
      return withQuestions(frame, others)
  }
}

function addQuestion(frame: Frame, command: Extract<Command, { type: 'add-question' }>): Outcome {
  const { questions } = frame
  const isTaken = command.question === BIN || questions.some((question) => question.id === command.question)
  if (isTaken) return { refused: 'invalid' }
  if (questions.length >= LIMITS.questions) return { refused: 'full' }
  const added: BoardQuestion = { id: command.question, title: command.title, hint: command.hint, locked: false }
  return { frame: { ...frame, questions: [...questions, added] }, effects: [{ type: 'questions-added' }] }
}

function withQuestions(frame: Frame, questions: BoardQuestion[]): Outcome {
  return { frame: { ...frame, questions }, effects: [] }
}
