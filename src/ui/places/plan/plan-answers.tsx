import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../../../insight/plan.ts'
import styles from './plan.module.css'

/** Who answers for what, the answers to the questions, what is open and what waits. */
export function PlanAnswers({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation()
  const { language } = plan
  return (
    <>
      {plan.responsibilities.length === 0 ? null : (
        <section aria-labelledby="plan-responsibilities">
          <h3 id="plan-responsibilities">{t('planView.responsibilities')}</h3>
          <dl className={styles['duties']}>
            {plan.responsibilities.map((one, at) => (
              <div key={at}>
                <dt lang={language}>{one.text}</dt>
                <dd>
                  {one.holders.length === 0 ? (
                    <em className={styles['missing']}>{t('planView.nobody')}</em>
                  ) : (
                    <span lang={language}>{one.holders.join(', ')}</span>
                  )}
                  {one.contested ? <em className={styles['missing']}>{t('planView.contested')}</em> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-labelledby="plan-answers">
        <h3 id="plan-answers">{t('planView.answers')}</h3>
        {plan.answers.map((answer) => (
          <div key={answer.id} className={styles['answer']}>
            <h4 lang={language}>
              <span>{answer.mark}</span> {answer.title}
            </h4>
            {answer.answer === null ? null : (
              <p className={styles['agreed']} lang={language}>
                {answer.answer}
              </p>
            )}
            {answer.wantsAnswer && answer.answer === null ? <p className={styles['missing']}>{t('planView.unanswered')}</p> : null}
            {answer.cards.length === 0 ? null : (
              <ul lang={language}>
                {answer.cards.map((card, at) => (
                  <li key={at}>{card}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </section>
      {plan.openPoints.length === 0 ? null : (
        <section aria-labelledby="plan-open">
          <h3 id="plan-open">{t('planView.openPoints')}</h3>
          <ul className={styles['points']} lang={language}>
            {plan.openPoints.flatMap(({ level, points }) =>
              points.map((point, at) => (
                <li key={`${level}${at}`} data-level={level}>
                  {point.text}
                </li>
              )),
            )}
          </ul>
        </section>
      )}
      {plan.parking.length === 0 ? null : (
        <section aria-labelledby="plan-parking">
          <h3 id="plan-parking">{t('planView.parking')}</h3>
          <ul lang={language}>
            {plan.parking.map((text, at) => (
              <li key={at}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
