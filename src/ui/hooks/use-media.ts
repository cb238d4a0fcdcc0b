import { useSyncExternalStore } from 'react'

/** Small in one direction: also a phone that lies on its side. */
export const PHONE = '(max-width: 720px), (max-height: 500px)'

/** Narrower or lower than this there is no room beside a question. */
export const NO_ROOM_BESIDE = '(max-width: 860px), (max-height: 500px)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', notify)
      return () => media.removeEventListener('change', notify)
    },
    () => window.matchMedia(query).matches,
  )
}
