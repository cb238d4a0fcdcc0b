import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../../model/board.ts'
import { useView } from '../../board/board-context.ts'
import { IconButton } from '../../common/controls.tsx'
import styles from './projector.module.css'
import { QuestionOnWall } from './question-on-wall.tsx'
import { useTour } from './use-tour.ts'

const NONE: readonly BoardQuestion[] = []

/** One question after the other, page by page; whoever stands at the keyboard may stop it and turn the pages. */
export function QuestionTour({ focus }: { readonly focus: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const all = useView((view) => view?.questions ?? NONE)
  const questions = useMemo(() => (focus.length === 0 ? all : all.filter(({ id }) => focus.some((known) => known === id))), [all, focus])
  const tour = useTour(questions.length)
  const question = questions[tour.at]
  if (!question) return null
  return (
    <main className={styles['tour']}>
      <QuestionOnWall key={question.id} question={question} page={tour.page} onPages={tour.setPages} />
      {questions.length > 1 || tour.pages > 1 ? (
        <nav className={styles['steer']} aria-label={t('projector.pages')}>
          <IconButton label={t('projector.previous')} onClick={tour.back}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <IconButton label={t(tour.isPaused ? 'projector.play' : 'projector.pause')} onClick={tour.toggle}>
            {tour.isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          </IconButton>
          <IconButton label={t('projector.next')} onClick={tour.next}>
            <ChevronRight aria-hidden />
          </IconButton>
          <span>
            {questions.length > 1 ? t('projector.question', { at: tour.at + 1, count: questions.length }) : null}
            {questions.length > 1 && tour.pages > 1 ? ' · ' : null}
            {tour.pages > 1 ? t('projector.page', { at: tour.page + 1, count: tour.pages }) : null}
          </span>
        </nav>
      ) : null}
    </main>
  )
}
