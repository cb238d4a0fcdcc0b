import { Trash2 } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { IconButton } from '../common/controls.tsx'
import { useBoard } from './board-context.ts'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { ParkButton } from './park-button.tsx'
import { MaturityMeter } from './lazy-parts.ts'
import { useOpen } from './screen-context.ts'
import styles from './footer.module.css'

/** How far the plan is, what was taken off the board, undo on a phone, and the language of the interface. */
export function Footer(): ReactNode {
  return (
    <footer className={styles['footer']}>
      <Suspense fallback={<span className={styles['counts']} />}>
        <MaturityMeter />
      </Suspense>
      <ParkButton />
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
