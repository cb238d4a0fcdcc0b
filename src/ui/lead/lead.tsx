import type { ReactNode } from 'react'
import { useView } from '../board/board-context.ts'
import { Follow } from './follow.tsx'
import { LeadStrip } from './lead-strip.tsx'

/** What leads the room through the workshop: steps, time, readiness. */
export function Lead({ strip }: { readonly strip: boolean }): ReactNode {
  const view = useView((current) => current)
  if (!view) return null
  return (
    <>
      {strip ? <LeadStrip view={view} /> : null}
      <Follow view={view} />
    </>
  )
}
