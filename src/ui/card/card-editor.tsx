import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { cardText } from '../../model/read-content.ts'
import { useBoardLanguage, useConnection } from '../board/board-context.ts'
import { useActions } from '../board/use-actions.ts'
import { SharedTextarea } from '../common/shared-textarea.tsx'
import styles from './card.module.css'

/** The text of a card while one writes in it; others may write in it at the same time. */
export function CardEditor({ id, onDone }: { readonly id: CardId; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const actions = useActions()
  const language = useBoardLanguage()
  const input = useRef<HTMLTextAreaElement>(null)
  const text = cardText(connection.content, id)

  useEffect(() => {
    const element = input.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    connection.tell({ editing: id })
    return () => connection.tell({ editing: null })
  }, [connection, id])

  const finish = (refocus: boolean): void => {
    const article = input.current?.closest('article')
    // A card without a word is no card; it can still be brought back.
    const isEmpty = text?.toString().trim() === ''
    onDone()
    if (isEmpty) actions.remove(id)
    if (refocus) requestAnimationFrame(() => article?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault()
      event.stopPropagation()
      finish(true)
    }
  }
  if (!text) return null
  return (
    <SharedTextarea
      ref={input}
      className={styles['editor']}
      text={text}
      lang={language}
      aria-label={t('card.text')}
      onKeyDown={onKeyDown}
      onBlur={() => finish(false)}
      data-no-drag
    />
  )
}
