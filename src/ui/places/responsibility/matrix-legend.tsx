import { Check, ShieldCheck, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../../../insight/matrix-press.ts'
import styles from './responsibility.module.css'

export const DUTY_ICONS: Readonly<Record<Duty, LucideIcon>> = { does: Check, answers: ShieldCheck }

/** What the signs mean, and the keys that set them. */
export function MatrixLegend({ duties, canWrite }: { readonly duties: readonly Duty[]; readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className={styles['legend']}>
      {duties.map((duty) => {
        const Icon = DUTY_ICONS[duty]
        return (
          <li key={duty}>
            <span className={styles['mark']} data-duty={duty}>
              <Icon size={15} aria-hidden />
            </span>
            {t(`matrix.duty.${duty}`)}
            {canWrite ? <kbd>{t(`matrix.key.${duty}`)}</kbd> : null}
          </li>
        )
      })}
    </ul>
  )
}
