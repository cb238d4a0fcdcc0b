import { ChevronLeft } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board, BoardQuestion } from '../../model/board.ts'
import { byOrder } from '../../model/order.ts'
import { api } from '../../sync/api.ts'
import type { SnapshotLine } from '../../protocol/api.ts'
import { useBoardLanguage, useOpenBoard } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { Button, Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './history.module.css'
import { useSnapshotName } from './history-names.ts'

interface HistoryLookProps {
  readonly snapshot: SnapshotLine
  readonly onBack: () => void
  readonly onClose: () => void
}

/** The board as it was, to read; brought back only after one more question. */
export function HistoryLook({ snapshot, onBack, onClose }: HistoryLookProps): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const name = useSnapshotName()(snapshot)
  const [board, setBoard] = useState<Board | null>(null)
  const [step, setStep] = useState<'look' | 'asked' | 'restoring'>('look')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    void api.snapshot(entry.board, snapshot.id).then((answer) => {
      if (left) return
      if (answer.ok) setBoard(answer.value)
      else setProblem(t('history.unread'))
    })
    return () => {
      left = true
    }
  }, [entry.board, snapshot.id, t])

  const restore = async (): Promise<void> => {
    setStep('restoring')
    const answer = await api.restore(entry.board, snapshot.id)
    if (!answer.ok) {
      setStep('asked')
      setProblem(t('history.unrestored'))
      return
    }
    toast(t('history.restored'), { label: t('common.undo'), run: () => void undo(answer.value.undo) })
    onClose()
  }
  const undo = async (before: number): Promise<void> => {
    const answer = await api.restore(entry.board, before)
    toast(t(answer.ok ? 'history.undone' : 'history.unrestored'))
  }
  return (
    <Dialog title={name.title} shape="wide" onClose={onClose}>
      <p className={styles['where']}>
        <Button look="quiet" onClick={onBack}>
          <ChevronLeft size={17} aria-hidden />
          {t('history.back')}
        </Button>
        <span>{name.when}</span>
      </p>
      {problem ? <Problem>{problem}</Problem> : null}
      {board ? board.questions.map((question) => <QuestionThen key={question.id} board={board} question={question} />) : null}
      {board === null && problem === null ? <p>{t('common.loading')}</p> : null}
      {board && step === 'look' ? (
        <p className={styles['foot']}>
          <Button look="primary" onClick={() => setStep('asked')}>
            {t('history.restore')}
          </Button>
        </p>
      ) : null}
      {step === 'look' ? null : (
        <div className={styles['ask']} role="group" aria-label={t('history.restore')}>
          <p>{t('history.ask')}</p>
          <p className={styles['foot']}>
            <Button look="quiet" onClick={() => setStep('look')}>
              {t('common.cancel')}
            </Button>
            <Button look="primary" autoFocus disabled={step === 'restoring'} onClick={() => void restore()}>
              {t('history.restoreNow')}
            </Button>
          </p>
        </div>
      )}
    </Dialog>
  )
}

function QuestionThen({ board, question }: { readonly board: Board; readonly question: BoardQuestion }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const cards = cardsUnder(board, question.id)
  const answer = board.answers[question.id] ?? ''
  return (
    <section className={styles['then']} lang={language}>
      <h3>
        <b>{markOf(question.id, board.questions, board.template)}</b> {question.title}
      </h3>
      {cards.length === 0 ? <p className={styles['none']}>{t('history.noCards')}</p> : null}
      <ul>
        {cards.map(({ id, text, depth }) => (
          <li key={id} data-inside={depth > 0 || undefined} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {answer ? (
        <p className={styles['answer']} dir="auto">
          {answer}
        </p>
      ) : null}
    </section>
  )
}

/** The cards of a place with those that lie in them, in their order. */
function cardsUnder(board: Board, place: string, depth = 0): { id: string; text: string; depth: number }[] {
  const here = board.cards.filter((card) => card.place.in === place).map((card) => ({ card, id: card.id, order: card.place.order }))
  if (depth > 3) return []
  return here.toSorted(byOrder).flatMap(({ card }) => [{ id: card.id, text: card.text, depth }, ...cardsUnder(board, card.id, depth + 1)])
}
