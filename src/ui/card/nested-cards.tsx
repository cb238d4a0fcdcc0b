import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useKind, useTemplate } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { useRefuseTooLong } from '../hooks/use-refuse-too-long.ts'
import styles from './card.module.css'

/** The cards that lie in a card, in their order: the stations of a chain. */
export function NestedCards({ id }: { readonly id: CardId }): ReactNode {
  const ids = useBoard((state) => cardIdsIn(state, id))
  if (ids.length === 0) return null
  return (
    <ol className={styles['nested']}>
      {ids.map((child) => (
        <Nested key={child} id={child} />
      ))}
    </ol>
  )
}

function Nested({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const card = useBoard((state) => state.cards.get(id))
  const open = useOpen()
  return (
    <li>
      <button type="button" dir="auto" onClick={() => open({ what: 'details', card: id })}>
        {shortText(card, t('card.empty'))}
      </button>
    </li>
  )
}

/** Writes the next card into a card whose kind holds others. */
export function NestedComposer({ card }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const actions = useActions()
  const refuseTooLong = useRefuseTooLong()
  const [text, setText] = useState('')
  const question = useTemplate().questions.find((known) => known.container === card.kind && known.station !== undefined)
  const kind = useKind(question?.station ?? ('' as never))
  if (!kind) return null
  const label = t('board.write', { kind: kind.label[language] })
  return (
    <input
      className={styles['nestedInput']}
      aria-label={label}
      placeholder={`+ ${label}`}
      value={text}
      maxLength={LIMITS.textChars}
      onPaste={refuseTooLong}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (actions.write(card.id, [{ kind: kind.id, text }]).length > 0) setText('')
      }}
    />
  )
}
