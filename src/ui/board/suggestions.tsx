import { Plus } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindId, QuestionId } from '../../model/ids.ts'
import type { FieldValue } from '../../model/card.ts'
import type { Question } from '../../model/template.ts'
import { Button } from '../common/controls.tsx'
import { useBoard, useBoardLanguage } from './board-context.ts'
import { focusComposer, focused } from './focus.ts'
import styles from './suggestions.module.css'
import { useActions } from './use-actions.ts'
import { useQuestion } from './use-column-cards.ts'
import type { NewCardText } from './write-whole.ts'

type Starter = Pick<Question['starters'][number], 'kind' | 'text' | 'fields'>

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
    const there = (kind: KindId, text: string): boolean =>
      state.idsOfKind.get(kind)?.some((id) => state.cards.get(id)?.text.trim() === text) ?? false
    return starters.map((starter) => (there(starter.kind, starter.text[language]) ? '1' : '0')).join('')
  })
  return {
    left: starters.filter((_, at) => taken[at] === '0'),
    take: (chosen) => {
      const inLanguage = (value: NonNullable<Starter['fields']>[string]): FieldValue =>
        typeof value === 'object' ? value[language] : value
      const card = ({ kind, text, fields }: Starter): Omit<NewCardText, 'inside'> => ({
        kind,
        text: text[language],
        fields: Object.fromEntries(Object.entries(fields ?? {}).map(([field, value]) => [field, inLanguage(value)])),
      })
      actions.write(
        question,
        chosen.map((starter) => ({ ...card(starter), inside: starter.inside?.map(card) })),
      )
    },
  }
}

interface SuggestionsProps extends Starters {
  readonly question: QuestionId
  /** Cards need the room more. */
  readonly low: boolean
}

/** One press takes one of them, or all. */
export function Suggestions({ left, take, question, low }: SuggestionsProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  return (
    <div className={styles['suggestions']} data-low={low}>
      <span className={styles['head']}>
        {t('board.suggestions')}
        {left.length > 1 ? (
          <Button
            look="quiet"
            className={styles['all']}
            onClick={(event) => {
              take(left)
              keepFocus(event, question)
            }}
          >
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
              lang={language}
              aria-label={t('board.addSuggestion', { text: starter.text[language] })}
              onClick={(event) => {
                take([starter])
                keepFocus(event, question)
              }}
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

/** What was taken leaves with the focus: it goes on to the next suggestion, or else to the input below. */
function keepFocus({ currentTarget: pressed }: MouseEvent<HTMLElement>, question: string): void {
  if (document.activeElement !== pressed) return
  const next = pressed.closest('li')?.nextElementSibling?.querySelector('button')
  requestAnimationFrame(() => {
    if (focused()) return
    if (next?.isConnected) next.focus()
    else focusComposer(question)
  })
}
