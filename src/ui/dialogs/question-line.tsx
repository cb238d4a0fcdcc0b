import { ArrowDown, ArrowUp, Lock, LockOpen, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import { LIMITS } from '../../model/limits.ts'
import type { CommandBody } from '../../protocol/commands.ts'
import { IconButton } from '../common/controls.tsx'
import styles from './dialogs.module.css'

interface QuestionLineProps {
  readonly question: BoardQuestion
  readonly mark: string
  readonly at: number
  readonly last: boolean
  readonly run: (body: CommandBody) => void
}

export function QuestionLine({ question, mark, at, last, run }: QuestionLineProps): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const id = question.id
  const save = (): void => {
    const title = draft?.trim() ?? ''
    setDraft(null)
    if (title !== '' && title !== question.title) run({ type: 'describe-question', question: id, title })
  }
  return (
    <li className={styles['question']}>
      <b>{mark}</b>
      <textarea
        rows={1}
        aria-label={t('settings.question', { mark })}
        value={draft ?? question.title}
        maxLength={LIMITS.titleChars}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          save()
        }}
      />
      <span className={styles['tools']}>
        <IconButton
          label={t('settings.lock', { mark })}
          aria-pressed={question.locked}
          onClick={() => run({ type: 'lock-question', question: id, locked: !question.locked })}
        >
          {question.locked ? <Lock size={18} aria-hidden /> : <LockOpen size={18} aria-hidden />}
        </IconButton>
        <IconButton
          label={t('settings.up', { mark })}
          off={at === 0}
          onClick={() => run({ type: 'move-question', question: id, to: at - 1 })}
        >
          <ArrowUp size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={t('settings.down', { mark })}
          off={last}
          onClick={() => run({ type: 'move-question', question: id, to: at + 1 })}
        >
          <ArrowDown size={18} aria-hidden />
        </IconButton>
        <IconButton label={t('settings.removeQuestion', { mark })} onClick={() => run({ type: 'remove-question', question: id })}>
          <Trash2 size={18} aria-hidden />
        </IconButton>
      </span>
    </li>
  )
}
