import { expect, test } from 'vitest'
import { hearServer, serverNow, type ServerClock } from '../../src/model/server-clock.ts'
import { addMinute, pauseTimer, resumeTimer, startTimer, timerRemainingMs, TIMER_PRESETS, type Timer } from '../../src/model/timer.ts'

const NOON = Date.parse('2027-03-01T12:00:00Z')
const running = startTimer(5, NOON)

test.each(TIMER_PRESETS)('a preset of %d minutes runs that long', (minutes) => {
  expect(timerRemainingMs(startTimer(minutes, NOON), NOON)).toBe(minutes * 60_000)
})

test('what is left goes down and stays at zero', () => {
  expect(timerRemainingMs(running, NOON)).toBe(300_000)
  expect(timerRemainingMs(running, NOON + 60_500)).toBe(239_500)
  expect(timerRemainingMs(running, NOON + 900_000)).toBe(0)
})

test('a paused timer keeps what is left, however long the pause', () => {
  const paused = pauseTimer(running, NOON + 100_000)!
  expect(timerRemainingMs(paused, NOON + 9_999_999)).toBe(200_000)
  expect(pauseTimer(paused, NOON)).toBeNull()
  const again = resumeTimer(paused, NOON + 500_000)!
  expect(timerRemainingMs(again, NOON + 600_000)).toBe(100_000)
  expect(resumeTimer(again, NOON)).toBeNull()
})

test('a minute more counts from now when the time is over', () => {
  expect(timerRemainingMs(addMinute(running, NOON + 30_000), NOON + 30_000)).toBe(330_000)
  expect(timerRemainingMs(addMinute(running, NOON + 900_000), NOON + 900_000)).toBe(60_000)
  expect(timerRemainingMs(addMinute(pauseTimer(running, NOON)!, NOON), NOON)).toBe(360_000)
  expect(pauseTimer(running, NOON + 300_000)).toBeNull()
})

test('a timer is the same after it was stored', () => {
  const timers: Timer[] = [running, pauseTimer(running, NOON + 1)!]
  expect(JSON.parse(JSON.stringify(timers))).toEqual(timers)
})

const YEARS_MS = 3 * 365 * 86_400_000
test.each([0, -YEARS_MS, YEARS_MS, 61_234, -3_600_000])('right within a second on a screen whose clock is %d ms off', (wrongMs) => {
  // Whatever the wall clock says, only the monotonic clock is asked; here it begins anywhere.
  const localAt = (serverTime: number): number => serverTime - NOON + 12_345.6 + wrongMs
  let clock: ServerClock | null = null
  for (const [sentAt, delayMs] of [
    [NOON - 40_000, 900],
    [NOON - 20_000, 80],
    [NOON, 700],
    [NOON + 30_000, 2500],
  ] as const) {
    clock = hearServer(clock, { serverAt: sentAt, heardAt: localAt(sentAt + delayMs) })
  }
  for (const at of [NOON + 40_000, NOON + 100_000, NOON + 299_000]) {
    const shown = timerRemainingMs(running, serverNow(clock!, localAt(at)))
    expect(Math.abs(shown - (NOON + 300_000 - at))).toBeLessThan(1000)
  }
})

test('two screens with different clocks show the same', () => {
  const one = hearServer(null, { serverAt: NOON, heardAt: 5 })
  const other = hearServer(null, { serverAt: NOON + 50, heardAt: 9_000_000 })
  expect(timerRemainingMs(running, serverNow(one, 60_005))).toBe(timerRemainingMs(running, serverNow(other, 9_000_000 + 59_950)))
})

test('a server clock that was set back is believed, and so is what is newer than two minutes', () => {
  const known = { serverAt: NOON, heardAt: 0 }
  const setBack = { serverAt: NOON - 3_600_000, heardAt: 1000 }
  expect(hearServer(known, setBack)).toBe(setBack)
  const delayed = { serverAt: NOON + 1000, heardAt: 3000 }
  expect(hearServer(known, delayed)).toBe(known)
  const later = { serverAt: NOON + 130_000, heardAt: 131_000 }
  expect(hearServer(known, later)).toBe(later)
})

test('a device that slept while its own clock stood still hears the right time again', () => {
  const known = { serverAt: NOON, heardAt: 0 }
  const awake = { serverAt: NOON + 600_000, heardAt: 1000 }
  expect(hearServer(known, awake)).toBe(awake)
})
