import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../common/controls.tsx'
import styles from './home.module.css'

export function SampleCard({ busy, onOpen }: { readonly busy: boolean; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <section className={styles['sheet']}>
      <h2>{t('home.sampleTitle')}</h2>
      <p>{t('home.sampleText')}</p>
      <Button disabled={busy} onClick={onOpen}>
        {t('home.sample')}
      </Button>
    </section>
  )
}
