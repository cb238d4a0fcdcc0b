import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agenda } from '../../model/agenda.ts'
import { agendaTimes, type BlockTime } from '../../model/agenda-times.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import styles from './lead.module.css'

interface Step {
  readonly id: string
  readonly title: string
  readonly state: BlockTime['state']
}

/** The steps as they stand. How long they take is no matter here. */
export function stepsOf(agenda: Agenda): readonly Step[] {
  return agendaTimes(agenda, 0).map(({ id, state }, at) => ({ id, state, title: agenda.blocks[at]?.title ?? '' }))
}

/** The way through the workshop: what is done, where the room is, what comes. */
export function Steps({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const steps = stepsOf(agenda)
  const size = steps.length <= 7 ? 'few' : steps.length <= 14 ? 'some' : 'many'
  const at = steps.findIndex((step) => step.state === 'now')
  const around = at < 0 ? steps.findLastIndex((step) => step.state === 'done') : at
  return (
    <ol className={styles['steps']} aria-label={t('lead.steps')} data-size={size}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          data-state={step.state}
          data-here={index === Math.max(0, around)}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles['number']} aria-hidden>
            {step.state === 'done' ? <Check size={14} /> : index + 1}
          </span>
          <span className={styles['of']}>{t('lead.stepOf', { at: index + 1, count: steps.length })}</span>
          <span className={styles['title']}>
            <span lang={language} title={step.title}>
              {step.title}
            </span>
            <span className="visually-hidden">, {t(`lead.state.${step.state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The one step that the room is at, or was at last. */
export function StepNow({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const steps = stepsOf(agenda)
  const now = steps.findIndex((step) => step.state === 'now')
  const at = Math.max(0, now < 0 ? steps.findLastIndex((step) => step.state === 'done') : now)
  const step = steps[at]
  if (!step) return <span className={styles['title']}>{t('agenda.title')}</span>
  return (
    <>
      <span className={styles['at']}>{t('lead.stepOf', { at: at + 1, count: steps.length })}</span>{' '}
      <span className={styles['title']} lang={language}>
        {step.title}
      </span>
    </>
  )
}
