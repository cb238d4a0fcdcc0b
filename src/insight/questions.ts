import type { Board } from '../model/board.ts'
import { answerState, type AnswerState } from '../model/answer.ts'
import type { QuestionId } from '../model/ids.ts'

export interface PlanQuestion {
  readonly id: QuestionId
  /** What stands on the column's head: a number or a letter. */
  readonly mark: string
  readonly title: string
  /** The agreed answer, trimmed; null when nothing is written. */
  readonly answer: string | null
  /** False for columns that only gather, such as a parking lot. */
  readonly wantsAnswer: boolean
  readonly state: AnswerState
  /** How many people agree; who they are nobody needs to know. */
  readonly agreements: number
  /** The reasons of those who object; one may be empty. */
  readonly objections: readonly string[]
}

/** The questions in the board's order; one that the facilitator added takes its position as its mark. */
export function questionsInOrder(board: Board): PlanQuestion[] {
  return board.questions.map((question, at) => {
    const origin = board.template.questions.find((candidate) => candidate.id === question.id)
    const answer = board.answers[question.id]?.trim() ?? ''
    const voices = board.voices.filter((voice) => voice.question === question.id)
    const objections = voices.filter((voice) => voice.stance === 'object').map((voice) => voice.reason.trim())
    return {
      id: question.id,
      mark: origin?.mark ?? String(at + 1),
      title: question.title,
      answer: answer === '' ? null : answer,
      wantsAnswer: origin?.answered ?? true,
      state: answerState(answer, board.verdicts[question.id], objections.length),
      agreements: voices.length - objections.length,
      objections: objections.toSorted(),
    }
  })
}
