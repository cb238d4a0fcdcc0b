import { Suspense, type ReactNode } from 'react'
import { useView } from '../board/board-context.ts'
import { Lead } from '../board/lazy-parts.ts'

/** Where the course of the workshop stands, once the server has told it. */
export function LeadPlace(): ReactNode {
  const told = useView((view) => view !== null)
  return told ? (
    <Suspense>
      <Lead />
    </Suspense>
  ) : null
}
