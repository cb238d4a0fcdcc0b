import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { focused } from '../board/focus.ts'
import { IconButton } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { NO_ROOM_BESIDE, useMedia } from '../hooks/use-media.ts'
import { GapList } from './gap-list.tsx'
import styles from './gap-panel.module.css'
import { useGapStore, type GapStore } from './gap-store.ts'

/** What is still missing: beside the board where there is room, over it where there is not. */
export function GapPanel({ resting, covered }: { readonly resting: boolean; readonly covered: boolean }): ReactNode {
  const { t } = useTranslation()
  const store = useGapStore()
  const sheet = useMedia(NO_ROOM_BESIDE)
  const close = (): void => closePanel(store)
  useEffect(() => {
    if (sheet) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && focused()?.closest('[data-gaps]')) closePanel(store)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [sheet, store])
  if (sheet)
    return (
      <Dialog shape="side" title={t('gaps.title')} onClose={close}>
        <GapList resting={resting} onLeave={() => store.setState({ shown: null })} />
      </Dialog>
    )
  return (
    <aside className={styles['panel']} aria-labelledby="gaps-title" inert={covered} data-gaps>
      <div className={styles['head']}>
        <h2 id="gaps-title">{t('gaps.title')}</h2>
        <IconButton label={t('common.close')} onClick={close}>
          <X size={20} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['body']}>
        <GapList resting={resting} />
      </div>
    </aside>
  )
}

function closePanel(store: GapStore): void {
  store.setState({ shown: null })
  document.querySelector<HTMLElement>('[data-meter]')?.focus()
}
