import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { MatrixRow } from '../../../insight/matrix.ts'
import { useWords } from '../../hooks/use-words.ts'
import styles from './responsibility.module.css'

/** What a row lacks, in words. */
export function RowFaults({ row, duties }: { readonly row: MatrixRow; readonly duties: readonly Duty[] }): ReactNode {
  const { t } = useWords()
  const owners = duties.includes('answers')
  const owned = [...row.marks.values()].filter((mark) => mark !== 'does').length
  if (!row.noDoer && !(owners && (row.noOwner || row.contested))) return null
  return (
    <span className={styles['faults']}>
      {row.noDoer ? <span>{t('matrix.noDoer')}</span> : null}
      {owners && row.noOwner ? <span>{t('matrix.noOwner')}</span> : null}
      {owners && row.contested ? (
        <span data-contested>
          <TriangleAlert size={13} aria-hidden />
          {t('matrix.contested', { count: owned })}
        </span>
      ) : null}
    </span>
  )
}
