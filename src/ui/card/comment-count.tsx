import { memo, type ReactNode } from 'react'
import type { CardId } from '../../model/ids.ts'
import { openComments } from '../../sync/board-store.ts'
import { useBoard } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { useWords } from '../hooks/use-words.ts'
import styles from './card.module.css'
import { CountButton } from './count-button.tsx'

/** How many comments on a card are still open; a press shows them. */
export const CommentCount = memo(function CommentCount({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useWords()
  const open = useOpen()
  const count = useBoard((state) => openComments(state, id))
  if (count === 0) return null
  const label = t('comment.open', { count })
  return <CountButton {...{ count, label }} className={styles['comments']} onPress={() => open({ what: 'details', card: id })} />
})
