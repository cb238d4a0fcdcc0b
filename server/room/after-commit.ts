/** Whoever waits for the next commit. `unwritten` is for those who cannot wait any longer. */
export interface Waiter {
  written(): void
  unwritten?(reason: string): void
}

export function createAfterCommit() {
  let waiters: Waiter[] = []

  function giveUp(reason: string): void {
    const patient = waiters.filter((waiter) => waiter.unwritten === undefined)
    const others = waiters.filter((waiter) => waiter.unwritten !== undefined)
    waiters = patient
    for (const waiter of others) waiter.unwritten?.(reason)
  }

  return {
    add: (waiter: Waiter): void => void waiters.push(waiter),
    written(): void {
      const all = waiters
      waiters = []
      for (const waiter of all) waiter.written()
    },
    giveUp,
  }
}
