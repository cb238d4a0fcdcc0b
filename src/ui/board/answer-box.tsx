import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { answerText } from '../../model/read-content.ts'
import { setVerdict } from '../../model/write-voices.ts'
import { useBoard, useBoardLanguage, useConnection, usePeersAt } from './board-context.ts'
import styles from './answer-box.module.css'
import { AnswerSaid } from './lazy-parts.ts'
import { SharedTextarea } from '../common/shared-textarea.tsx'
import { toast } from '../common/toasts.tsx'
import { Avatar } from './avatar.tsx'

/** The one or two sentences that the room agrees on for a question; everybody may write in it at once. */
export function AnswerBox({ question, canWrite }: { readonly question: QuestionId; readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  const { content, tell } = useConnection()
  const answered = useBoard((state) => (state.answers[question] ?? '') !== '')
  const exists = useBoard((state) => state.answers[question] !== undefined)
  const language = useBoardLanguage()
  const peers = usePeersAt(question)
  const agreed = useBoard((state) => state.verdicts[question] === 'agreed')
  /** Whoever rewrites what was agreed makes it a draft again, and hears of it. */
  const reopen = (): void => {
    setVerdict(content, question, null)
    toast(t('said.again'), { label: t('said.stays'), run: () => setVerdict(content, question, 'agreed') })
  }
  const id = `answer-${question}`
  const text = exists ? answerText(content, question) : null
  if (!text) return null
  return (
    <div className={styles['answer']} data-answered={answered}>
      <label htmlFor={id}>
        {t('board.answer')}
        {peers.map((peer) => (
          <Avatar key={peer.user.id} id={peer.user.id} name={peer.user.name} small />
        ))}
      </label>
      <SharedTextarea
        id={id}
        text={text}
        lang={language}
        readOnly={!canWrite}
        placeholder={t('board.answerHint')}
        onInput={agreed ? reopen : undefined}
        onFocus={() => tell({ editing: question })}
        onBlur={() => tell({ editing: null })}
      />
      {answered ? (
        <Suspense fallback={<div className={styles['said']} />}>
          <AnswerSaid question={question} canWrite={canWrite} />
        </Suspense>
      ) : null}
    </div>
  )
}
