import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId, type QuestionId } from '../../model/ids.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import { announce } from '../common/announce.tsx'
import { Button } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { ChooseQuestions } from './choose-questions.tsx'
import styles from './rounds.module.css'
import { useAsk } from './use-ask.ts'

/** Opens writing in silence for several questions. */
export function SilenceDialog({ question, onClose }: { readonly question: QuestionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const shows = useQuestion(question)?.of !== undefined
  const [chosen, setChosen] = useState<readonly QuestionId[]>(shows ? [] : [question])
  const start = async (): Promise<void> => {
    if (!(await ask({ type: 'open-silence', round: newCommandId(), questions: [...chosen], kinds: [] }))) return
    announce(t('rounds.begun'))
    onClose()
  }
  return (
    <Dialog title={t('rounds.silence')} onClose={onClose}>
      <p>{t('rounds.silenceText')}</p>
      <ChooseQuestions chosen={chosen} onChosen={setChosen} />
      <p className={styles['foot']}>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={chosen.length === 0} onClick={() => void start()}>
          {t('rounds.start')}
        </Button>
      </p>
    </Dialog>
  )
}
