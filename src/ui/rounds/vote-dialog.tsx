import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId, type KindId, type QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { useTemplate } from '../board/board-context.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import { announce } from '../common/announce.tsx'
import { Button, TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { ChooseKinds } from './choose-kinds.tsx'
import { ChooseQuestions } from './choose-questions.tsx'
import styles from './rounds.module.css'
import { useAsk } from './use-ask.ts'
import votes from './votes.module.css'

const DOTS = { budget: '5', cap: '2' }

/** Opens a vote: about which cards, with how many votes for each person. */
export function VoteDialog({ question, onClose }: { readonly question: QuestionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const template = useTemplate()
  const shows = useQuestion(question)?.of !== undefined
  const [chosen, setChosen] = useState<readonly QuestionId[]>(shows ? [] : [question])
  const [without, setWithout] = useState<readonly KindId[]>([])
  const [budget, setBudget] = useState(DOTS.budget)
  const [cap, setCap] = useState(DOTS.cap)
  const offered = template.kinds.filter((kind) => chosen.some((id) => kindsOf(id)?.includes(kind.id) ?? true))
  const kinds = offered.filter((kind) => !without.includes(kind.id)).map((kind) => kind.id)
  const [each, most] = [Number(budget), Number(cap)]
  const isWhole = Number.isInteger(each) && Number.isInteger(most) && most >= 1 && each >= most && each <= LIMITS.budget

  function kindsOf(id: QuestionId): readonly KindId[] | undefined {
    const known = template.questions.find((other) => other.id === id)
    return known && template.stack !== undefined ? [...known.kinds, template.stack] : known?.kinds
  }
  const start = async (): Promise<void> => {
    const scope = { questions: [...chosen], kinds: kinds.length === offered.length ? [] : kinds }
    if (!(await ask({ type: 'open-votes', round: newCommandId(), ...scope, budget: each, cap: most }))) return
    announce(t('votes.begun'))
    onClose()
  }
  return (
    <Dialog title={t('votes.title')} onClose={onClose}>
      <p>{t('votes.text')}</p>
      <div className={votes['numbers']}>
        <VotesField label={t('votes.budget')} value={budget} onValue={setBudget} />
        <VotesField label={t('votes.cap')} value={cap} onValue={setCap} />
      </div>
      <ChooseQuestions chosen={chosen} onChosen={setChosen} />
      <ChooseKinds offered={offered} without={without} onWithout={setWithout} />
      <p className={styles['foot']}>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={chosen.length === 0 || kinds.length === 0 || !isWhole} onClick={() => void start()}>
          {t('votes.start')}
        </Button>
      </p>
    </Dialog>
  )
}

interface VotesFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}

function VotesField({ label, value, onValue }: VotesFieldProps): ReactNode {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={LIMITS.budget}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  )
}
