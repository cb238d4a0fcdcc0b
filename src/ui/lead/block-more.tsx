import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../model/agenda.ts'
import { LIMITS } from '../../model/limits.ts'
import type { View } from '../../protocol/view.ts'
import { useTemplate } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { TextArea } from '../common/controls.tsx'
import styles from './agenda.module.css'
import { useCommand } from './use-command.ts'
import { useDraft } from './use-draft.ts'

/** What a step opens, and what its facilitator wants to remember. */
export function BlockMore({ block, view, note }: { readonly block: Block; readonly view: View; readonly note: string }): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const template = useTemplate()
  const { shown, setDraft, save } = useDraft(note, (text) => command({ type: 'note-block', block: block.id, note: text }))
  // In the order of the board, without what is gone from it.
  const choose = (id: string, isIn: boolean): void => {
    const questions = view.questions
      .map((question) => question.id)
      .filter((known) => (known === id ? isIn : block.questions.includes(known)))
    command({ type: 'describe-block', block: block.id, questions })
  }
  return (
    <div className={styles['more']}>
      <fieldset>
        <legend>{t('agenda.questions')}</legend>
        <p>{t('agenda.noQuestions')}</p>
        {view.questions.map((question) => (
          <label key={question.id}>
            <input
              type="checkbox"
              checked={block.questions.includes(question.id)}
              onChange={(event) => choose(question.id, event.target.checked)}
            />
            <b>{markOf(question.id, view.questions, template)}</b>
            <span lang={view.language}>{question.title}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('agenda.note')}
        hint={t('agenda.noteHint')}
        value={shown}
        maxLength={LIMITS.noteChars}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
      />
    </div>
  )
}
