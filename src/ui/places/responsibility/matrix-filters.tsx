import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import styles from './responsibility.module.css'
import type { useMatrix } from './use-matrix.ts'

const FAULTS = ['noDoer', 'noOwner', 'contested'] as const

interface MatrixFiltersProps {
  readonly matrix: ReturnType<typeof useMatrix>
  readonly duties: readonly Duty[]
}

/** Narrows the sheet down to what is missing, to one column, or to a word. */
export function MatrixFilters({ matrix, duties }: MatrixFiltersProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { filter, setFilter, counts, all } = matrix
  const faults = filter.faults ?? []
  return (
    <search className={styles['filters']} aria-label={t('matrix.filters')}>
      {FAULTS.filter((fault) => fault === 'noDoer' || duties.length > 1).map((fault) => (
        <button
          key={fault}
          type="button"
          className={styles['fault']}
          aria-pressed={faults.includes(fault)}
          data-clear={counts[fault] === 0}
          onClick={() =>
            setFilter({ ...filter, faults: faults.includes(fault) ? faults.filter((known) => known !== fault) : [...faults, fault] })
          }
        >
          {t(`matrix.fault.${fault}`)} <b>{counts[fault]}</b>
        </button>
      ))}
      <select
        aria-label={t('matrix.area')}
        value={filter.areas?.[0] ?? ''}
        onChange={(event) => setFilter({ ...filter, areas: event.target.value === '' ? [] : [event.target.value as CardId] })}
      >
        <option value="">{t('matrix.allAreas')}</option>
        {all.columns.map((column) => (
          <option key={column.card} value={column.card} lang={language}>
            {column.text || t('card.empty')}
          </option>
        ))}
      </select>
      <label className={styles['search']}>
        <Search size={16} aria-hidden />
        <input
          type="text"
          aria-label={t('matrix.find')}
          placeholder={t('matrix.find')}
          value={filter.text ?? ''}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter({ ...filter, text: '' })
          }}
        />
      </label>
      <span role="status" className={styles['count']}>
        {t('matrix.rows', { count: matrix.shown.rows.length, total: all.rows.length })}
      </span>
    </search>
  )
}
