import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import type { QuestionId } from '../../model/ids.ts'
import { announce } from '../common/announce.tsx'
import { IconButton } from '../common/controls.tsx'
import { FilterButton } from '../find/filter-button.tsx'
import { useFiltered, useFinding } from '../find/filter-context.ts'
import { useSwipe } from '../hooks/use-swipe.ts'
import { useBoardLanguage, useTemplate, useView } from './board-context.ts'
import { Column } from './column.tsx'
import { markOf } from './marks.ts'
import styles from './one-question.module.css'
import { ParkButton } from './park-button.tsx'
import { UndoButton } from './undo-buttons.tsx'
import { useCardCount, useColumnCards } from './use-column-cards.ts'

interface OneQuestionProps {
  readonly arrival: (heading: HTMLElement | null) => void
  readonly questions: readonly BoardQuestion[]
  readonly stray: readonly string[]
  readonly at: string | null
  readonly onGo: (id: string) => void
}

/** A phone shows one question. A swipe, two buttons near the thumb and a list lead to the others. */
export function OneQuestion({ arrival, questions, stray, at: wanted, onGo }: OneQuestionProps): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const language = useBoardLanguage()
  const silent = useView((view) => (view?.rounds.silence?.writing ? view.rounds.silence.questions : null))
  const voting = useView((view) => view?.rounds.voting?.questions ?? null)
  const sign = (id: QuestionId): string =>
    silent?.includes(id) ? ` – ${t('rounds.silence')}` : voting?.includes(id) ? ` – ${t('votes.title')}` : ''
  const all = [
    ...questions.map((question) => ({ question, title: question.title, mark: markOf(question.id, questions, template), stray: false })),
    ...stray.map((place) => ({ question: strayQuestion(place), title: t('board.stray'), mark: '?', stray: true })),
  ]
  const at = Math.max(
    0,
    all.findIndex(({ question }) => question.id === wanted),
  )
  const go = (to: number): void => {
    const next = all[to]
    if (!next) return
    onGo(next.question.id)
    announce(`${next.mark}. ${next.title}`)
  }
  const swipe = useSwipe((step) => go(at + step))
  const shown = all[at]
  if (!shown) return null
  return (
    <main className={styles['one']} ref={arrival} tabIndex={-1} aria-label={t('place.board')} {...swipe}>
      <Column key={shown.question.id} question={shown.question} mark={shown.mark} stray={shown.stray} single />
      <nav className={styles['bar']} data-phone-bar aria-label={t('board.jump')}>
        <IconButton label={t('board.previous')} off={at === 0} onClick={() => go(at - 1)}>
          <ChevronLeft size={24} aria-hidden />
        </IconButton>
        <select aria-label={t('board.jump')} value={shown.question.id} onChange={(event) => onGo(event.target.value)}>
          {all.map(({ question, title, mark, stray: lost }) => (
            <QuestionOption
              key={question.id}
              id={question.id}
              words={`${mark} · ${title}${sign(question.id)}`}
              lang={lost ? undefined : language}
            />
          ))}
        </select>
        <IconButton label={t('board.next')} off={at === all.length - 1} onClick={() => go(at + 1)}>
          <ChevronRight size={24} aria-hidden />
        </IconButton>
        <FilterButton withText />
        <ParkButton />
        <UndoButton />
      </nav>
    </main>
  )
}

interface QuestionOptionProps {
  readonly id: QuestionId
  readonly words: string
  readonly lang: string | undefined
}

/** While something is looked for, a question says how much of it lies there. */
function QuestionOption({ id, words, lang }: QuestionOptionProps): ReactNode {
  const isNarrowed = useFinding().test !== null
  const count = useCardCount(useFiltered(useColumnCards(id)))
  return (
    <option value={id} lang={lang}>
      {isNarrowed ? `${words} (${count})` : words}
    </option>
  )
}

export function strayQuestion(place: string): BoardQuestion {
  return { id: place as QuestionId, title: '', hint: '', locked: false }
}
