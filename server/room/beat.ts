/** The time between two flushes while much is going out; below it, every turn of the event loop flushes. */
const BUSY_MS = 8
/** From so many sends a second on, gathering them is cheaper than the milliseconds it costs. */
const BUSY_SENDS_PER_SECOND = 60_000
const WINDOW_MS = 100

/** Decides when the rooms are flushed: at once while it is quiet, in steady beats while it is busy. Never two at a time. */
export function createBeat(flush: () => Promise<void>) {
  let sends = 0
  let windowStart = performance.now()
  let isBusy = false
  let lastFlush = 0
  let state: 'idle' | 'waiting' | 'flushing' | 'again' = 'idle'
  let isClosed = false

  function measure(now: number): void {
    const elapsed = now - windowStart
    if (elapsed < WINDOW_MS) return
    isBusy = (sends * 1000) / elapsed > BUSY_SENDS_PER_SECOND
    sends = 0
    windowStart = now
  }

  function schedule(): void {
    state = 'waiting'
    const now = performance.now()
    measure(now)
    const wait = isBusy ? BUSY_MS - (now - lastFlush) : 0
    if (wait > 0) setTimeout(run, wait)
    else setImmediate(run)
  }

  function run(): void {
    state = 'flushing'
    lastFlush = performance.now()
    void flush().finally(() => {
      const wasWoken = state === 'again'
      state = 'idle'
      if (wasWoken && !isClosed) schedule()
    })
  }

  return {
    /** Asks for a flush that will cause so many sends. */
    wake(count: number): void {
      sends += count
      if (isClosed) return
      if (state === 'idle') schedule()
      else if (state === 'flushing') state = 'again'
    },
    close(): void {
      isClosed = true
    },
  }
}
