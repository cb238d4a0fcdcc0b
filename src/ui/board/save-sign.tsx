import { clsx } from 'clsx'
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../common/announce.tsx'
import { useOpenBoard, useSave, useView } from './board-context.ts'
import styles from './save-sign.module.css'

/** Says the truth about where one's edits are: "saved" only when the server has them on its disk. */
export function SaveSign(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const connection = useSave((state) => state.connection)
  const waiting = useSave((state) => state.waiting)
  const settled = useSave((state) => state.settled)
  const failing = useSave((state) => state.failing)
  const viewer = useView((view) => (view?.me.role ?? entry.me.role) === 'viewer')
  useConnectionSpoken(connection)
  const [look, text, Sign] = ((): readonly [string, string, typeof Check] => {
    if (connection === 'offline')
      return ['offline', waiting > 0 ? t('sync.offlineWaiting', { count: waiting }) : t('sync.offline'), CloudOff]
    if (connection === 'connecting') return ['busy', t('sync.connecting'), LoaderCircle]
    if (failing) return ['failing', t('sync.failing'), TriangleAlert]
    if (waiting > 0 || !settled) return ['busy', t('sync.saving'), LoaderCircle]
    return ['saved', viewer ? t('sync.viewer') : t('sync.saved'), Check]
  })()
  return (
    <span
      className={clsx(styles['sign'], styles[look])}
      data-testid="save-sign"
      data-state={look}
      role={look === 'failing' ? 'alert' : undefined}
    >
      <Sign size={14} aria-hidden />
      {text}
    </span>
  )
}

/** Going offline and coming back are said once each; what a single edit does to the sign is not. */
function useConnectionSpoken(connection: string): void {
  const { t } = useTranslation()
  const away = useRef(false)
  useEffect(() => {
    if (connection === 'offline' && !away.current) {
      away.current = true
      announce(t('say.offline'))
    } else if (connection === 'online' && away.current) {
      away.current = false
      announce(t('say.online'))
    }
  }, [connection, t])
}
