import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Timer } from '../../model/timer.ts'
import { announce } from '../common/announce.tsx'
import styles from './lead.module.css'
import { ring } from './sound.ts'
import { clockFace, useSecondsLeft } from './use-time.ts'

/** Said aloud when so much is left; every second would be noise. */
const SAID_AT_S = [300, 60, 0] as const

/** What is left, as a bar and as digits. At zero nothing happens but that it says so. */
export function TimerView({ timer }: { readonly timer: Timer }): ReactNode {
  const { t } = useTranslation()
  const seconds = useSecondsLeft(timer)
  const before = useRef(seconds)
  useEffect(() => {
    const passed = timer.state === 'running' ? SAID_AT_S.find((mark) => seconds <= mark && before.current > mark) : undefined
    before.current = seconds
    if (passed === undefined) return
    if (seconds === 0) {
      announce(t('lead.timeOver'))
      ring()
    } else announce(t('lead.minutesLeft', { count: passed / 60 }))
  }, [seconds, timer.state, t])
  const over = seconds === 0
  const share = Math.min(1, (seconds * 1000) / timer.totalMs)
  return (
    <div className={styles['timer']} data-over={over} data-paused={timer.state === 'paused'} data-low={seconds <= 60}>
      <span role="timer" aria-label={t('lead.timer')} data-testid="timer">
        {clockFace(seconds)}
      </span>
      {over || timer.state === 'paused' ? (
        <small>{t(over ? 'lead.timeOver' : 'lead.paused')}</small>
      ) : (
        <i aria-hidden>
          <b style={{ transform: `scaleX(${share})` }} />
        </i>
      )}
    </div>
  )
}
