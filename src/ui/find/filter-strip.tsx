import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardLanguage } from '../board/board-context.ts'
import { Button } from '../common/controls.tsx'
import { useFinding } from './filter-context.ts'
import styles from './filter-strip.module.css'
import { EVERYTHING } from './filter.ts'
import { useKindChoices, useMissingChoices } from './use-choices.ts'
import { useHits } from './use-hits.ts'

/** Says that the board does not show everything, why, and how many cards are left; one press shows all again. */
export function FilterStrip(): ReactNode {
  const { t, i18n } = useTranslation()
  const language = useBoardLanguage()
  const { filter, change } = useFinding()
  const kinds = useKindChoices().filter(({ id }) => filter.kinds.some((kind) => kind === id))
  const missing = useMissingChoices().filter(({ id }) => filter.missing.includes(id))
  const hits = useHits()
  return (
    <div className={styles['strip']} role="region" aria-label={t('find.on')} data-filter-strip>
      <ListFilter size={16} aria-hidden />
      <ul className={styles['words']} lang={language}>
        {[...kinds, ...missing].map(({ id, label, own }) => (
          <li key={id} lang={own ? undefined : language}>
            {label}
          </li>
        ))}
        {filter.text.trim() === '' ? null : (
          <li lang={i18n.language}>
            <q dir="auto">{filter.text.trim()}</q>
          </li>
        )}
      </ul>
      <span className={styles['hits']} role="status">
        {hits ? t('find.hits', { ...hits }) : null}
      </span>
      <Button
        className={styles['clear']}
        onClick={() => {
          change(EVERYTHING)
          document.querySelector<HTMLElement>('[data-filter-button]')?.focus()
        }}
      >
        {t('board.showAll')}
      </Button>
    </div>
  )
}
