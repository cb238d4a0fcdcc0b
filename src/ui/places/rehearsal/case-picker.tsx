import { ArrowRight, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rehearsal } from '../../../insight/chain.ts'
import type { CardId, QuestionId } from '../../../model/ids.ts'
import { LIMITS } from '../../../model/limits.ts'
import { useBoardLanguage, useCanWrite, useConnection } from '../../board/board-context.ts'
import { useStarters } from '../../board/suggestions.tsx'
import { useActions } from '../../board/use-actions.ts'
import { Button } from '../../common/controls.tsx'
import { useRefuseTooLong } from '../../hooks/use-refuse-too-long.ts'
import styles from './picker.module.css'
import { StandingSign } from './standing-sign.tsx'
import { standingOf, useChain } from './use-chain.ts'

interface CasePickerProps {
  readonly rehearsals: readonly Rehearsal[]
  readonly onChoose: (card: CardId) => void
}

/** What has been thought up already, what is offered, and a line for one's own. */
export function CasePicker({ rehearsals, onChoose }: CasePickerProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { question, of } = useChain()
  const canWrite = useCanWrite(question ?? undefined)
  return (
    <>
      <p className={styles['lead']}>{t('rehearsal.lead')}</p>
      {rehearsals.length === 0 && !canWrite ? <p className={styles['lead']}>{t('rehearsal.none')}</p> : null}
      <ul className={styles['cases']} lang={language}>
        {rehearsals.map((rehearsal) => (
          <li key={rehearsal.card}>
            <button type="button" className={styles['case']} onClick={() => onChoose(rehearsal.card)}>
              <strong dir="auto">{rehearsal.text || t('card.empty')}</strong>
              <span className={styles['dots']} aria-hidden>
                {rehearsal.stations.map((station) => (
                  <StandingSign key={station.card} standing={standingOf(station)} size={19} />
                ))}
              </span>
              <span className={styles['result']}>
                {rehearsal.total === 0 ? (
                  <span lang={undefined}>{t('rehearsal.noStation')}</span>
                ) : (
                  `${rehearsal.result.solved}, ${rehearsal.result.end}`
                )}
              </span>
              <ArrowRight size={22} aria-hidden />
            </button>
          </li>
        ))}
        {canWrite && question !== null ? <Offered question={question} onChoose={onChoose} /> : null}
      </ul>
      {canWrite && question !== null ? (
        <OwnCase question={question} label={t('board.write', { kind: of.label[language] })} onChoose={onChoose} />
      ) : null}
    </>
  )
}

/** What the template offers, as far as it is not on the board yet. */
function Offered({ question, onChoose }: { readonly question: QuestionId; readonly onChoose: (card: CardId) => void }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { board } = useConnection()
  const { form } = useChain()
  const { left, take } = useStarters(question)
  return left
    .filter((starter) => starter.kind === form.of)
    .map((starter) => (
      <li key={starter.text.de}>
        <button
          type="button"
          className={styles['offer']}
          onClick={() => {
            take([starter])
            const state = board.getState()
            const made = state.idsOfKind.get(form.of)?.findLast((id) => state.cards.get(id)?.text === starter.text[language])
            if (made !== undefined) onChoose(made)
          }}
        >
          <Plus size={20} aria-hidden />
          <span>
            <small lang={undefined}>{t('rehearsal.offered')}</small> {starter.text[language]}
          </span>
        </button>
      </li>
    ))
}

interface OwnCaseProps {
  readonly question: QuestionId
  readonly label: string
  readonly onChoose: (card: CardId) => void
}

function OwnCase({ question, label, onChoose }: OwnCaseProps): ReactNode {
  const { t } = useTranslation()
  const refuseTooLong = useRefuseTooLong()
  const language = useBoardLanguage()
  const actions = useActions()
  const { form, of } = useChain()
  const [text, setText] = useState('')
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault()
        const [made] = actions.write(question, [{ kind: form.of, text }])
        if (made !== undefined) onChoose(made)
      }}
    >
      <input
        type="text"
        aria-label={label}
        placeholder={of.placeholder?.[language] ?? label}
        dir="auto"
        maxLength={LIMITS.textChars}
        onPaste={refuseTooLong}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={text.trim() === ''}>
        {t('rehearsal.start')}
      </Button>
    </form>
  )
}
