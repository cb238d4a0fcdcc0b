import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../../model/board.ts'
import { useBoard, useBoardLanguage, useTemplate, useView } from '../../board/board-context.ts'
import { markOf } from '../../board/marks.ts'
import { useCardCount, useColumnCards, useQuestion } from '../../board/use-column-cards.ts'
import { BigCard } from './big-card.tsx'
import styles from './projector.module.css'

interface QuestionOnWallProps {
  readonly question: BoardQuestion
  readonly page: number
  readonly onPages: (pages: number) => void
}

const NONE: readonly BoardQuestion[] = []
/** So few cards are shown in fewer columns, and larger. */
const FEW = 4

/** A question with its cards, in pages as wide as the wall. */
export function QuestionOnWall({ question, page, onPages }: QuestionOnWallProps): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const language = useBoardLanguage()
  const questions = useView((view) => view?.questions ?? NONE)
  const declared = useQuestion(question.id)
  const ids = useColumnCards(question.id)
  const count = useCardCount(ids)
  const answer = useBoard((state) => state.answers[question.id] ?? '')
  const cards = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const list = cards.current
    if (!list) return undefined
    const measure = (): void => {
      const stride = strideOf(list)
      onPages(stride > 0 ? Math.max(1, Math.ceil((list.scrollWidth - 1) / stride)) : 1)
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(list)
    const changed = new MutationObserver(measure)
    changed.observe(list, { childList: true, subtree: true, characterData: true })
    return () => {
      resized.disconnect()
      changed.disconnect()
    }
  }, [onPages, ids.length])
  useLayoutEffect(() => {
    const list = cards.current
    if (list) list.style.transform = `translateX(${-page * strideOf(list)}px)`
  }, [page])
  return (
    <section className={styles['question']} aria-labelledby="wall-question">
      <header>
        <span className={styles['mark']} aria-hidden>
          {markOf(question.id, questions, template)}
        </span>
        <h2 id="wall-question" lang={language}>
          {question.title}
        </h2>
        <span className={styles['count']}>{t('projector.cards', { count })}</span>
      </header>
      <Round question={question.id} />
      <div className={styles['window']}>
        {ids.length === 0 ? (
          <p className={styles['empty']} lang={question.hint ? language : undefined}>
            {question.hint || t('projector.noCards')}
          </p>
        ) : (
          <ul ref={cards} className={styles['cards']} data-few={ids.length <= FEW}>
            {ids.map((id) => (
              <li key={id}>
                <BigCard id={id} question={declared} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {answer.trim() === '' ? null : (
        <div className={styles['answer']}>
          <span>{t('board.answer')}</span>
          <p lang={language} dir="auto">
            {answer}
          </p>
        </div>
      )}
    </section>
  )
}

/** A page and the gap behind it. */
function strideOf(list: HTMLElement): number {
  return list.clientWidth + (Number.parseFloat(getComputedStyle(list).columnGap) || 0)
}

/** What is under way in a question: numbers only, nobody's words and nobody's votes. */
function Round({ question }: { readonly question: string }): ReactNode {
  const { t } = useTranslation()
  const silence = useView((view) => view?.rounds.silence ?? null)
  const voting = useView((view) => view?.rounds.voting ?? null)
  const said: string[] = []
  if (silence?.writing && silence.questions.some((id) => id === question)) {
    said.push(t('projector.writing'), t('projector.drafts', { count: silence.drafts[question] ?? 0 }))
  }
  if (voting?.questions.some((id) => id === question)) {
    said.push(t('projector.voting', { count: voting.budget }))
    if (voting.voters !== null) said.push(t('projector.voters', { count: voting.voters }))
  }
  return said.length === 0 ? null : <p className={styles['round']}>{said.join(' ')}</p>
}
