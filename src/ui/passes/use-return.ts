import { useEffect, useSyncExternalStore } from 'react'

/** What stands behind the `#`, also after another link was pasted into this tab. */
export function useHash(): string {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('hashchange', onChange)
      return () => window.removeEventListener('hashchange', onChange)
    },
    () => window.location.hash,
  )
}

/** Runs at once, whenever somebody comes back to this page, and every so often while it is looked at. */
export function useOnReturn(run: () => Promise<void>, everyMs: number | null = null): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void run()
    }
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    const timer = everyMs === null ? undefined : setInterval(look, everyMs)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
      clearInterval(timer)
    }
  }, [run, everyMs])
}
