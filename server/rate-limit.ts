/** Counts by key within a minute. */
export function createRateLimit(perMinute: number, now: () => number) {
  const windows = new Map<string, { start: number; count: number }>()
  const MINUTE_MS = 60_000
  const MAX_KEYS = 10_000

  function windowOf(key: string): { start: number; count: number } {
    const known = windows.get(key)
    if (known && now() - known.start < MINUTE_MS) return known
    const fresh = { start: now(), count: 0 }
    windows.delete(key)
    windows.set(key, fresh)
    for (const oldest of windows.keys()) {
      if (windows.size <= MAX_KEYS) break
      windows.delete(oldest)
    }
    return fresh
  }

  return {
    isUsedUp: (key: string): boolean => windowOf(key).count >= perMinute,
    count: (key: string): void => void windowOf(key).count++,
  }
}

export type RateLimit = ReturnType<typeof createRateLimit>

/** A bucket that refills steadily: `take` is false once it is empty. */
export function createBucket({ perSecond, burst, now }: { perSecond: number; burst: number; now: () => number }) {
  let level = burst
  let filledAt = now()
  return {
    take(amount: number): boolean {
      const at = now()
      level = Math.min(burst, level + (Math.max(0, at - filledAt) * perSecond) / 1000) - amount
      filledAt = at
      return level >= 0
    },
  }
}

export type Bucket = ReturnType<typeof createBucket>
