/** The time between two flushes while much is going out; below it, every turn of the event loop flushes. */
const BUSY_MS = 9
/** From so many sends a second on, gathering them is cheaper than the milliseconds it costs. */
const BUSY_SENDS_PER_SECOND = 60_000
const WINDOW_MS = 100

/** Decides when the rooms are flushed: at once while it is quiet, in steady beats while it is busy. Never two at a time. */
export function createBeat(flush: () => Promise<void>) {
  let sends = 0
  let windowStart = performance.now()
  let isBusy = false
  let lastFlush = 0
  /** When the next flush is wanted. */
  let due = Infinity
  let isFlushing = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let immediate: NodeJS.Immediate | undefined

  function measure(now: number): void {
    const elapsed = now - windowStart
    if (elapsed < WINDOW_MS) return
    isBusy = (sends * 1000) / elapsed > BUSY_SENDS_PER_SECOND
    sends = 0
    windowStart = now
  }

  function schedule(now: number): void {
    clearTimeout(timer)
    clearImmediate(immediate)
    // Timers count whole milliseconds and are late rather than early.
    if (due - now >= 1) timer = setTimeout(run, Math.floor(due - now))
    else immediate = setImmediate(run)
  }

  function run(): void {
    due = Infinity
    isFlushing = true
    lastFlush = performance.now()
    void flush().finally(() => {
      isFlushing = false
      if (due < Infinity && !isClosed) schedule(performance.now())
    })
  }

  return {
    /** Asks for a flush that will cause so many sends, at once or after at most `patienceMs`. */
    wake(count: number, patienceMs = 0): void {
      sends += count
      if (isClosed) return
      const now = performance.now()
      measure(now)
      const wanted = Math.max(now + patienceMs, isBusy ? lastFlush + BUSY_MS : 0)
      if (wanted >= due) return
      due = wanted
      if (!isFlushing) schedule(now)
    },
    close(): void {
      isClosed = true
    },
  }
}
