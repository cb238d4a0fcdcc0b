import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { Button } from '../common/controls.tsx'
import { useBoard, useBoardLanguage } from './board-context.ts'
import styles from './suggestions.module.css'
import { useActions } from './use-actions.ts'
import { useQuestion } from './use-column-cards.ts'

/** Starter cards of a question that are not on the board yet; one press takes one, or all. */
export function Suggestions({ question, open: initially }: { readonly question: QuestionId; readonly open: boolean }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const declared = useQuestion(question)
  const actions = useActions()
  const [open, setOpen] = useState(initially)
  const starters = declared?.starters ?? []
  const taken = useBoard((state) => {
    const texts = new Set((state.idsIn.get(question) ?? []).map((id) => state.cards.get(id)?.text))
    return starters.map((starter) => (texts.has(starter.text[language]) ? '1' : '0')).join('')
  })
  const left = starters.filter((_, at) => taken[at] === '0')
  if (left.length === 0) return null
  const take = (chosen: typeof left): void => {
    actions.write(
      question,
      chosen.map((starter) => ({ kind: starter.kind, text: starter.text[language] })),
    )
  }
  return (
    <div className={styles['suggestions']}>
      <span className={styles['head']}>
        <button type="button" className={styles['toggle']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('board.suggestions')} ({left.length})
        </button>
        {open && left.length > 1 ? (
          <Button look="quiet" className={styles['all']} onClick={() => take(left)}>
            {t('board.addAll')}
          </Button>
        ) : null}
      </span>
      {open ? (
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
      ) : null}
    </div>
  )
}
