import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../insight/plan.ts'
import { formatDay } from '../../../insight/values.ts'
import type { CardId } from '../../../model/ids.ts'
import { FollowCounts } from '../../passes/follow-counts.tsx'
import { PlanAnswers } from './plan-answers.tsx'
import { PlanDecisions } from './plan-decisions.tsx'
import styles from './plan.module.css'
import { PlanRows } from './plan-rows.tsx'

/** The plan as a sheet of paper. Without `onCard` it is for reading only. */
export function PlanSheet({
  plan,
  heading,
  onCard,
  onDecide,
}: {
  readonly plan: Plan
  readonly heading?: Ref<HTMLHeadingElement>
  readonly onCard?: (card: CardId) => void
  readonly onDecide?: ((card: CardId, answer: string) => void) | undefined
}): ReactNode {
  const { t } = useTranslation()
  return (
    <article className={styles['sheet']}>
      <header>
        <p className={styles['over']}>
          <span lang={plan.language}>{plan.organisation}</span>
          <span className={styles['status']} data-status={plan.status}>
            {t(`planView.${plan.status}`)}
          </span>
        </p>
        <h2 id="place-title" ref={heading} tabIndex={-1} lang={plan.language}>
          {plan.title}
        </h2>
        <p className={styles['under']}>
          <span lang={plan.language}>{plan.workshop}</span> · {t('planView.asOf', { date: formatDay(plan.date, plan.language) })}
        </p>
        {plan.follows === null ? null : (
          <p className={styles['under']}>
            {t('follow.from', { title: plan.follows.title, date: formatDay(plan.follows.day, plan.language) })}{' '}
            <FollowCounts follows={plan.follows} />
          </p>
        )}
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
      <PlanDecisions plan={plan} onDecide={onDecide} />
      <PlanRows
        plan={plan}
        rows={plan.rows.filter((row) => row.measure)}
        title={t('planView.measures')}
        id="plan-measures"
        onCard={onCard}
      />
      <PlanRows plan={plan} rows={plan.rows.filter((row) => !row.measure)} title={t('planView.tasks')} id="plan-tasks" onCard={onCard} />
      <PlanAnswers plan={plan} />
    </article>
  )
}
