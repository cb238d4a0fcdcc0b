import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../board/board-context.ts'
import { Button } from '../common/controls.tsx'
import { useIsOver } from '../hooks/use-server-time.ts'
import { useRun } from '../hooks/use-run.ts'
import { inHalves } from './in-halves.ts'
import { CopyButton } from './copy-button.tsx'
import styles from './joining.module.css'

/** A workshop day: whoever comes back from lunch still gets in. */
export const CODE_MINUTES = 480

/** Is the spoken code on, and until when? Null: off or over. */
export function useCodeUntil(): number | null {
  const until = useView((view) => view?.lead?.joining.code?.until ?? null)
  return useIsOver(until) ? null : until
}

/** The code for calling out, which a facilitator switches on and off. */
export function SpokenCode({ code }: { readonly code: string | null }): ReactNode {
  const { t, i18n } = useTranslation()
  const run = useRun()
  const until = useCodeUntil()
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' })
  const on = until !== null && code !== null
  return (
    <div className={styles['spoken']}>
      <span className={styles['label']}>{t('invite.code')}</span>
      {on ? (
        <span className={styles['codeLine']}>
          <input readOnly size={8} value={inHalves(code)} aria-label={t('invite.code')} onFocus={(event) => event.target.select()} />
          <CopyButton text={code} what={t('invite.code')} />
          <Button look="quiet" onClick={() => void run({ type: 'close-code' })}>
            {t('invite.codeOff')}
          </Button>
        </span>
      ) : (
        <Button onClick={() => void run({ type: 'open-code', minutes: CODE_MINUTES })}>{t('invite.codeOn')}</Button>
      )}
      <span className={styles['hint']}>
        {on
          ? t('invite.codeUntil', { host: window.location.host, moment: clock.format(until) })
          : t('invite.codeText', { host: window.location.host })}
      </span>
    </div>
  )
}
