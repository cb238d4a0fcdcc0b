import { Suspense, type ReactNode } from 'react'
import type { View } from '../../protocol/view.ts'
import { useView } from '../board/board-context.ts'
import { Lead } from '../board/lazy-parts.ts'
import styles from './lead-place.module.css'

/** Where the course of the workshop stands, once the server has told it. */
export function LeadPlace(): ReactNode {
  const told = useView((view) => view !== null)
  const strip = useView((view) => view !== null && hasStrip(view))
  return told ? (
    <Suspense fallback={strip ? <div className={styles['coming']} /> : null}>
      <Lead strip={strip} />
    </Suspense>
  ) : null
}

/** Before anything has begun, only who leads has something to see here. */
function hasStrip(view: View): boolean {
  return view.lead !== null || view.timer !== null || view.agenda.blocks.some((block) => block.startedAt !== null)
}
