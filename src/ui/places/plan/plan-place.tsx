import { FileDown, ListChecks, Printer } from 'lucide-react'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { derivePlan } from '../../../insight/plan.ts'
import { formatDay } from '../../../insight/values.ts'
import { useOpen } from '../../board/screen-context.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'
import { Button } from '../../common/controls.tsx'
import { showGaps, useGapStore } from '../../gaps/gap-store.ts'
import { useArrival } from '../use-place.ts'
import { PlanAnswers } from './plan-answers.tsx'
import { PlanDecisions } from './plan-decisions.tsx'
import styles from './plan.module.css'
import { PlanRows } from './plan-rows.tsx'

/** The plan as it stands at this moment, while people work on it; what the PDF prints, as a page. */
export function PlanPlace(): ReactNode {
  const { t } = useTranslation()
  const arrival = useArrival()
  const open = useOpen()
  const gaps = useGapStore()
  // Somebody's typing must not wait for the plan.
  const board = useDeferredValue(usePlainBoard())
  const [date] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const plan = useMemo(() => derivePlan(board, { date }), [board, date])
  const missing = plan.openPoints.reduce((sum, { points }) => sum + points.length, 0)
  return (
    <main className={styles['place']} aria-labelledby="place-title" data-plan>
      <div className={styles['tools']}>
        <Button onClick={() => showGaps(gaps)}>
          <ListChecks size={18} aria-hidden />
          {missing === 0 ? t('planView.nothingOpen') : t('planView.open', { count: missing })}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer size={18} aria-hidden />
          {t('planView.print')}
        </Button>
        <Button look="primary" onClick={() => open({ what: 'plan' })}>
          <FileDown size={18} aria-hidden />
          {t('planView.files')}
        </Button>
      </div>
      <article className={styles['sheet']}>
        <header>
          <p className={styles['over']}>
            <span lang={plan.language}>{plan.organisation}</span>
            <span className={styles['status']} data-status={plan.status}>
              {t(`planView.${plan.status}`)}
            </span>
          </p>
          <h2 id="place-title" ref={arrival} tabIndex={-1} lang={plan.language}>
            {plan.title}
          </h2>
          <p className={styles['under']}>
            <span lang={plan.language}>{plan.workshop}</span> · {t('planView.asOf', { date: formatDay(plan.date, plan.language) })}
          </p>
        </header>
        {plan.goal === '' ? null : (
          <section aria-labelledby="plan-goal">
            <h3 id="plan-goal">{t('planView.goal')}</h3>
            <p className={styles['goal']} lang={plan.language}>
              {plan.goal}
            </p>
          </section>
        )}
        <ul className={styles['figures']} aria-label={t('planView.figures')}>
          {plan.figures.map((figure) => (
            <li key={figure.id}>
              <b>{figure.of === null ? figure.value : t('planView.valueOf', { value: figure.value, of: figure.of })}</b>
              <span>{t(`planView.figure.${figure.id}`)}</span>
            </li>
          ))}
        </ul>
        <PlanDecisions plan={plan} />
        <PlanRows plan={plan} rows={plan.rows.filter((row) => row.measure)} title={t('planView.measures')} id="plan-measures" />
        <PlanRows plan={plan} rows={plan.rows.filter((row) => !row.measure)} title={t('planView.tasks')} id="plan-tasks" />
        <PlanAnswers plan={plan} />
      </article>
    </main>
  )
}
