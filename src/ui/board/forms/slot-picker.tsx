import type { ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { CardId } from '../../../model/ids.ts'
import type { Relation } from '../../../model/template.ts'
import { useWords } from '../../hooks/use-words.ts'
import { useBoard, useBoardLanguage } from '../board-context.ts'
import { shortText, useActions } from '../use-actions.ts'
import styles from './forms.module.css'

interface SlotPickerProps {
  readonly card: Pick<Card, 'id' | 'text'>
  readonly relation: Relation
  readonly holders: readonly CardId[]
}

/** Chooses who takes a slot from all cards that may: the list of the device itself, on a phone as at a desk. */
export function SlotPicker({ card, relation, holders }: SlotPickerProps): ReactNode {
  const { t, language: spoken } = useWords()
  const language = useBoardLanguage()
  const actions = useActions()
  const joined = useBoard((state) => relation.from.flatMap((kind) => state.idsOfKind.get(kind) ?? []).join(' '))
  const names = useBoard((state) =>
    joined
      .split(' ')
      .map((id) => shortText(state.cards.get(id), '–'))
      .join('\n'),
  )
  const texts = names.split('\n')
  const free = (joined === '' ? [] : (joined.split(' ') as CardId[]))
    .map((id, at) => ({ id, text: texts[at] ?? '' }))
    .filter(({ id }) => !holders.includes(id))
  const question = (relation.missingTo ?? relation.labelTo)[language]
  if (free.length === 0 && holders.length > 0) return null
  return (
    <select
      className={styles['picker']}
      data-filled={holders.length > 0}
      lang={language}
      aria-label={`${question} ${shortText(card, t('card.empty'))}`}
      value=""
      onChange={(event) => event.target.value && actions.link(relation.id, event.target.value as CardId, card.id)}
    >
      <option value="" lang={holders.length > 0 ? spoken : undefined}>
        {holders.length > 0 ? t(relation.max === 1 ? 'forms.replace' : 'forms.linkOther') : question}
      </option>
      {free.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}
