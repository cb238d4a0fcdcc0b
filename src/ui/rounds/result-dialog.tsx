import { ArrowDownWideNarrow } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId, QuestionId } from '../../model/ids.ts'
import { votesOf, type VoteResult } from '../../model/rounds.ts'
import { questionOf } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useConnection, useIsFacilitator, useTemplate, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { shortText } from '../board/use-actions.ts'
import { Button } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { orderByVotes } from './order-by-votes.ts'
import rounds from './rounds.module.css'
import { useAsk } from './use-ask.ts'
import styles from './votes.module.css'

interface ResultDialogProps {
  /** Of which vote; else that of a card, else the newest. */
  readonly round?: string | undefined
  readonly card?: CardId | undefined
  readonly onClose: () => void
}

/** What a vote counted, most votes first. */
export function ResultDialog({ round, card, onClose }: ResultDialogProps): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const facilitator = useIsFacilitator()
  const result = useView((view) => {
    const results = view?.rounds.results ?? []
    if (round !== undefined) return results.find((known) => known.id === round)
    return card === undefined ? results[0] : results.find((known) => known.cards.some((line) => line.card === card))
  })
  if (!result) return null
  const drop = async (): Promise<void> => {
    if (await ask({ type: 'drop-result', round: result.id })) onClose()
  }
  return (
    <Dialog title={t('votes.result')} onClose={onClose}>
      {result.cards.length === 0 ? <p>{t('votes.nobody')}</p> : null}
      {result.budget > 0 ? <p>{t('votes.voted', { count: result.voters, budget: t('votes.each', { count: result.budget }) })}</p> : null}
      <ol className={styles['result']}>
        {result.cards.map((line) => (
          <ResultLine key={line.card} line={line} result={result} />
        ))}
      </ol>
      {facilitator ? (
        <p className={rounds['acts']}>
          {result.questions.map((id) => (
            <OrderButton key={id} question={id} result={result} />
          ))}
          <Button look="danger" onClick={() => void drop()}>
            {t('votes.drop')}
          </Button>
        </p>
      ) : null}
    </Dialog>
  )
}

function ResultLine({ line, result }: { readonly line: VoteResult['cards'][number]; readonly result: VoteResult }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const text = useBoard((state) => shortText(state.cards.get(line.card), t('card.empty')))
  const question = useBoard((state) => questionOf(state, line.card))
  const title = useView((view) => view?.questions.find((known) => known.id === question)?.title ?? '')
  const sum = line.votes + line.shown
  const first = result.cards[0]
  const most = first ? first.votes + first.shown : sum
  // Cards with as many votes share a place.
  const rank = result.cards.findIndex((other) => other.votes + other.shown === sum) + 1
  return (
    <li>
      <span className={styles['rank']}>{rank}.</span>
      <p lang={language} dir="auto">
        {text}
        {result.questions.length > 1 ? <small>{title}</small> : null}
      </p>
      <span className={styles['sum']}>
        {t('votes.total', { count: sum })}
        {line.shown > 0 ? <small>{t('votes.ofHands', { count: line.shown })}</small> : null}
      </span>
      <i className={styles['bar']} style={{ width: `${most > 0 ? (100 * sum) / most : 0}%` }} aria-hidden />
    </li>
  )
}

function OrderButton({ question, result }: { readonly question: QuestionId; readonly result: VoteResult }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const template = useTemplate()
  const questions = useView((view) => view?.questions)
  if (!questions?.some((known) => known.id === question)) return null
  const mark = markOf(question, questions, template)
  return (
    <Button
      onClick={() => {
        orderByVotes(connection, question, votesOf([result]), template.stack)
        toast(t('votes.ordered', { mark }), { label: t('common.undo'), run: () => void connection.undo.undo() })
      }}
    >
      <ArrowDownWideNarrow size={17} aria-hidden />
      {t('votes.order', { mark })}
    </Button>
  )
}
