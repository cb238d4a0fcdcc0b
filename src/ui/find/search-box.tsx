import { Search, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../common/controls.tsx'
import { FilterButton } from './filter-button.tsx'
import { useFinding } from './filter-context.ts'
import styles from './search-box.module.css'

/** Finds cards: what does not fit is hidden, in open questions and in the counts of folded ones. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation()
  const { filter, change } = useFinding()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog], [role=menu]')) return
      event.preventDefault()
      input.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <div role="search" className={styles['box']} data-active={filter.text !== ''}>
      <Search size={17} aria-hidden />
      <input
        ref={input}
        type="text"
        aria-label={t('board.find')}
        aria-keyshortcuts="/"
        placeholder={t('board.find')}
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') change({ text: '' })
        }}
      />
      {filter.text === '' ? null : (
        <IconButton label={t('find.noText')} onClick={() => change({ text: '' })}>
          <X size={17} aria-hidden />
        </IconButton>
      )}
      <FilterButton />
    </div>
  )
}
