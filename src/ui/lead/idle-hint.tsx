import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentBlock, type Agenda, type Block } from '../../model/agenda.ts'
import styles from './lead.module.css'
import { useServerTime } from './use-time.ts'

const MINUTE_MS = 60_000
const FROM_MINUTES = 2
const CHECK_MS = 10_000
/** Where silence means that people are done or stuck; elsewhere they talk. */
const WRITTEN: readonly Block['way'][] = ['write', 'group', 'assign', 'close']

/** For who leads: the room may be done with writing. It never says who. */
export function IdleHint({ agenda, lastEditAt }: { readonly agenda: Agenda; readonly lastEditAt: number | null }): ReactNode {
  const { t } = useTranslation()
  const now = useServerTime(CHECK_MS)
  const block = currentBlock(agenda)
  if (!block || block.startedAt === null || !WRITTEN.includes(block.way)) return null
  const minutes = Math.floor((now - Math.max(block.startedAt, lastEditAt ?? 0)) / MINUTE_MS)
  if (minutes < FROM_MINUTES) return null
  return <span className={styles['idle']}>{t('lead.idle', { count: minutes })}</span>
}
