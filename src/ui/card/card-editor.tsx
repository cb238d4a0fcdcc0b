import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { cardText } from '../../model/read-content.ts'
import { writeText } from '../../model/write-content.ts'
import { useBoard, useBoardLanguage, useConnection, useKind, useTemplate } from '../board/board-context.ts'
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
  const { stack } = useTemplate()
  const isStack = useBoard((state) => stack !== undefined && state.cards.get(id)?.kind === stack)
  const name = useKind(stack ?? ('' as never))?.label[language]
  // A stack without a title keeps the name of its kind: its cards are no reason to take it off the board.
  const plain = isStack ? name : undefined

  useEffect(() => {
    const element = input.current
    element?.focus()
    // The title that a stack begins with is there to be written over.
    element?.setSelectionRange(element.value === plain ? 0 : element.value.length, element.value.length)
    connection.tell({ editing: id })
    return () => connection.tell({ editing: null })
  }, [connection, id, plain])

  const finish = (refocus: boolean): void => {
    const article = input.current?.closest('article')
    // A card without a word is no card; it can still be brought back.
    const isEmpty = text?.toString().trim() === ''
    onDone()
    if (isEmpty && text && plain !== undefined) writeText(text, plain)
    else if (isEmpty) actions.remove(id)
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
