import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsedStation } from '../../../insight/chain.ts'
import type { Missing } from '../../../insight/chain.ts'
import type { Card } from '../../../model/card.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import { WrittenField } from '../../card/written-field.tsx'
import styles from './asks.module.css'
import { GapOffer } from './gap-offer.tsx'
import { useChain } from './use-chain.ts'

interface HandoverProps {
  readonly card: Card
  readonly station: RehearsedStation
  readonly next: RehearsedStation
  readonly missing: Missing | undefined
  readonly canWrite: boolean
}

/** What is asked between two stations. */
export function Handover({ card, station, next, missing, canWrite }: HandoverProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { form, station: kind } = useChain()
  const field = kind.fields.find((known) => known.id === form.handover.field)
  if (!field) return null
  return (
    <div className={styles['handover']} data-handover={station.handover}>
      <p className={styles['between']} lang={language}>
        <span dir="auto">{station.name || t('card.empty')}</span>
        <ArrowRight size={20} aria-label={t('rehearsal.to')} />
        <span dir="auto">{next.name || t('card.empty')}</span>
      </p>
      <div className={styles['written']} lang={language}>
        <WrittenField key={card.id} card={card} field={field} canWrite={canWrite} />
      </div>
      {missing ? <GapOffer missing={missing} made={station.made} canWrite={canWrite} /> : null}
    </div>
  )
}
