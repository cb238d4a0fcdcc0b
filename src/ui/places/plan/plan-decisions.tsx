import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../insight/plan.ts'
import type { Decision } from '../../../insight/plan-decisions.ts'
import type { CardId } from '../../../model/ids.ts'
import { Button } from '../../common/controls.tsx'
import { formatDay, formatMoney } from '../../../insight/values.ts'
import styles from './plan.module.css'

/** What leadership is asked to decide. */
export function PlanDecisions({
  plan,
  onDecide,
}: {
  readonly plan: Plan
  /** Enters what was decided. Without it the list is for reading. */
  readonly onDecide?: ((card: CardId, answer: string) => void) | undefined
}): ReactNode {
  const { t } = useTranslation()
  const { language } = plan
  return (
    <section aria-labelledby="plan-decisions">
      <h3 id="plan-decisions">{t('planView.decisions')}</h3>
      {plan.decisions.length === 0 ? <p>{t('planView.noDecisions')}</p> : null}
      <ol className={styles['decisions']}>
        {plan.decisions.map((decision, at) => (
          <li key={at}>
            <strong lang={language}>
              {decision.reason === 'cost' && decision.cost !== null
                ? t('planView.approve', { money: formatMoney(decision.cost, language), text: decision.text })
                : decision.text}
            </strong>
            {decision.recommendation === null ? null : (
              <p>
                {t('planView.proposal')} <span lang={language}>{decision.recommendation}</span>
              </p>
            )}
            {decision.by === null ? null : (
              <p className={styles['soft']}>{t('planView.neededBy', { date: formatDay(decision.by, language) })}</p>
            )}
            <Answers decision={decision} lang={language} onDecide={onDecide} />
          </li>
        ))}
      </ol>
      {plan.decided.length === 0 ? null : (
        <>
          <h4 className={styles['decidedHead']}>{t('planView.decided')}</h4>
          <ul className={styles['decided']} lang={language}>
            {plan.decided.map((one, at) => (
              <li key={at}>
                <span>{one.text}</span> <b>{one.decision}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Answers({
  decision: { card, text, answers },
  lang,
  onDecide,
}: {
  readonly decision: Decision
  readonly lang: string
  readonly onDecide: ((card: CardId, answer: string) => void) | undefined
}): ReactNode {
  const { t } = useTranslation()
  if (!onDecide || card === null || answers.length === 0) return null
  return (
    <div className={styles['decide']} role="group" aria-label={t('planView.decide', { text })}>
      {answers.map(({ id, label }) => (
        <Button key={id} lang={lang} onClick={() => onDecide(card, id)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
