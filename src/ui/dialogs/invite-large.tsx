import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../board/board-context.ts'
import { Button } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { useRun } from '../hooks/use-run.ts'
import { inHalves } from './in-halves.ts'
import styles from './joining.module.css'
import { QrCode } from './qr-code.tsx'
import { CODE_MINUTES, useCodeUntil } from './spoken-code.tsx'

interface InviteLargeProps {
  readonly address: string
  readonly code: string | null
  readonly onClose: () => void
}

/** For the wall: to be scanned and read from the back of the room. */
export function InviteLarge({ address, code, onClose }: InviteLargeProps): ReactNode {
  const { t } = useTranslation()
  const run = useRun()
  const on = useCodeUntil() !== null && code !== null
  const here = useView((view) => view?.people.filter((person) => person.online).length ?? 0)
  return (
    <Dialog title={t('join.title')} shape="full" onClose={onClose}>
      <div className={styles['wall']}>
        <QrCode text={address} label={t('invite.qr')} />
        {on ? (
          <>
            <p>{t('invite.wallCode', { host: window.location.host })}</p>
            <strong className={styles['large']} role="img" aria-label={code.split('').join(' ')}>
              {inHalves(code)}
            </strong>
          </>
        ) : (
          <>
            <p>{t('invite.wallScan')}</p>
            <Button onClick={() => void run({ type: 'open-code', minutes: CODE_MINUTES })}>{t('invite.codeOn')}</Button>
          </>
        )}
        <p className={styles['here']} aria-live="polite">
          {t('board.online', { count: here })}
        </p>
      </div>
    </Dialog>
  )
}
