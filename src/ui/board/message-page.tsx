import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import styles from './message-page.module.css'

interface MessagePageProps {
  readonly title: string
  readonly text?: string
  readonly busy?: boolean
  readonly children?: ReactNode
}

/** One sentence in the middle of the page. */
export function MessagePage({ title, text, busy, children }: MessagePageProps): ReactNode {
  const { t } = useTranslation()
  return (
    <main className={styles['page']} aria-busy={busy}>
      <div className={styles['sheet']}>
        <h1>{title}</h1>
        {text ? <p role="alert">{text}</p> : null}
        {children}
        {busy ? null : <Link href="/">{t('common.home')}</Link>}
      </div>
    </main>
  )
}
