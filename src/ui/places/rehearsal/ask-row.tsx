import { Check, CircleHelp, X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Missing } from '../../../insight/chain.ts'
import type { Said } from '../../../insight/read-chains.ts'
import type { Card } from '../../../model/card.ts'
import type { CardId, FieldId } from '../../../model/ids.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import { useActions } from '../../board/use-actions.ts'
import { announce } from '../../common/announce.tsx'
import { GapOffer } from './gap-offer.tsx'
import styles from './asks.module.css'
import { useChain } from './use-chain.ts'

const SIGNS = { good: Check, open: CircleHelp, bad: X } as const

interface AskRowProps {
  readonly card: Card
  readonly field: FieldId
  readonly said: Said
  readonly missing: Missing | undefined
  readonly made: readonly CardId[]
  readonly canWrite: boolean
}

/** A question to the one who stands there, the answers as large buttons, and what follows from a no. */
export function AskRow({ card, field, said, missing, made, canWrite }: AskRowProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const actions = useActions()
  const { station } = useChain()
  const label = useId()
  const declared = station.fields.find((known) => known.id === field)
  if (!declared?.options) return null
  const value = card.fields[field]
  return (
    <div className={styles['ask']} role="group" aria-labelledby={label} data-ask={said}>
      <p id={label} className={styles['question']} lang={language}>
        {declared.label[language]}
      </p>
      <div className={styles['answers']}>
        {declared.options.map((option, index) => {
          const Sign = option.tone ? SIGNS[option.tone] : null
          const letter = option.tone ? t(`rehearsal.key.${option.tone}`) : null
          const isChosen = value === option.id
          return (
            <button
              key={option.id}
              type="button"
              lang={language}
              data-tone={option.tone}
              data-keys={`${index + 1} ${letter ?? ''}`}
              aria-pressed={isChosen}
              aria-keyshortcuts={letter === null ? String(index + 1) : `${letter} ${index + 1}`}
              disabled={!canWrite}
              onClick={() => {
                actions.field(card.id, field, isChosen ? null : option.id)
                announce(`${declared.label[language]} ${isChosen ? t('rehearsal.unanswered') : option.label[language]}`)
              }}
            >
              {Sign ? <Sign size={22} strokeWidth={2.4} aria-hidden /> : null}
              {option.label[language]}
              {letter === null || !canWrite ? null : <kbd aria-hidden>{letter}</kbd>}
            </button>
          )
        })}
      </div>
      {missing ? <GapOffer missing={missing} made={made} canWrite={canWrite} /> : null}
    </div>
  )
}
