/** A moment of the server's clock, and when it was heard on a clock of this device that nobody sets (`performance.now()`). */
export interface ServerClock {
  readonly serverAt: number
  readonly heardAt: number
}

/** Clocks drift: what was heard longer ago gives way to what is newer. */
const FRESH_MS = 120_000
/** So much earlier, and not only delayed: the server's clock was set back. */
const SET_BACK_MS = 5000

/** The better of two: what travelled less is nearer to the truth. */
export function hearServer(known: ServerClock | null, heard: ServerClock): ServerClock {
  if (!known) return heard
  const laterMs = heard.serverAt - heard.heardAt - (known.serverAt - known.heardAt)
  const isStale = heard.heardAt - known.heardAt > FRESH_MS
  return laterMs >= 0 || isStale || laterMs < -SET_BACK_MS ? heard : known
}

/** The server's time at a moment of this device's clock. */
export function serverNow(clock: ServerClock, localNow: number): number {
  return clock.serverAt + localNow - clock.heardAt
}
