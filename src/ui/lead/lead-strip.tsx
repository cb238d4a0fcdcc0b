import { BookOpen, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentBlock } from '../../model/agenda.ts'
import type { View } from '../../protocol/view.ts'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import { Attention } from './attention.tsx'
import { LeadButtons } from './lead-buttons.tsx'
import { LeadMenu } from './lead-menu.tsx'
import styles from './lead.module.css'
import { StepNow, Steps } from './steps.tsx'
import { TimerView } from './timer-view.tsx'

/** The strip below the header: where the room is, how long still, and what one can do about it. On a phone one line that unfolds. */
export function LeadStrip({ view }: { readonly view: View }): ReactNode {
  const { t } = useTranslation()
  const { agenda, timer, lead } = view
  const phone = useMedia(PHONE)
  const reading = currentBlock(agenda)?.way === 'read'
  const steps = agenda.blocks.length > 0 ? <Steps agenda={agenda} /> : <p className={styles['none']}>{t('lead.noSteps')}</p>
  return (
    <section className={styles['strip']} aria-label={t('lead.label')}>
      {phone ? (
        <LeadMenu view={view}>
          <StepNow agenda={agenda} />
          {lead && lead.hands.length > 0 ? (
            <span className={styles['raised']}>
              <Hand size={15} aria-hidden />
              <span aria-label={t('lead.hands', { count: lead.hands.length })}>{lead.hands.length}</span>
            </span>
          ) : null}
        </LeadMenu>
      ) : (
        steps
      )}
      {reading ? (
        <span className={styles['reading']} title={t('lead.readingHint')}>
          <BookOpen size={16} aria-hidden />
          <span>{t('lead.reading')}</span>
        </span>
      ) : null}
      <div className={styles['tools']}>
        {timer ? <TimerView timer={timer} /> : null}
        {lead ? <LeadButtons view={view} lead={lead} /> : <Attention view={view} />}
        {phone ? null : <LeadMenu view={view} />}
      </div>
    </section>
  )
}
