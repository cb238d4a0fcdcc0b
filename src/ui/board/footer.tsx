import { Trash2 } from 'lucide-react'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clsx } from 'clsx'
import { BIN } from '../../model/card.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { IconButton } from '../common/controls.tsx'
import { useBoard } from './board-context.ts'
import { maturity } from '../../insight/maturity.ts'
import { findGaps } from '../../insight/gaps.ts'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { useOpen } from './screen-context.ts'
import { usePlainBoard } from './use-plain-board.ts'
import styles from './footer.module.css'

const SHOWN = 4

/** How complete the plan is, and what is missing most. */
export function Footer(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const board = useDeferredValue(usePlainBoard())
  const state = useMemo(() => maturity(board, findGaps(board)), [board])
  const share = state.total === 0 ? 0 : Math.round((state.complete / state.total) * 100)
  return (
    <footer className={styles['footer']}>
      <button type="button" className={styles['meter']} onClick={() => open({ what: 'plan' })}>
        <strong>{t('maturity.title')}</strong>
        <span className={styles['bar']} aria-hidden>
          <i style={{ width: `${share}%` }} />
        </span>
        <span data-testid="maturity">
          {state.total === 0 ? t('maturity.none') : t('maturity.complete', { complete: state.complete, total: state.total })}
        </span>
      </button>
      <ul className={styles['counts']}>
        {state.counts.slice(0, SHOWN).map((count) => (
          <li key={count.rule} lang={board.language} className={clsx(styles['count'], styles[count.level])}>
            {count.text}
          </li>
        ))}
        {state.total > 0 && state.counts.length === 0 ? (
          <li className={clsx(styles['count'], styles['clear'])}>{t('maturity.allClear')}</li>
        ) : null}
      </ul>
      <BinButton />
      <span className={styles['undo']}>
        <UndoButtons />
      </span>
      <LanguageSwitch />
    </footer>
  )
}

function BinButton(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const count = useBoard((state) => cardIdsIn(state, BIN).length)
  if (count === 0) return null
  return (
    <IconButton label={`${t('bin.title')} (${count})`} onClick={() => open({ what: 'bin' })}>
      <Trash2 size={18} aria-hidden />
    </IconButton>
  )
}
