import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { useConnection, useIsFacilitator, useView } from '../board/board-context.ts'
import { goTo } from '../board/go-to.ts'
import { useOpen } from '../board/screen-context.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'

/** Says that a round has begun or ended, with the way there: its question may be folded away. Who leads it knows. */
export function RoundsNews(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const { frame } = useConnection()
  const facilitator = useIsFacilitator()
  const silence = useView((view) => (view?.rounds.silence?.writing ? view.rounds.silence.id : null))
  const voting = useView((view) => view?.rounds.voting?.id ?? null)
  useEffect(() => {
    const questions = frame.getState().view?.rounds.silence?.questions ?? []
    if (!facilitator && silence !== null) tell(t('rounds.news'), t('rounds.there'), questions, '[data-composer]')
  }, [silence, facilitator, frame, t])
  useEffect(() => {
    const questions = frame.getState().view?.rounds.voting?.questions ?? []
    if (facilitator || voting === null) return undefined
    tell(t('votes.news'), t('rounds.there'), questions, '[data-card] article')
    return () => {
      const isCounted = frame.getState().view?.rounds.results.some((result) => result.id === voting)
      if (isCounted) toast(t('votes.closed'), { label: t('votes.look'), run: () => open({ what: 'result', round: voting }) })
    }
  }, [voting, facilitator, frame, open, t])
  return null
}

/** Where one of the questions can be seen already, its own strip tells it; a screen reader is told anyway. */
function tell(text: string, label: string, questions: readonly QuestionId[], find: string): void {
  const [first] = questions
  if (first === undefined) return
  if (questions.some((id) => document.querySelector(`section[data-column="${id}"]`))) announce(text)
  else toast(text, { label, run: () => goTo(first, find) })
}
