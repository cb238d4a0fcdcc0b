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
import { useLinkEnd } from './use-link-end.ts'

interface InviteLargeProps {
  readonly address: string
  readonly code: string | null
  readonly onClose: () => void
}

const WEEK_DAYS = 7

/** For the wall: to be scanned and read from the back of the room. */
export function InviteLarge({ address, code, onClose }: InviteLargeProps): ReactNode {
  const { t, i18n } = useTranslation()
  const run = useRun()
  const codeUntil = useCodeUntil()
  const { until, over, lastDays } = useLinkEnd('participant')
  const here = useView((view) => view?.people.filter((person) => person.online).length ?? 0)
  const host = window.location.host
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' })
  return (
    <Dialog title={t('join.title')} shape="full" onClose={onClose}>
      <div className={styles['wall']}>
        {over ? (
          <div className={styles['gone']} role="alert">
            <p>{t('invite.wallOver', { moment: day.format(until ?? 0) })}</p>
            <Button look="primary" onClick={() => lastDays(WEEK_DAYS)}>
              {t('invite.wallLonger')}
            </Button>
          </div>
        ) : (
          <QrCode text={address} label={t('invite.qr')} />
        )}
        {codeUntil !== null && code !== null ? (
          <>
            <p>{t(over ? 'invite.wallCodeOnly' : 'invite.wallCode', { host })}</p>
            <strong className={styles['large']} role="img" aria-label={code.split('').join(' ')}>
              {inHalves(code)}
            </strong>
          </>
        ) : (
          <>
            {over ? null : <p>{t('invite.wallScan')}</p>}
            <Button onClick={() => void run({ type: 'open-code', minutes: CODE_MINUTES })}>{t('invite.codeOn')}</Button>
          </>
        )}
        <p className={styles['small']}>
          {over || until === null ? null : <span>{t('invite.wallUntil', { moment: day.format(until) })}</span>}
          {codeUntil === null ? null : <span>{t('invite.wallCodeUntil', { moment: clock.format(codeUntil) })}</span>}
          <span aria-live="polite">{t('board.online', { count: here })}</span>
        </p>
      </div>
    </Dialog>
  )
}
