import { clsx } from 'clsx'
import { Vote } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsFacilitator, useView } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { useSpent } from './ballot.ts'
import styles from './rounds.module.css'
import votes from './votes.module.css'

/** The open vote at a question: what one has left, and how many have voted. Totals are nobody's before the close. */
export function VoteStrip(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const voting = useView((view) => view?.rounds.voting ?? null)
  const reads = useView((view) => view?.me.role === 'viewer')
  const facilitator = useIsFacilitator()
  const spent = useSpent()
  if (!voting) return null
  const left = voting.budget - spent
  return (
    <div className={clsx(styles['strip'], votes['strip'])} data-strip="votes" data-spent={left <= 0 || undefined}>
      <p>
        <Vote size={16} aria-hidden />
        <span>
          <b>{t('votes.title')}</b>{' '}
          {reads ? null : <span className={styles['number']}>{t('votes.left', { left, budget: voting.budget })}</span>}
          {voting.voters === null ? null : <span className={styles['number']}> · {t('votes.voters', { count: voting.voters })}</span>}
        </span>
      </p>
      {facilitator ? (
        <span className={styles['acts']}>
          <button type="button" className={styles['act']} onClick={() => open({ what: 'hands' })}>
            {t('votes.hands')}
          </button>
          <button type="button" className={styles['act']} onClick={() => open({ what: 'close-votes' })}>
            {t('votes.close')}
          </button>
        </span>
      ) : null}
    </div>
  )
}
