import { useId, type ReactNode } from 'react'
import type { Card } from '../../model/card.ts'
import { LIMITS } from '../../model/limits.ts'
import type { Field } from '../../model/template.ts'
import { Avatar } from '../board/avatar.tsx'
import { useBoardLanguage, useConnection, usePeersAt } from '../board/board-context.ts'
import controls from '../common/controls.module.css'
import { SharedTextarea } from '../common/shared-textarea.tsx'
import styles from './card-details.module.css'

/** A text of a card in which several people may write at once; it shows who else does. */
export function WrittenField(props: { readonly card: Card; readonly field: Field; readonly canWrite: boolean }): ReactNode {
  const { card, field, canWrite } = props
  const { fieldTexts, tell } = useConnection()
  const language = useBoardLanguage()
  const peers = usePeersAt(card.id).filter((peer) => peer.field === field.id)
  const value = card.fields[field.id]
  const id = useId()
  const hint = field.hint?.[language]
  return (
    <div className={controls['field']}>
      <label className={controls['label']} htmlFor={id}>
        {field.label[language]}
        {peers.map((peer) => (
          <span key={peer.user.id} className={styles['peer']}>
            <Avatar id={peer.user.id} name={peer.user.name} small />
          </span>
        ))}
      </label>
      <SharedTextarea
        id={id}
        className={controls['input']}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        text={fieldTexts.textOf(card.id, field.id)}
        plain={typeof value === 'string' ? value : ''}
        make={() => fieldTexts.share(card.id, field.id)}
        max={LIMITS.fieldChars}
        readOnly={!canWrite}
        onFocus={() => tell({ editing: card.id, field: field.id })}
        onBlur={() => tell({ editing: null, field: null })}
      />
      {hint === undefined ? null : (
        <span className={controls['hint']} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
