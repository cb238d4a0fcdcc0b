import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../model/limits.ts'
import { Button } from '../common/controls.tsx'
import styles from './home.module.css'

interface ImportBoardProps {
  readonly busy: boolean
  readonly onFile: (text: string) => void
  readonly onTooLarge: () => void
}

export function ImportBoard({ busy, onFile, onTooLarge }: ImportBoardProps): ReactNode {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > LIMITS.importBytes) onTooLarge()
    else onFile(await file.text())
    if (input.current) input.current.value = ''
  }
  return (
    <section className={styles['sheet']}>
      <h2>{t('home.import')}</h2>
      <p className={styles['empty']}>{t('home.importText')}</p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('home.import')}
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {t('home.import')}
      </Button>
    </section>
  )
}
