import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useBoardLanguage } from '../board/board-context.ts'
import { useGaps } from '../gaps/gap-store.ts'
import { FilterContext } from './filter-context.ts'
import { cardTest, EVERYTHING, type Filter } from './filter.ts'

/** What this person looks for. Gaps are followed only while they are asked for. */
export function FilterProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useBoardLanguage()
  const [filter, setFilter] = useState(EVERYTHING)
  const insight = useGaps((state) => (filter.missing.length > 0 ? state.insight : null))
  const change = useCallback((part: Partial<Filter>) => setFilter((old) => ({ ...old, ...part })), [])
  const finding = useMemo(() => ({ filter, change, test: cardTest(filter, language, insight) }), [filter, change, language, insight])
  return <FilterContext value={finding}>{children}</FilterContext>
}
