import { X } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { MatrixRow } from '../../../insight/matrix.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoardLanguage, useKind } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { KindIcon } from '../../card/kind-icon.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { LoadWords, useHoursUnit } from './grid-sums.tsx'
import type { MatrixParts } from './matrix-grid.tsx'
import { DUTY_ICONS } from './matrix-legend.tsx'
import styles from './duty-list.module.css'
import { RowFaults } from './row-faults.tsx'
import { isLocked, rowLock } from './use-sheet-locks.ts'

/** The same as the sheet where there is no room for one: a card after the other, with lists to choose from. */
export function DutyList({ rows, columns, duties, canWrite, locks, onPress }: MatrixParts): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={styles['scroll']}>
      <ul className={styles['list']}>
        {rows.map((row) => (
          <DutyItem key={row.card} row={row} columns={columns} duties={duties} canWrite={canWrite} locks={locks} onPress={onPress} />
        ))}
      </ul>
      <details className={styles['loads']}>
        <summary>{t('matrix.sums')}</summary>
        <Loads columns={columns} duties={duties} />
      </details>
    </div>
  )
}

interface DutyItemProps extends Omit<MatrixParts, 'rows'> {
  readonly row: MatrixRow
}

const DutyItem = memo(function DutyItem({ row, columns, duties, canWrite, locks, onPress }: DutyItemProps): ReactNode {
  const { t } = useWords()
  const open = useOpen()
  const kind = useKind(row.kind)
  return (
    <li className={styles['item']} data-color={kind?.color}>
      <button type="button" className={styles['title']} dir="auto" onClick={() => open({ what: 'details', card: row.card })}>
        {kind ? <KindIcon icon={kind.icon} size={15} /> : null}
        <span>{row.text || t('card.empty')}</span>
      </button>
      <RowFaults row={row} duties={duties} />
      {duties.map((duty) => (
        <DutyPicker key={duty} row={row} columns={columns} duty={duty} canWrite={canWrite} locks={locks} onPress={onPress} />
      ))}
    </li>
  )
})

interface DutyPickerProps extends Omit<DutyItemProps, 'duties'> {
  readonly duty: Duty
}

function DutyPicker({ row, columns, duty, canWrite, locks, onPress }: DutyPickerProps): ReactNode {
  const { t } = useWords()
  const language = useBoardLanguage()
  const has = (column: CardId): boolean => [duty, 'both'].includes(row.marks.get(column) ?? '')
  const chosen = columns.filter((column) => has(column.card))
  const isFree = (column: CardId): boolean => canWrite && !isLocked(rowLock(locks, row.card)[duty], locks.columns.has(column))
  const isOpen = columns.some((column) => isFree(column.card))
  const Icon = DUTY_ICONS[duty]
  return (
    <div className={styles['duty']} data-duty={duty}>
      <span className={styles['label']}>
        <Icon size={15} aria-hidden />
        {t(`matrix.duty.${duty}`)}
      </span>
      <ul>
        {chosen.map((column) => (
          <li key={column.card} className={styles['chip']} lang={language}>
            <span dir="auto">{column.text || t('card.empty')}</span>
            {isFree(column.card) ? (
              <button
                type="button"
                aria-label={t(`matrix.take.${duty}`, { who: column.text, what: row.text })}
                onClick={() => onPress(row.card, column.card, duty)}
              >
                <X size={17} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
        {chosen.length === 0 && !isOpen ? <li className={styles['nobody']}>{t('matrix.nobody')}</li> : null}
        {isOpen ? (
          <li>
            <select
              aria-label={t(`matrix.pick.${duty}`, { what: row.text || t('card.empty') })}
              value=""
              onChange={(event) => onPress(row.card, event.target.value as CardId, duty)}
            >
              <option value="">{t(chosen.length === 0 ? 'board.choose' : duty === 'answers' ? 'matrix.other' : 'matrix.another')}</option>
              {columns
                .filter((column) => !has(column.card) && isFree(column.card))
                .map((column) => (
                  <option key={column.card} value={column.card} lang={language}>
                    {column.text || t('card.empty')}
                  </option>
                ))}
            </select>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

function Loads({ columns, duties }: Pick<MatrixParts, 'columns' | 'duties'>): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const unit = useHoursUnit()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('matrix.sums')}</span>
          </th>
          {duties.map((duty) => (
            <th key={duty} scope="col">
              {t(`matrix.duty.${duty}`)}
            </th>
          ))}
          {unit === null ? null : (
            <th scope="col" lang={language}>
              {unit}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.card}>
            <th scope="row" dir="auto" lang={language}>
              {column.text || t('card.empty')}
            </th>
            {duties.map((duty) => (
              <td key={duty}>{column[duty]}</td>
            ))}
            {unit === null ? null : (
              <td data-over={column.over}>
                <LoadWords column={column} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
