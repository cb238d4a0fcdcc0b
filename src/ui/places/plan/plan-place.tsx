import { CalendarCheck, FileDown, ListChecks, Printer } from 'lucide-react'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { derivePlan } from '../../../insight/plan.ts'
import type { CardId } from '../../../model/ids.ts'
import { useCanWrite, useConnection, useIsFacilitator } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { useActions } from '../../board/use-actions.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'
import { Button } from '../../common/controls.tsx'
import { toast } from '../../common/toasts.tsx'
import { showGaps, useGapStore } from '../../gaps/gap-store.ts'
import { useArrival } from '../use-place.ts'
import styles from './plan.module.css'
import { PlanSheet } from './plan-sheet.tsx'

/** The plan as it stands at this moment, while people work on it; what the PDF prints, as a page. */
export function PlanPlace(): ReactNode {
  const { t } = useTranslation()
  const arrival = useArrival()
  const open = useOpen()
  const isLead = useIsFacilitator()
  const canWrite = useCanWrite()
  const actions = useActions()
  const connection = useConnection()
  const gaps = useGapStore()
  // Somebody's typing must not wait for the plan.
  const board = useDeferredValue(usePlainBoard())
  const [date] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const plan = useMemo(() => derivePlan(board, { date }), [board, date])
  const missing = plan.openPoints.reduce((sum, { points }) => sum + points.length, 0)
  const { decided } = board.template.plan
  const decide = (card: CardId, answer: string): void => {
    if (!decided) return
    connection.undo.step(() => actions.field(card, decided, answer))
    toast(t('planView.entered'), { label: t('common.undo'), run: actions.undo })
  }
  return (
    <main className={styles['place']} aria-labelledby="place-title" data-plan>
      <div className={styles['tools']}>
        <Button onClick={() => showGaps(gaps)}>
          <ListChecks size={18} aria-hidden />
          {missing === 0 ? t('planView.nothingOpen') : t('planView.open', { count: missing })}
        </Button>
        {isLead ? (
          <Button onClick={() => open({ what: 'passes' })}>
            <CalendarCheck size={18} aria-hidden />
            {t('passes.open')}
          </Button>
        ) : null}
        <Button onClick={() => window.print()}>
          <Printer size={18} aria-hidden />
          {t('planView.print')}
        </Button>
        <Button look="primary" onClick={() => open({ what: 'plan' })}>
          <FileDown size={18} aria-hidden />
          {t('planView.files')}
        </Button>
      </div>
      <PlanSheet
        plan={plan}
        heading={arrival}
        onCard={(card) => open({ what: 'details', card })}
        onDecide={canWrite ? decide : undefined}
      />
    </main>
  )
}
