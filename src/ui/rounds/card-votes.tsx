import { memo, Suspense, type ReactNode } from 'react'
import type { CardId } from '../../model/ids.ts'
import { VoteRow } from '../board/lazy-parts.ts'
import { useOpen } from '../board/screen-context.ts'
import styles from '../card/card.module.css'
import { CountButton } from '../card/count-button.tsx'
import { useWords } from '../hooks/use-words.ts'
import { useIsVotable, useTotal } from './round-in.ts'

/** What a card got in the newest vote; a press shows the whole result. Hidden while people vote about it again. */
export const VoteTotal = memo(function VoteTotal({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useWords()
  const open = useOpen()
  const count = useTotal(id)
  const votable = useIsVotable(id)
  if (count === 0 || votable) return null
  const label = t('votes.total', { count })
  return (
    <CountButton {...{ count, label }} className={styles['votes']} onPress={() => open({ what: 'result', card: id })}>
      <i aria-hidden />
    </CountButton>
  )
})

/** One's own votes on a card, while the vote is open. */
export const OwnVotes = memo(function OwnVotes({ id }: { readonly id: CardId }): ReactNode {
  return useIsVotable(id) ? (
    <Suspense>
      <VoteRow id={id} />
    </Suspense>
  ) : null
})

/** The keyboard presses what a pointer would. */
export function pressVote(card: Element, by: 1 | -1): void {
  const rows = [...card.querySelectorAll<HTMLElement>('[data-vote]')].filter((row) => row.closest('article') === card)
  rows[0]?.querySelector<HTMLElement>(by === 1 ? '[data-give]' : '[data-take]')?.click()
}
