import { clsx } from 'clsx'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createInsight } from '../../insight/insight.ts'
import styles from './footer.module.css'
import { useOpen } from './screen-context.ts'
import { usePlainBoard } from './use-plain-board.ts'

const SHOWN = 4

/** How complete the plan is, and what is missing most. */
export function MaturityMeter(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const [insight] = useState(createInsight)
  const board = useDeferredValue(usePlainBoard())
  const { maturity } = insight(board)
  const share = maturity.total === 0 ? 0 : Math.round((maturity.complete / maturity.total) * 100)
  return (
    <>
      <button type="button" className={styles['meter']} onClick={() => open({ what: 'plan' })}>
        <strong>{t('maturity.title')}</strong>
        <span className={styles['bar']} aria-hidden>
          <i style={{ width: `${share}%` }} />
        </span>
        <span data-testid="maturity">
          {maturity.total === 0 ? t('maturity.none') : t('maturity.complete', { complete: maturity.complete, total: maturity.total })}
        </span>
      </button>
      <ul className={styles['counts']}>
        {maturity.counts.slice(0, SHOWN).map((count) => (
          <li key={count.rule} lang={board.language} className={clsx(styles['count'], styles[count.level])}>
            {count.text}
          </li>
        ))}
        {maturity.total > 0 && maturity.counts.length === 0 ? (
          <li className={clsx(styles['count'], styles['clear'])}>{t('maturity.allClear')}</li>
        ) : null}
      </ul>
    </>
  )
}
