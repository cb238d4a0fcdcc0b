import { History, ListOrdered, Plus, Presentation } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newQuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import type { CommandBody } from '../../protocol/commands.ts'
import { useConnection, useTemplate, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { useOpen } from '../board/screen-context.ts'
import { Button, CheckField, Problem, TextArea } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import styles from './dialogs.module.css'
import { usePlaceHref } from '../places/use-place.ts'
import { QuestionLine } from './question-line.tsx'

/** What only a facilitator changes: title, goal, questions, locks. Each change is a command to the server. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const template = useTemplate()
  const href = usePlaceHref()
  const view = useView((current) => current)
  const open = useOpen()
  const [problem, setProblem] = useState<string | null>(null)
  if (!view) return null
  const run = async (body: CommandBody): Promise<void> => {
    const outcome = await connection.command(body)
    setProblem(outcome === 'done' ? null : t('notice.refused', { reason: t(`refusal.${outcome}`) }))
  }
  return (
    <Dialog title={t('settings.title')} shape="wide" onClose={onClose}>
      {problem ? <Problem>{problem}</Problem> : null}
      <SavedText
        label={t('settings.name')}
        value={view.title}
        max={LIMITS.titleChars}
        required
        onSave={(title) => void run({ type: 'describe-board', title })}
      />
      <SavedText
        label={t('settings.organisation')}
        value={view.organisation}
        max={LIMITS.titleChars}
        onSave={(organisation) => void run({ type: 'describe-board', organisation })}
      />
      <SavedText
        label={t('settings.goal')}
        value={view.goal}
        max={LIMITS.goalChars}
        onSave={(goal) => void run({ type: 'describe-board', goal })}
      />
      <CheckField
        label={t('settings.lockBoard')}
        hint={t('settings.lockBoardHint')}
        checked={view.locked}
        onChecked={(locked) => void run({ type: 'lock-board', locked })}
      />
      <p className={styles['wall']}>
        <a href={href('projector')} target="_blank" rel="noopener">
          <Presentation size={18} aria-hidden />
          {t('projector.open')}
        </a>
        <span className={styles['hint']}>{t('projector.openHint')}</span>
      </p>
      <p className={styles['row']}>
        <Button onClick={() => open({ what: 'agenda' })}>
          <ListOrdered size={17} aria-hidden />
          {t('agenda.edit')}
        </Button>
      </p>
      <p className={styles['row']}>
        <Button onClick={() => open({ what: 'history' })}>
          <History size={17} aria-hidden />
          {t('history.open')}
        </Button>
        <span className={styles['hint']}>{t('history.hint')}</span>
      </p>
      <section className={styles['part']}>
        <h3>{t('settings.questions')}</h3>
        <ul>
          {view.questions.map((question, at) => (
            <QuestionLine
              key={question.id}
              question={question}
              mark={markOf(question.id, view.questions, template)}
              at={at}
              last={at === view.questions.length - 1}
              run={(body) => void run(body)}
            />
          ))}
        </ul>
        <Button onClick={() => void run({ type: 'add-question', question: newQuestionId(), title: t('settings.newQuestion'), hint: '' })}>
          <Plus size={17} aria-hidden />
          {t('settings.addQuestion')}
        </Button>
      </section>
    </Dialog>
  )
}

/** A text that is sent when one leaves the field or presses Enter. */
function SavedText(props: {
  readonly label: string
  readonly value: string
  readonly max: number
  readonly required?: boolean
  readonly onSave: (value: string) => void
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    const next = draft?.trim()
    setDraft(null)
    if (next === undefined || next === props.value || (props.required && next === '')) return
    props.onSave(next)
  }
  return (
    <TextArea
      label={props.label}
      value={draft ?? props.value}
      maxLength={props.max}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        save()
      }}
    />
  )
}
