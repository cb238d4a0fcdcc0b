import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { MatrixColumn } from '../../../insight/matrix.ts'
import { useBoardLanguage, useTemplate } from '../../board/board-context.ts'
import { DUTY_ICONS } from './matrix-legend.tsx'
import styles from './responsibility.module.css'

interface GridSumsProps {
  readonly columns: readonly MatrixColumn[]
  readonly duties: readonly Duty[]
}

/** What each column carries, against what it has. The sums are those of the whole board, whatever is filtered for. */
export function GridSums({ columns, duties }: GridSumsProps): ReactNode {
  const { t } = useTranslation()
  const unit = useHoursUnit()
  return (
    <div className={styles['sums']} role="rowgroup">
      <div role="row" className={styles['row']}>
        <span role="rowheader" className={styles['sumHead']}>
          {t('matrix.sums')}
        </span>
        {columns.map((column) => (
          <span key={column.card} role="gridcell" className={styles['sum']}>
            {duties.map((duty) => {
              const Icon = DUTY_ICONS[duty]
              return (
                <span key={duty} data-zero={column[duty] === 0} title={t(`matrix.duty.${duty}`)}>
                  <Icon size={14} aria-label={t(`matrix.duty.${duty}`)} />
                  {column[duty]}
                </span>
              )
            })}
          </span>
        ))}
      </div>
      {unit === null ? null : (
        <div role="row" className={styles['row']}>
          <span role="rowheader" className={styles['sumHead']}>
            {unit}
          </span>
          {columns.map((column) => (
            <Load key={column.card} column={column} />
          ))}
        </div>
      )}
    </div>
  )
}

function Load({ column }: { readonly column: MatrixColumn }): ReactNode {
  return (
    <span role="gridcell" className={styles['sum']} data-over={column.over}>
      <LoadWords column={column} />
      {column.capacity === null ? null : (
        <i className={styles['bar']} aria-hidden>
          <i style={{ width: `${Math.min(100, column.capacity === 0 ? 100 : (column.hours / column.capacity) * 100)}%` }} />
        </i>
      )}
    </span>
  )
}

export function LoadWords({ column }: { readonly column: MatrixColumn }): ReactNode {
  const { t, i18n } = useTranslation()
  const hours = column.hours.toLocaleString(i18n.language)
  return (
    <span className={styles['load']}>
      {column.over ? <TriangleAlert size={14} aria-label={t('matrix.over')} /> : null}
      {column.capacity === null ? hours : t('matrix.load', { hours, capacity: column.capacity.toLocaleString(i18n.language) })}
    </span>
  )
}

/** In what the template counts effort; null when it counts none. */
export function useHoursUnit(): string | null {
  const { kinds, plan } = useTemplate()
  const language = useBoardLanguage()
  if (plan.hours === undefined) return null
  const field = kinds.flatMap((kind) => kind.fields).find((known) => known.id === plan.hours)
  return (field?.unit ?? field?.label)?.[language] ?? null
}
