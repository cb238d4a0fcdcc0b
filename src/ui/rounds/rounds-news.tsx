import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { useConnection, useIsFacilitator, useView } from '../board/board-context.ts'
import { goTo } from '../board/go-to.ts'
import { useOpen } from '../board/screen-context.ts'
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
    const first = frame.getState().view?.rounds.silence?.questions[0]
    if (facilitator || silence === null || !first) return
    toast(t('rounds.news'), { label: t('rounds.there'), run: () => goToOpen(first, '[data-composer]') })
  }, [silence, facilitator, frame, t])
  useEffect(() => {
    const first = frame.getState().view?.rounds.voting?.questions[0]
    if (facilitator || voting === null || !first) return undefined
    toast(t('votes.news'), { label: t('rounds.there'), run: () => goToOpen(first, '[data-card] article') })
    return () => {
      const isCounted = frame.getState().view?.rounds.results.some((result) => result.id === voting)
      if (isCounted) toast(t('votes.closed'), { label: t('votes.showResult'), run: () => open({ what: 'result', round: voting }) })
    }
  }, [voting, facilitator, frame, open, t])
  return null
}

function goToOpen(question: QuestionId, find: string): void {
  goTo(question, find)
}
