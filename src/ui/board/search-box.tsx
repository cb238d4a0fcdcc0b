import { Search, X } from 'lucide-react'
import { use, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../common/controls.tsx'
import { FilterContext } from './filter-context.ts'
import styles from './search-box.module.css'

/** Finds cards: what does not fit is hidden, in open questions and in the counts of folded ones. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation()
  const { text, setText } = use(FilterContext)
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
    <div role="search" className={styles['box']} data-active={text !== ''}>
      <Search size={17} aria-hidden />
      <input
        ref={input}
        type="text"
        aria-label={t('board.find')}
        aria-keyshortcuts="/"
        placeholder={t('board.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('')
        }}
      />
      {text === '' ? null : (
        <IconButton label={t('board.showAll')} onClick={() => setText('')}>
          <X size={17} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
