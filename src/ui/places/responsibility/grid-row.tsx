import { memo, type ReactNode } from 'react'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { MatrixMark, MatrixRow } from '../../../insight/matrix.ts'
import type { CardId } from '../../../model/ids.ts'
import { useKind } from '../../board/board-context.ts'
import { KindIcon } from '../../card/kind-icon.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { DUTY_ICONS } from './matrix-legend.tsx'
import styles from './responsibility.module.css'
import { RowFaults } from './row-faults.tsx'
import { HEAD } from './use-grid-keys.ts'
import { isLocked, type RowLock } from './use-sheet-locks.ts'

interface GridRowProps {
  readonly row: MatrixRow
  /** The row's words, with the places where a line may break. */
  readonly text: string
  readonly columns: readonly CardId[]
  readonly duties: readonly Duty[]
  /** The column of the one cell that takes part in the order of Tab, when it is in this row. */
  readonly active: string | null
  readonly locks: Readonly<Record<Duty, RowLock>>
  /** Separated by spaces: what stays the same renders nothing. */
  readonly lockedColumns: string
}

/** One card and everybody's part in it. */
export const GridRow = memo(function GridRow({ row, text, columns, duties, active, locks, lockedColumns }: GridRowProps): ReactNode {
  const { t } = useWords()
  const kind = useKind(row.kind)
  const shut = new Set(lockedColumns.split(' '))
  return (
    <div role="row" className={styles['row']}>
      <div
        role="rowheader"
        className={styles['rowHead']}
        data-color={kind?.color}
        data-row={row.card}
        data-column={HEAD}
        tabIndex={active === HEAD ? 0 : -1}
      >
        <span className={styles['rowText']} dir="auto">
          {kind ? <KindIcon icon={kind.icon} /> : null}
          {text || t('card.empty')}
        </span>
        <RowFaults row={row} duties={duties} />
      </div>
      {columns.map((column) => (
        <GridCell
          key={column}
          row={row.card}
          column={column}
          mark={row.marks.get(column)}
          contested={row.contested}
          duties={duties}
          isActive={active === column}
          locked={duties.filter((duty) => isLocked(locks[duty], shut.has(column)))}
        />
      ))}
    </div>
  )
})

interface GridCellProps {
  readonly row: CardId
  readonly column: CardId
  readonly mark: MatrixMark | undefined
  readonly contested: boolean
  readonly duties: readonly Duty[]
  readonly isActive: boolean
  readonly locked: readonly Duty[]
}

function GridCell({ row, column, mark, contested, duties, isActive, locked }: GridCellProps): ReactNode {
  return (
    <div
      role="gridcell"
      className={styles['cell']}
      data-row={row}
      data-column={column}
      tabIndex={isActive ? 0 : -1}
      aria-disabled={locked.length === duties.length || undefined}
      aria-describedby={locked.length > 0 ? 'matrix-locked' : undefined}
    >
      {duties.map((duty) => {
        const isSet = mark === duty || mark === 'both'
        return (
          <span
            key={duty}
            className={styles['slot']}
            data-duty={duty}
            data-contested={isSet && contested && duty === 'answers'}
            data-locked={locked.includes(duty) || undefined}
          >
            {isSet ? <DutyMark duty={duty} /> : null}
          </span>
        )
      })}
    </div>
  )
}

function DutyMark({ duty }: { readonly duty: Duty }): ReactNode {
  const { t } = useWords()
  const Icon = DUTY_ICONS[duty]
  return (
    <span className={styles['mark']} data-duty={duty}>
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{t(`matrix.duty.${duty}`)}</span>
    </span>
  )
}
