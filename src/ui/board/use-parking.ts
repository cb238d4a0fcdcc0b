import type { QuestionId } from '../../model/ids.ts'
import { useCanWrite, useTemplate, useView } from './board-context.ts'

/** The question in which thoughts wait that do not belong here now; null where there is none, or it is shut or written in silence. */
export function useParking(): QuestionId | null {
  const declared = useTemplate().plan.parking
  const id = useView((view) => (view ? declared.find((known) => view.questions.some((question) => question.id === known)) : declared[0]))
  const silence = useView((view) => view?.rounds.silence ?? null)
  const isSilent = silence?.writing === true && silence.questions.some((known) => known === id)
  const canWrite = useCanWrite(id)
  return id !== undefined && canWrite && !isSilent ? id : null
}
