import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rehearsal } from '../../../insight/chain.ts'
import { device } from '../../../sync/device.ts'
import { useBoardLanguage, useCanWrite, useOpenBoard } from '../../board/board-context.ts'
import { useActions } from '../../board/use-actions.ts'
import { Button } from '../../common/controls.tsx'
import { AddStation } from './add-station.tsx'
import { ChainSteps } from './chain-steps.tsx'
import { Ending } from './ending.tsx'
import styles from './rehearsal.module.css'
import { StationView } from './station-view.tsx'
import { useHomeOf } from './use-chain.ts'
import { useWalkKeys } from './use-walk-keys.ts'

interface WalkProps {
  readonly rehearsal: Rehearsal
  readonly onLeave: () => void
}

/** One case, a station at a time. Behind the last one stands the result. */
export function Walk({ rehearsal, onLeave }: WalkProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const canWrite = useCanWrite(useHomeOf(rehearsal.card))
  const { stations } = rehearsal
  const [wanted, setWanted] = useState<string | null>(stations[0]?.card ?? null)
  const isAtEnd = wanted === END && stations.length > 0
  const found = stations.findIndex((station) => station.card === wanted)
  const at = isAtEnd ? stations.length : Math.max(0, found)
  const station = stations[at]
  const top = useRef<HTMLDivElement>(null)
  const shown = isAtEnd ? END : (station?.card ?? null)
  useEffect(() => {
    // Who goes on, goes on at the head of what is next.
    const heading = top.current?.querySelector<HTMLElement>('[data-step-title]')
    heading?.focus({ preventScroll: true })
    top.current?.scrollTo?.(0, 0)
  }, [shown])

  const { board } = useOpenBoard().entry
  useEffect(() => device.saveWalk(board, rehearsal.card, shown ?? ''), [board, rehearsal.card, shown])

  const go = (to: number): void => {
    if (to < 0 || to > stations.length) return
    setWanted(stations[to]?.card ?? END)
  }
  const actions = useActions()
  const move = (card: string, to: number): void => {
    const from = stations.findIndex((known) => known.card === card)
    const moved = stations[from]
    if (!canWrite || !moved || to === from || to < 0 || to >= stations.length) return
    actions.move(moved.card, { in: rehearsal.card, index: to })
  }
  const moveHere = (step: -1 | 1): void => {
    if (station && !isAtEnd) move(station.card, at + step)
  }
  useWalkKeys({ next: () => go(at + 1), back: () => go(at - 1), move: moveHere })
  return (
    <>
      <div className={styles['top']}>
        <Button look="quiet" className={styles['leave']} onClick={onLeave}>
          <ArrowLeft size={18} aria-hidden />
          <span>{t('rehearsal.cases')}</span>
        </Button>
        <h2 id="place-title" lang={language} dir="auto">
          {rehearsal.text || t('card.empty')}
        </h2>
        {stations.length === 0 ? null : (
          <p className={styles['result']} role="status" lang={language} data-breaks={rehearsal.breaksAt !== null}>
            <strong>{rehearsal.result.solved}</strong>, {rehearsal.result.end}
          </p>
        )}
      </div>
      <ChainSteps rehearsal={rehearsal} at={at} onGo={go} canWrite={canWrite} onMove={move}>
        {canWrite ? <AddStation card={rehearsal.card} isFirst={stations.length === 0} isLast={isAtEnd} onAdded={setWanted} /> : null}
      </ChainSteps>
      <div className={styles['scroll']} ref={top}>
        {station && !isAtEnd ? (
          <StationView
            key={station.card}
            station={station}
            next={stations[at + 1]}
            at={at}
            count={stations.length}
            canWrite={canWrite}
            onMove={moveHere}
          />
        ) : null}
        {isAtEnd ? <Ending rehearsal={rehearsal} onGo={go} /> : null}
        {stations.length === 0 ? (
          <p className={styles['hint']}>{canWrite ? t('rehearsal.firstStation') : t('rehearsal.noStation')}</p>
        ) : null}
      </div>
      {stations.length === 0 ? null : (
        <div className={styles['move']}>
          <Button disabled={at === 0} onClick={() => go(at - 1)}>
            <ArrowLeft size={18} aria-hidden />
            {t('rehearsal.back')}
          </Button>
          <span className={styles['keys']} aria-hidden>
            {canWrite ? t('rehearsal.keys') : t('rehearsal.keysRead')}
          </span>
          {isAtEnd ? (
            <Button look="primary" onClick={onLeave}>
              {t('rehearsal.cases')}
            </Button>
          ) : (
            <Button look="primary" onClick={() => go(at + 1)}>
              {at + 1 < stations.length ? t('rehearsal.next') : t('rehearsal.toEnd')}
              <ArrowRight size={18} aria-hidden />
            </Button>
          )}
        </div>
      )}
    </>
  )
}

const END = 'end'
