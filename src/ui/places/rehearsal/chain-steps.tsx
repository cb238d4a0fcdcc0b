import { Flag } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rehearsal } from '../../../insight/chain.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import styles from './steps.module.css'
import { StandingSign } from './standing-sign.tsx'
import { standingOf } from './use-chain.ts'
import { useStepDrag } from './use-step-drag.ts'

interface ChainStepsProps {
  readonly rehearsal: Rehearsal
  readonly at: number
  readonly onGo: (to: number) => void
  readonly canWrite: boolean
  readonly onMove: (station: string, to: number) => void
  readonly children: ReactNode
}

/** The whole chain in one line: how each station stands, and where one is. */
export function ChainSteps({ rehearsal, at, onGo, canWrite, onMove, children }: ChainStepsProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const list = useRef<HTMLOListElement>(null)
  const { drag, onPointerDown } = useStepDrag(list, canWrite && rehearsal.total > 1, onMove)
  const others = rehearsal.stations.filter((station) => station.card !== drag?.card)
  const dropAt = (card: string): 'before' | 'after' | undefined => {
    if (!drag) return undefined
    if (others[drag.slot]?.card === card) return 'before'
    return drag.slot === others.length && others.at(-1)?.card === card ? 'after' : undefined
  }
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [at])
  return (
    <nav className={styles['chain']} aria-label={t('rehearsal.chain')}>
      <ol ref={list} onPointerDown={onPointerDown} data-dragging={drag !== null}>
        {rehearsal.stations.map((station, index) => (
          <li
            key={station.card}
            data-station={station.card}
            data-told={station.handover}
            data-grabbed={drag?.card === station.card || undefined}
            data-drop={dropAt(station.card)}
          >
            <button type="button" aria-current={index === at ? 'step' : undefined} onClick={() => onGo(index)}>
              <StandingSign standing={standingOf(station)} />
              <span lang={language} dir="auto">
                {station.name || t('card.empty')}
              </span>
              <span className="visually-hidden">{t(`rehearsal.standing.${standingOf(station)}`)}</span>
            </button>
          </li>
        ))}
        {rehearsal.total === 0 ? null : (
          <li>
            <button type="button" aria-current={at === rehearsal.total ? 'step' : undefined} onClick={() => onGo(rehearsal.total)}>
              <Flag size={18} aria-hidden />
              <span>{t('rehearsal.end')}</span>
            </button>
          </li>
        )}
      </ol>
      {children}
    </nav>
  )
}
