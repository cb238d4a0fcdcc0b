import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { serverNow, type ServerClock } from '../../model/server-clock.ts'
import { timerRemainingMs, type Timer } from '../../model/timer.ts'
import { useConnection } from '../board/board-context.ts'

/** The server's clock, whatever this device's says. */
function timeOf(clock: ServerClock | null): number {
  return clock ? serverNow(clock, performance.now()) : Date.now()
}

/** The server's time, renewed now and then. */
export function useServerTime(everyMs: number): number {
  const clock = useStore(useConnection().frame, (state) => state.clock)
  const [now, setNow] = useState(() => timeOf(clock))
  useEffect(() => {
    const tick = (): void => setNow(timeOf(clock))
    tick()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [clock, everyMs])
  return now
}

/** The seconds that a timer has left, renewed at each full one. */
export function useSecondsLeft(timer: Timer): number {
  const clock = useStore(useConnection().frame, (state) => state.clock)
  const [seconds, setSeconds] = useState(() => secondsOf(timer, timeOf(clock)))
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const tick = (): void => {
      const now = timeOf(clock)
      const left = timerRemainingMs(timer, now)
      setSeconds(secondsOf(timer, now))
      if (timer.state === 'running' && left > 0) waiting = setTimeout(tick, left % 1000 || 1000)
    }
    tick()
    return () => clearTimeout(waiting)
  }, [timer, clock])
  return seconds
}

function secondsOf(timer: Timer, now: number): number {
  return Math.ceil(timerRemainingMs(timer, now) / 1000)
}

/** 12:24, or 1:02:24. */
export function clockFace(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
