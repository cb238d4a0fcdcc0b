import { useEffect, useState } from 'react'
import type { Door } from '../../protocol/api.ts'
import { api, type Answer } from '../../sync/api.ts'

/** Longer codes begin like shorter ones: whoever goes on typing is not asked about. */
const STILL_FOR_MS = 500

/** What a spoken code opens, once nothing more is typed; null while that is not known. */
export function useDoor(code: string | null): Answer<Door> | null {
  const [known, setKnown] = useState<{ readonly code: string; readonly answer: Answer<Door> } | null>(null)
  useEffect(() => {
    if (code === null) return undefined
    let gone = false
    const timer = setTimeout(() => {
      void api.doorByCode(code).then((answer) => {
        if (!gone) setKnown({ code, answer })
      })
    }, STILL_FOR_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [code])
  return known && known.code === code ? known.answer : null
}
