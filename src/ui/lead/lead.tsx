import type { ReactNode } from 'react'
import { useView } from '../board/board-context.ts'
import { Follow } from './follow.tsx'
import { LeadStrip } from './lead-strip.tsx'

/** What leads the room through the workshop: steps, time, readiness. */
export function Lead(): ReactNode {
  const view = useView((current) => current)
  if (!view) return null
  // Before anything has begun, only who leads has something to see here.
  const shown = view.lead !== null || view.timer !== null || view.agenda.blocks.some((block) => block.startedAt !== null)
  return (
    <>
      {shown ? <LeadStrip view={view} /> : null}
      <Follow view={view} />
    </>
  )
}
