import { MonitorSmartphone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceCode } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { useOpenBoard } from '../board/board-context.ts'
import { Button, Problem } from '../common/controls.tsx'
import { CopyButton } from '../dialogs/copy-button.tsx'
import { inHalves } from '../dialogs/in-halves.ts'
import { QrCode } from '../dialogs/qr-code.tsx'
import { useIsOver } from '../hooks/use-server-time.ts'
import styles from './people.module.css'

/** A code with which the same person goes on elsewhere, and the way to enter it. */
export function OtherDevice(): ReactNode {
  const { t, i18n } = useTranslation()
  const { entry } = useOpenBoard()
  const [given, setGiven] = useState<DeviceCode | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const over = useIsOver(given?.until ?? null)
  const ask = async (): Promise<void> => {
    const answer = await api.deviceCode(entry.board)
    setProblem(answer.ok ? null : t(`error.${answer.error}`, { detail: '' }))
    if (answer.ok) setGiven(answer.value)
  }
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' })
  return (
    <>
      {problem ? <Problem>{problem}</Problem> : null}
      {given && !over ? (
        <div className={styles['device']}>
          <QrCode text={`${window.location.origin}/#${given.code}`} label={t('people.deviceQr')} />
          <div>
            <strong>{t('people.device')}</strong>
            <span className={styles['code']}>
              <input readOnly size={10} value={inHalves(given.code)} aria-label={t('people.deviceCode')} autoFocus />
              <CopyButton text={given.code} what={t('people.deviceCode')} />
              <Button onClick={() => void ask()}>{t('people.deviceNew')}</Button>
            </span>
            <p>{t('people.deviceText', { host: window.location.host, moment: clock.format(given.until) })}</p>
          </div>
        </div>
      ) : (
        <Button className={styles['start']} onClick={() => void ask()}>
          <MonitorSmartphone size={18} aria-hidden />
          {t('people.device')}
        </Button>
      )}
    </>
  )
}
