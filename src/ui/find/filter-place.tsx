import { Suspense, type ReactNode } from 'react'
import { FilterStrip } from '../board/lazy-parts.ts'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import { useFinding } from './filter-context.ts'
import { isNarrowed } from './filter.ts'

/** Where the sign stands that a filter is on; a search shows itself in its own box, which a phone has no room for. */
export function FilterPlace(): ReactNode {
  const { filter, test } = useFinding()
  const phone = useMedia(PHONE)
  return isNarrowed(filter) || (phone && test !== null) ? (
    <Suspense>
      <FilterStrip />
    </Suspense>
  ) : null
}
