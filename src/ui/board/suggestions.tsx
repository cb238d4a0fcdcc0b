import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import type { Question } from '../../model/template.ts'
import { Button } from '../common/controls.tsx'
import { useBoard, useBoardLanguage } from './board-context.ts'
import styles from './suggestions.module.css'
import { useActions } from './use-actions.ts'
import { useQuestion } from './use-column-cards.ts'

export interface Starters {
  readonly left: readonly Question['starters'][number][]
  readonly take: (chosen: readonly Question['starters'][number][]) => void
}

/** Starter cards of a question that are not on the board yet. */
export function useStarters(question: QuestionId): Starters {
  const language = useBoardLanguage()
  const declared = useQuestion(question)
  const actions = useActions()
  const starters = declared?.starters ?? []
  const taken = useBoard((state) => {
    const texts = new Set((state.idsIn.get(question) ?? []).map((id) => state.cards.get(id)?.text))
    return starters.map((starter) => (texts.has(starter.text[language]) ? '1' : '0')).join('')
  })
  return {
    left: starters.filter((_, at) => taken[at] === '0'),
    take: (chosen) =>
      void actions.write(
        question,
        chosen.map((starter) => ({ kind: starter.kind, text: starter.text[language] })),
      ),
  }
}

/** One press takes one of them, or all. */
export function Suggestions({ left, take }: Starters): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  return (
    <div className={styles['suggestions']}>
      <span className={styles['head']}>
        {t('board.suggestions')}
        {left.length > 1 ? (
          <Button look="quiet" className={styles['all']} onClick={() => take(left)}>
            {t('board.addAll')}
          </Button>
        ) : null}
      </span>
      <ul>
        {left.map((starter) => (
          <li key={starter.text.de}>
            <button
              type="button"
              className={styles['chip']}
              aria-label={t('board.addSuggestion', { text: starter.text[language] })}
              onClick={() => take([starter])}
            >
              <Plus size={14} aria-hidden />
              {starter.text[language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
