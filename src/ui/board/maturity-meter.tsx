import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showGaps, useGaps, useGapStore } from '../gaps/gap-store.ts'
import { useBoardLanguage } from './board-context.ts'
import styles from './footer.module.css'

const SHOWN = 4

/** How complete the plan is, and what is missing most. A press shows what is missing. */
export function MaturityMeter(): ReactNode {
  const { t } = useTranslation()
  const store = useGapStore()
  const language = useBoardLanguage()
  const maturity = useGaps((state) => state.insight?.maturity)
  const panel = useGaps((state) => state.shown !== null)
  if (!maturity) return <span className={styles['counts']} />
  const share = maturity.total === 0 ? 0 : Math.round((maturity.complete / maturity.total) * 100)
  const show = (rule: string | null): void => showGaps(store, { question: '', rule })
  return (
    <>
      <button
        type="button"
        className={styles['meter']}
        title={t('gaps.title')}
        aria-expanded={panel}
        aria-keyshortcuts="Alt+W"
        data-meter
        onClick={() => (panel ? store.setState({ shown: null }) : show(null))}
      >
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
          <li key={count.rule}>
            <button type="button" lang={language} className={clsx(styles['count'], styles[count.level])} onClick={() => show(count.rule)}>
              {count.text}
            </button>
          </li>
        ))}
        {maturity.total > 0 && maturity.counts.length === 0 ? (
          <li className={clsx(styles['count'], styles['clear'])}>{t('maturity.allClear')}</li>
        ) : null}
      </ul>
    </>
  )
}
