import { Minus, Plus } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { CardId } from '../../model/ids.ts'
import { useView } from '../board/board-context.ts'
import { useWords } from '../hooks/use-words.ts'
import { useCast, useOwnVotes } from './ballot.ts'
import styles from './votes.module.css'

/** More than these are told by a number. */
const MOST_DOTS = 6

export function VoteRow({ id }: { readonly id: CardId }): ReactNode {
  const { t, language } = useWords()
  const own = useOwnVotes(id)
  const cap = useView((view) => view?.rounds.voting?.cap ?? 0)
  const cast = useCast(id)
  const give = useRef<HTMLButtonElement>(null)
  const take = (): void => {
    // The button leaves with the last vote.
    if (own === 1 && document.activeElement instanceof HTMLButtonElement && document.activeElement.dataset['take'] !== undefined)
      give.current?.focus()
    void cast(-1)
  }
  return (
    <div className={styles['row']} role="group" lang={language} aria-label={t('votes.own', { count: own })} data-vote data-no-drag>
      {own > 0 ? (
        <button type="button" className={styles['step']} data-take aria-label={t('votes.take')} aria-keyshortcuts="Shift+V" onClick={take}>
          <Minus size={16} aria-hidden />
        </button>
      ) : null}
      <span className={styles['dots']} aria-hidden>
        {cap > MOST_DOTS ? <b>{own}</b> : Array.from({ length: cap }, (_, at) => <i key={at} data-on={at < own || undefined} />)}
      </span>
      <button
        type="button"
        ref={give}
        className={styles['step']}
        data-give
        aria-label={t('votes.give')}
        aria-keyshortcuts="V"
        aria-disabled={own >= cap || undefined}
        onClick={() => void cast(1)}
      >
        <Plus size={16} aria-hidden />
      </button>
    </div>
  )
}
