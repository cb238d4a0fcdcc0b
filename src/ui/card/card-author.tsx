import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { BY, type Card } from '../../model/card.ts'
import { clearName } from '../../model/write-content.ts'
import { useConnection } from '../board/board-context.ts'
import { announce } from '../common/announce.tsx'
import { IconButton } from '../common/controls.tsx'
import { useWords } from '../hooks/use-words.ts'
import styles from './card.module.css'

/** Who wrote a card, if they chose so before it was revealed. */
export function CardAuthor({ card }: { readonly card: Card }): ReactNode {
  const { t, language } = useWords()
  const name = card.fields[BY]
  if (typeof name !== 'string') return null
  return (
    <small className={styles['author']} lang={language} dir="auto">
      {t('card.by', { name })}
    </small>
  )
}

/** The same with a way to take the name off, for good. */
export function AuthorLine({ card, canWrite }: { readonly card: Card; readonly canWrite: boolean }): ReactNode {
  const { t } = useWords()
  const { content } = useConnection()
  if (card.fields[BY] === undefined) return null
  const clear = (): void => {
    clearName(content, card.id)
    announce(t('card.nameCleared'))
  }
  return (
    <div className={styles['authorLine']}>
      <CardAuthor card={card} />
      {canWrite ? (
        <IconButton label={t('card.clearName')} onClick={clear}>
          <X size={17} aria-hidden />
        </IconButton>
      ) : null}
    </div>
  )
}
