import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId, type KindId, type QuestionId } from '../../model/ids.ts'
import { useTemplate } from '../board/board-context.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import { announce } from '../common/announce.tsx'
import { Button } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { ChooseKinds } from './choose-kinds.tsx'
import { ChooseQuestions } from './choose-questions.tsx'
import styles from './rounds.module.css'
import { useAsk } from './use-ask.ts'

/** Opens writing in silence, for several questions or for some kinds only. */
export function SilenceDialog({ question, onClose }: { readonly question: QuestionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const shows = useQuestion(question)?.of !== undefined
  const [chosen, setChosen] = useState<readonly QuestionId[]>(shows ? [] : [question])
  const [without, setWithout] = useState<readonly KindId[]>([])
  const { kinds: all, questions } = useTemplate()
  const offered = all.filter((kind) => chosen.some((id) => questions.find((known) => known.id === id)?.kinds.includes(kind.id) ?? true))
  const kinds = offered.filter((kind) => !without.includes(kind.id)).map((kind) => kind.id)
  const start = async (): Promise<void> => {
    const scope = { questions: [...chosen], kinds: kinds.length === offered.length ? [] : kinds }
    if (!(await ask({ type: 'open-silence', round: newCommandId(), ...scope }))) return
    announce(t('rounds.begun'))
    onClose()
  }
  return (
    <Dialog title={t('rounds.silence')} onClose={onClose}>
      <p>{t('rounds.silenceText')}</p>
      <ChooseQuestions chosen={chosen} onChosen={setChosen} />
      <ChooseKinds offered={offered} without={without} onWithout={setWithout} />
      <p className={styles['foot']}>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={chosen.length === 0 || kinds.length === 0} onClick={() => void start()}>
          {t('rounds.start')}
        </Button>
      </p>
    </Dialog>
  )
}
