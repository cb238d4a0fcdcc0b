import { ListFilter, Search } from 'lucide-react'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterPanel } from '../board/lazy-parts.ts'
import { IconButton } from '../common/controls.tsx'
import { useFinding } from './filter-context.ts'
import { isNarrowed } from './filter.ts'
import styles from './search-box.module.css'

const ELSEWHERE = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]'

/** Opens what the board can be narrowed down to, by a press or the key F. `withText` where there is no search box beside it. */
export function FilterButton({ withText = false }: { readonly withText?: boolean }): ReactNode {
  const { t } = useTranslation()
  const { filter, test } = useFinding()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(ELSEWHERE))) return
      if (document.querySelector('[role=dialog]') || document.body.dataset['dragging'] !== undefined) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const Sign = withText ? Search : ListFilter
  const isOn = withText ? test !== null : isNarrowed(filter)
  const button = (
    <IconButton
      label={t(withText ? 'find.both' : 'find.open')}
      aria-keyshortcuts="F"
      aria-haspopup="dialog"
      aria-expanded={open}
      data-filter-button
      data-on={isOn}
      className={styles['filter']}
      onClick={() => setOpen(true)}
    >
      <Sign size={withText ? 20 : 17} aria-hidden />
    </IconButton>
  )
  if (!open) return button
  return (
    <Suspense fallback={button}>
      <FilterPanel withText={withText} onClose={() => setOpen(false)}>
        {button}
      </FilterPanel>
    </Suspense>
  )
}
