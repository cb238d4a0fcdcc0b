import { useDeferredValue, useLayoutEffect, useState, type ReactNode } from 'react'
import { createInsight } from '../../insight/insight.ts'
import { usePlainBoard } from '../board/use-plain-board.ts'
import { useGapStore } from './gap-store.ts'

/** Derives what the board says about itself, once for everything that shows it. */
export function FollowInsight(): ReactNode {
  const store = useGapStore()
  const [follow] = useState(createInsight)
  const insight = follow(useDeferredValue(usePlainBoard()))
  useLayoutEffect(() => store.setState({ insight }), [store, insight])
  return null
}
