import { Lock } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { dutiesOf, type Duty } from '../../../insight/matrix-press.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoardLanguage, useCanWrite, useTemplate } from '../../board/board-context.ts'
import { PHONE, useMedia } from '../../hooks/use-media.ts'
import { useArrival, usePlaceHref } from '../use-place.ts'
import { DutyList } from './duty-list.tsx'
import { MatrixFilters } from './matrix-filters.tsx'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import styles from './responsibility.module.css'
import { useMatrix } from './use-matrix.ts'
import { useSheetLocks } from './use-sheet-locks.ts'
import { usePress } from './use-press.ts'

/** Who does what, and who answers for what: the whole board on one sheet. */
export function ResponsibilityPlace(): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const canWrite = useCanWrite()
  const phone = useMedia(PHONE)
  const arrival = useArrival()
  const matrix = useMatrix()
  const press = usePress()
  const duties = useMemo(() => dutiesOf(template), [template])
  const pressAndKeep = (row: CardId, column: CardId, duty: Duty): void => {
    matrix.keep(row)
    press(row, column, duty)
  }
  const { shown } = matrix
  const locks = useSheetLocks(matrix.all)
  const isEmpty = matrix.all.rows.length === 0 || matrix.all.columns.length === 0
  const parts = { rows: shown.rows, columns: phone ? matrix.all.columns : shown.columns, duties, canWrite, locks, onPress: pressAndKeep }
  return (
    <main className={styles['place']} aria-labelledby="place-title">
      <div className={styles['head']}>
        <h2 id="place-title" ref={arrival} tabIndex={-1}>
          {t('matrix.title')}
        </h2>
        {isEmpty ? null : <MatrixLegend duties={duties} canWrite={canWrite} />}
        {isEmpty ? null : <MatrixFilters matrix={matrix} duties={duties} />}
        {isEmpty || locks.reason === null ? null : (
          <p id="matrix-locked" className={styles['locked']}>
            <Lock size={15} aria-hidden />
            {locks.reason}
          </p>
        )}
      </div>
      {isEmpty ? <NothingYet /> : null}
      {!isEmpty && shown.rows.length === 0 ? <p className={styles['empty']}>{t('matrix.noHit')}</p> : null}
      {isEmpty || shown.rows.length === 0 ? null : phone ? <DutyList {...parts} /> : <MatrixGrid {...parts} />}
    </main>
  )
}

/** Says which cards are needed first, and leads to them. */
function NothingYet(): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { kinds, plan, relations } = useTemplate()
  const hrefOf = usePlaceHref()
  const doers = relations.filter((relation) => plan.doers.includes(relation.id)).flatMap((relation) => relation.from)
  const needed = new Set([...plan.tasks, ...plan.measures, ...doers])
  const list = new Intl.ListFormat(language).format(kinds.filter((kind) => needed.has(kind.id)).map((kind) => kind.label[language]))
  return (
    <div className={styles['empty']}>
      <p>{t('matrix.empty', { kinds: list })}</p>
      <Link href={hrefOf(null)}>{t('place.toBoard')}</Link>
    </div>
  )
}
