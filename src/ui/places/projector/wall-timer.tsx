import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { serverNow } from '../../../model/server-clock.ts'
import { timerRemainingMs } from '../../../model/timer.ts'
import { useConnection } from '../../board/board-context.ts'
import styles from './projector.module.css'

const TICK_MS = 250
/** From here on the clock is looked at by everybody. */
const SOON_MS = 60_000

/** The server's timer, in the size of the room; at zero it says so and cuts nothing off. */
export function WallTimer(): ReactNode {
  const { t } = useTranslation()
  const { frame } = useConnection()
  const timer = useStore(frame, (state) => state.view?.timer ?? null)
  const clock = useStore(frame, (state) => state.clock)
  const [local, setLocal] = useState(() => performance.now())
  const isRunning = timer?.state === 'running'
  useEffect(() => {
    if (!isRunning) return undefined
    const tick = setInterval(() => setLocal(performance.now()), TICK_MS)
    return () => clearInterval(tick)
  }, [isRunning])
  if (!timer || !clock) return null
  const leftMs = timerRemainingMs(timer, serverNow(clock, Math.max(local, clock.heardAt)))
  const seconds = Math.ceil(leftMs / 1000)
  const isOver = leftMs === 0
  return (
    <div className={styles['timer']} role="timer" data-soon={leftMs <= SOON_MS} data-paused={!isRunning}>
      <span className={styles['digits']}>{isOver ? t('projector.over') : digits(seconds)}</span>
      {isRunning ? null : <span>{t('projector.paused')}</span>}
      <i aria-hidden style={{ inlineSize: `${Math.min(100, (100 * leftMs) / timer.totalMs)}%` }} />
    </div>
  )
}

function digits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
