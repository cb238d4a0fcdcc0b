import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rehearsal } from '../../../insight/chain.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import styles from './ending.module.css'
import { MadeCards } from './made-cards.tsx'
import { StandingSign } from './standing-sign.tsx'
import { standingOf } from './use-chain.ts'

/** How far the case carries, and what became of every gap. */
export function Ending({ rehearsal, onGo }: { readonly rehearsal: Rehearsal; readonly onGo: (to: number) => void }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { solved, end } = rehearsal.result
  return (
    <section className={styles['ending']} aria-labelledby="ending-title" data-breaks={rehearsal.breaksAt !== null}>
      <h3 id="ending-title" data-step-title tabIndex={-1} lang={language}>
        <span>{solved},</span> <span>{end}</span>
      </h3>
      <ol>
        {rehearsal.stations.map((station, index) => (
          <li key={station.card} data-standing={standingOf(station)}>
            <button type="button" className={styles['name']} lang={language} dir="auto" onClick={() => onGo(index)}>
              <StandingSign standing={standingOf(station)} size={30} />
              {station.name || t('card.empty')}
            </button>
            {station.solved ? null : (
              <ul lang={language}>
                {station.missing.map((missing) => (
                  <li key={missing.field}>{missing.text}</li>
                ))}
                {station.missing.length === 0 ? <li>{t('rehearsal.standing.open')}</li> : null}
              </ul>
            )}
            <MadeCards station={station} />
          </li>
        ))}
      </ol>
    </section>
  )
}
