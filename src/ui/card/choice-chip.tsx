import type { ReactNode } from 'react'
import type { Card } from '../../model/card.ts'
import type { FieldId } from '../../model/ids.ts'
import { useBoardLanguage, useKind } from '../board/board-context.ts'
import { useActions } from '../board/use-actions.ts'
import { useWords } from '../hooks/use-words.ts'
import styles from './card.module.css'

/** A choice that is made right on the card, for columns that are about it. */
export function ChoiceChip({
  card,
  field,
  canWrite,
}: {
  readonly card: Card
  readonly field: FieldId
  readonly canWrite: boolean
}): ReactNode {
  const { t, language: spoken } = useWords()
  const language = useBoardLanguage()
  const actions = useActions()
  const declared = useKind(card.kind)?.fields.find((known) => known.id === field)
  if (!declared?.options) return null
  const value = card.fields[field]
  return (
    <select
      className={styles['choice']}
      data-empty={value === undefined}
      disabled={!canWrite}
      aria-label={declared.label[language]}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => actions.field(card.id, field, event.target.value || null)}
    >
      <option value="" lang={spoken}>
        {t('board.choose')}
      </option>
      {declared.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label[language]}
        </option>
      ))}
    </select>
  )
}
