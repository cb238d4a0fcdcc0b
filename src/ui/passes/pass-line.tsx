import { Link2, QrCode as QrIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PLAN_PASS, type PassSubject } from '../../model/passes.ts'
import type { PassList } from '../../protocol/api.ts'
import { passAddress } from '../../sync/api.ts'
import { useOpenBoard } from '../board/board-context.ts'
import { Button } from '../common/controls.tsx'
import { CopyButton } from '../dialogs/copy-button.tsx'
import { QrCode } from '../dialogs/qr-code.tsx'
import styles from './passes-dialog.module.css'

interface PassLineProps {
  readonly subject: PassSubject
  readonly name: string
  readonly lang?: string
  readonly note?: string
  /** A heading above says already what it is. */
  readonly isAlone?: boolean
  readonly links: {
    readonly list: PassList | null
    readonly make: (subject: PassSubject) => Promise<void>
    readonly end: (subject: PassSubject) => Promise<void>
  }
}

/** One link: made with a press, then to be copied, scanned, renewed or ended. */
export function PassLine({ subject, name, lang, note, isAlone = false, links }: PassLineProps): ReactNode {
  const { t, i18n } = useTranslation()
  const { board } = useOpenBoard().entry
  const [qr, setQr] = useState(false)
  const pass = links.list && Object.hasOwn(links.list, subject) ? links.list[subject] : undefined
  const secret = pass?.secret ?? null
  const moment =
    pass === undefined || pass.until === null ? '' : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(pass.until)
  const called = isAlone ? t('passes.plan') : name
  const address = secret === null ? '' : passAddress(window.location.origin, board, subject, secret)
  const make = (
    <Button aria-label={`${t('passes.make')}: ${called}`} onClick={() => void links.make(subject)}>
      <Link2 size={17} aria-hidden />
      {t('passes.make')}
    </Button>
  )
  return (
    <div className={styles['line']}>
      <div className={styles['who']}>
        {isAlone ? null : (
          <span>
            <b lang={lang} dir="auto">
              {name}
            </b>{' '}
            {note === undefined ? null : <small>{note}</small>}
          </span>
        )}
        {secret === null ? make : null}
      </div>
      {pass && secret === null ? <p className={styles['over']}>{t('passes.ended', { moment })}</p> : null}
      {secret === null ? null : (
        <>
          <div className={styles['address']}>
            <input
              readOnly
              value={address}
              aria-label={t('passes.linkFor', { name: called })}
              data-testid={subject === PLAN_PASS ? 'pass-plan' : `pass-${subject}`}
              onFocus={(event) => event.target.select()}
            />
            <CopyButton text={address} what={called} />
            <Button aria-pressed={qr} aria-label={t('passes.qrOf', { name: called })} onClick={() => setQr(!qr)}>
              <QrIcon size={17} aria-hidden />
              {t('passes.qr')}
            </Button>
          </div>
          {qr ? <QrCode text={address} label={t('passes.qrOf', { name: called })} /> : null}
          <div className={styles['until']}>
            <span>{pass?.until === null ? t('passes.untilBoard') : t('passes.until', { moment })}</span>
            <Button look="quiet" aria-label={`${t('passes.renew')}: ${called}`} onClick={() => void links.make(subject)}>
              {t('passes.renew')}
            </Button>
            <Button look="danger" aria-label={`${t('passes.end')}: ${called}`} onClick={() => void links.end(subject)}>
              {t('passes.end')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
