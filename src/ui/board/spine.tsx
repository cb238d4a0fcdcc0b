import { EyeOff, Lock, Vote } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import { useDropTarget } from '../dnd/drag-store.ts'
import { useFiltered, useFinding } from '../find/filter-context.ts'
import { useGaps } from '../gaps/gap-store.ts'
import { useIsSilent, useIsVoting } from '../rounds/round-in.ts'
import { useBoardLanguage } from './board-context.ts'
import { useCardCount, useColumnCards } from './use-column-cards.ts'
import styles from './columns.module.css'

interface SpineProps {
  readonly question: BoardQuestion
  readonly mark: string
  readonly onOpen: (id: string) => void
}

/** A question that is folded away. It still takes cards: they land at its end. */
export function Spine({ question, mark, onOpen }: SpineProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const gaps = useGaps((state) => state.insight?.inQuestion.get(question.id) ?? 0)
  const isNarrowed = useFinding().test !== null
  const count = useCardCount(useFiltered(useColumnCards(question.id)))
  const silent = useIsSilent(question.id)
  const voting = useIsVoting(question.id)
  const hit = useDropTarget(question.id) !== null
  return (
    <button
      type="button"
      className={styles['spine']}
      data-column={question.id}
      data-hit={hit}
      data-round={silent || voting || undefined}
      aria-expanded={false}
      aria-label={[
        t('board.open', { mark, title: question.title }),
        t('board.cards', { count }),
        ...(silent ? [t('rounds.silence')] : []),
        ...(voting ? [t('votes.title')] : []),
        ...(gaps > 0 ? [t('gaps.count', { count: gaps })] : []),
      ].join(', ')}
      onClick={() => onOpen(question.id)}
    >
      <span className={styles['mark']}>{mark}</span>
      <span className={styles['spineTitle']} lang={language}>
        {question.title}
      </span>
      {silent ? (
        <span className={styles['runs']} title={t('rounds.silence')} data-runs="silence">
          <EyeOff size={16} aria-hidden />
        </span>
      ) : null}
      {voting ? (
        <span className={styles['runs']} title={t('votes.title')} data-runs="votes">
          <Vote size={16} aria-hidden />
        </span>
      ) : null}
      {question.locked ? <Lock size={14} aria-hidden /> : null}
      <span className={styles['count']} data-found={isNarrowed && count > 0}>
        {count}
      </span>
      {gaps > 0 ? <span className={styles['gaps']}>{gaps}</span> : null}
    </button>
  )
}
