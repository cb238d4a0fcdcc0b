import { useMemo, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { MatrixColumn, MatrixRow } from '../../../insight/matrix.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { toast } from '../../common/toasts.tsx'
import { useSoftHyphens } from '../../hooks/use-soft-hyphens.ts'
import { GridRow } from './grid-row.tsx'
import { GridSums } from './grid-sums.tsx'
import styles from './responsibility.module.css'
import { cellAround, HEAD, useGridKeys } from './use-grid-keys.ts'
import { isLocked, rowLock, type SheetLocks } from './use-sheet-locks.ts'

/** Letters of a heading that fit beside each other in the narrowest column. */
const FITS_CHARS = 11
const FITS_CHARS_OF_ROW = 20

export interface MatrixParts {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly duties: readonly Duty[]
  readonly canWrite: boolean
  readonly locks: SheetLocks
  readonly onPress: (row: CardId, column: CardId, duty: Duty) => void
}

/** The sheet: a click or a key gives a duty to somebody and takes it away. */
export function MatrixGrid({ rows, columns, duties, canWrite, locks, onPress }: MatrixParts): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const open = useOpen()
  const grid = useRef<HTMLDivElement>(null)
  // Sums change with every press: a row knows the columns by their ids alone, and stays.
  const joined = columns.map((column) => column.card).join(' ')
  const ids = useMemo(() => (joined === '' ? [] : (joined.split(' ') as CardId[])), [joined])
  const lockedColumns = [...locks.columns].join(' ')
  const isLong =
    columns.some((column) => longestWord(column.text) > FITS_CHARS) || rows.some((row) => longestWord(row.text) > FITS_CHARS_OF_ROW)
  const soften = useSoftHyphens(language, isLong)
  const keys = useGridKeys(
    grid,
    rows.map((row) => row.card),
    ids,
  )

  const press = (row: string, column: string, duty: Duty): void => {
    if (row === HEAD && column === HEAD) return
    if (row === HEAD) return open({ what: 'details', card: column as CardId })
    if (column === HEAD) return open({ what: 'details', card: row as CardId })
    if (!duties.includes(duty)) return
    if (locks.reason !== null && (!canWrite || isLocked(rowLock(locks, row as CardId)[duty], locks.columns.has(column))))
      toast(locks.reason)
    else if (canWrite) onPress(row as CardId, column as CardId, duty)
  }
  const onClick = (event: MouseEvent): void => {
    const cell = cellAround(event.target)
    if (!cell) return
    const duty = (event.target as Element).closest('[data-duty]')?.getAttribute('data-duty')
    press(cell.row, cell.column, duty === 'answers' ? 'answers' : 'does')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (keys.step(event)) return
    const cell = cellAround(event.target)
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toUpperCase()
    const isHead = cell.row === HEAD || cell.column === HEAD
    if (event.key === 'Enter' && !isHead) open({ what: 'details', card: cell.row as CardId })
    else if (event.key === 'Enter' || event.key === ' ' || key === t('matrix.key.does')) press(cell.row, cell.column, 'does')
    else if (key === t('matrix.key.answers') && !isHead) press(cell.row, cell.column, 'answers')
    else return
    event.preventDefault()
  }
  return (
    <div className={styles['scroll']} data-scroll>
      <div
        ref={grid}
        tabIndex={-1}
        role="grid"
        aria-label={t('matrix.title')}
        lang={language}
        aria-readonly={!canWrite}
        aria-describedby="matrix-help"
        className={styles['grid']}
        style={{ '--columns': columns.length } as CSSProperties}
        data-duties={duties.length}
        data-writable={canWrite}
        data-shut={!canWrite && locks.reason !== null}
        onFocus={keys.onFocus}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="row" className={styles['headRow']}>
          <span role="columnheader" className={styles['corner']}>
            <span id="matrix-help" className="visually-hidden">
              {canWrite ? t('matrix.help') : t('matrix.helpRead')}
            </span>
          </span>
          {columns.map((column) => (
            <div
              key={column.card}
              role="columnheader"
              data-row={HEAD}
              data-column={column.card}
              tabIndex={keys.active.row === HEAD && keys.active.column === column.card ? 0 : -1}
              dir="auto"
              title={column.text}
              aria-label={column.text || t('card.empty')}
            >
              {soften(column.text, FITS_CHARS) || t('card.empty')}
            </div>
          ))}
        </div>
        {rows.map((row) => (
          <GridRow
            key={row.card}
            row={row}
            text={soften(row.text, FITS_CHARS_OF_ROW)}
            columns={ids}
            duties={duties}
            active={keys.active.row === row.card ? keys.active.column : null}
            locks={rowLock(locks, row.card)}
            lockedColumns={lockedColumns}
          />
        ))}
        <GridSums columns={columns} duties={duties} />
      </div>
    </div>
  )
}

function longestWord(text: string): number {
  return Math.max(...text.split(/[^\p{L}]+/u).map((word) => word.length))
}
