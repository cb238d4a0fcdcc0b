import { z } from 'zod'

/** Owned by the server: a running timer is the moment at which it ends on the server's clock, a paused one what is left. */
export const timerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), endsAt: z.number(), totalMs: z.number() }),
  z.object({ state: z.literal('paused'), remainingMs: z.number(), totalMs: z.number() }),
])
export type Timer = z.infer<typeof timerSchema>

const MINUTE_MS = 60_000
/** What is offered with one tap. */
export const TIMER_PRESETS = [3, 5, 10] as const

export function startTimer(minutes: number, now: number): Timer {
  const totalMs = minutes * MINUTE_MS
  return { state: 'running', endsAt: now + totalMs, totalMs }
}

/** A minute more; when the time is over, a minute from now. */
export function addMinute(timer: Timer, now: number): Timer {
  const totalMs = timer.totalMs + MINUTE_MS
  if (timer.state === 'paused') return { ...timer, remainingMs: timer.remainingMs + MINUTE_MS, totalMs }
  return { ...timer, endsAt: Math.max(timer.endsAt, now) + MINUTE_MS, totalMs }
}

/** Null when there is nothing to pause. */
export function pauseTimer(timer: Timer, now: number): Timer | null {
  if (timer.state === 'paused' || timer.endsAt <= now) return null
  return { state: 'paused', remainingMs: timer.endsAt - now, totalMs: timer.totalMs }
}

/** Null when it runs already. */
export function resumeTimer(timer: Timer, now: number): Timer | null {
  if (timer.state === 'running') return null
  return { state: 'running', endsAt: now + timer.remainingMs, totalMs: timer.totalMs }
}

/** What is left at a moment of the server's clock; never below zero. */
export function timerRemainingMs(timer: Timer, serverNow: number): number {
  return Math.max(0, timer.state === 'paused' ? timer.remainingMs : timer.endsAt - serverNow)
}
