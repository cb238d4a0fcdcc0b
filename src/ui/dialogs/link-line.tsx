import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { Role } from '../../model/board.ts'
import { Button } from '../common/controls.tsx'
import { CopyButton } from './copy-button.tsx'
import styles from './dialogs.module.css'
import { useLinkEnd } from './use-link-end.ts'

const DAYS = { now: 0, day: 1, week: 7, month: 30, board: null } as const
const CHOICES = ['day', 'week', 'month', 'board', 'now'] as const

/** One role's link: until when it lets people in, and what can be done with it. */
export function LinkLine({
  role,
  address,
  onRenew,
}: {
  readonly role: Role
  readonly address: string
  readonly onRenew: () => void
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { until, over, lastDays } = useLinkEnd(role)
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const name = t(`invite.${role}`)
  const change = (value: string): void => {
    const choice = CHOICES.find((known) => known === value)
    if (choice) lastDays(DAYS[choice])
  }
  return (
    <div className={styles['link']}>
      <span>{name}</span>
      <span className={styles['address']}>
        <input readOnly value={address} aria-label={name} data-testid={`link-${role}`} onFocus={(event) => event.target.select()} />
        <CopyButton text={address} what={name} />
        <Button look="quiet" aria-label={`${t('invite.renew')}: ${name}`} onClick={onRenew}>
          {t('invite.renew')}
        </Button>
      </span>
      <span className={styles['until']} data-over={over || undefined}>
        <span>{until === null ? t('invite.untilBoard') : t(over ? 'invite.over' : 'invite.until', { moment: day.format(until) })}</span>
        <select value="" aria-label={`${t('invite.changeUntil')}: ${name}`} onChange={(event) => change(event.target.value)}>
          <option value="">{t('invite.changeUntil')}</option>
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`invite.lasts.${choice}`)}
            </option>
          ))}
        </select>
      </span>
      {role === 'facilitator' ? <span className={styles['hint']}>{t('invite.facilitatorHint')}</span> : null}
    </div>
  )
}
