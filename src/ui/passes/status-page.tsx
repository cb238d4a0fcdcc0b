import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../model/ids.ts'
import type { ErrorCode, PassKey, StatusSheet } from '../../protocol/api.ts'
import { api, passKeyOf } from '../../sync/api.ts'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { useHash, useOnReturn } from './use-return.ts'
import { MeasureForm } from './measure-form.tsx'
import { SheetGone, SheetNotYet } from './no-sheet.tsx'
import styles from './status-page.module.css'

/** How the measures of one link stand: no name, no sign-in, nothing else of the board. */
export function StatusPage({ id }: { readonly id: BoardId }): ReactNode {
  const key = passKeyOf(useHash())
  return key ? <Sheet key={`${key.subject}.${key.secret}`} id={id} pass={key} /> : <SheetGone />
}

function Sheet({ id, pass }: { readonly id: BoardId; readonly pass: PassKey }): ReactNode {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState<StatusSheet | null>(null)
  const [error, setError] = useState<ErrorCode | 'offline' | null>(null)
  const { subject, secret } = pass
  const load = useCallback(async (): Promise<void> => {
    const answer = await api.status(id, { subject, secret })
    if (answer.ok) setSheet(answer.value)
    setError(answer.ok ? null : answer.error)
  }, [id, subject, secret])
  // The board may have gone on while this page lay in the background.
  useOnReturn(load)
  const title = t('status.title', { count: sheet?.measures.length ?? 1 })
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title, t])

  if (error === 'not-found' || error === 'invalid') return <SheetGone />
  if (!sheet) return <SheetNotYet error={error} onAgain={() => void load()} />
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <p lang={sheet.language}>{[sheet.organisation, sheet.title].filter((part) => part !== '').join(' · ')}</p>
          <h1>{title}</h1>
        </div>
        <LanguageSwitch />
      </header>
      {sheet.measures.length === 0 ? <p>{t('status.none')}</p> : null}
      <ul className={styles['list']}>
        {sheet.measures.map((measure) => (
          <li key={measure.card}>
            <MeasureForm id={id} pass={pass} sheet={sheet} measure={measure} onSaved={setSheet} />
          </li>
        ))}
      </ul>
      <p className={styles['keep']}>{t('status.keep')}</p>
    </main>
  )
}
