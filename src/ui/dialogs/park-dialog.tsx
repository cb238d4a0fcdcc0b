import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { useBoardLanguage, useConnection, useTemplate, useView } from '../board/board-context.ts'
import { goTo } from '../board/go-to.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { useParking } from '../board/use-parking.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import { Button, TextArea } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { useRefuseTooLong } from '../hooks/use-refuse-too-long.ts'
import styles from './park-dialog.module.css'

/** A thought that does not belong here now is kept, and one goes on where one was. What is typed stays when one turns away. */
export function ParkDialog({ question, onClose }: { readonly question: QuestionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const refuseTooLong = useRefuseTooLong()
  const { drafts } = useConnection()
  // Its own draft: what the question's input holds may be meant for a silent round.
  const key = `park:${question}`
  const isShut = useParking() !== question
  const template = useTemplate()
  const language = useBoardLanguage()
  const actions = useActions()
  const declared = useQuestion(question)
  const title = useView((view) => view?.questions.find(({ id }) => id === question)?.title) ?? declared?.title[language] ?? ''
  const text = useStore(drafts, (all) => all[key] ?? '')
  const kind = template.kinds.find(({ id }) => id === declared?.kinds[0])
  const keep = (): void => {
    if (!kind || isShut || text.trim() === '') return
    const [id] = actions.write(question, [{ kind: kind.id, text }])
    if (id === undefined) return
    drafts.setState({ [key]: '' })
    onClose()
    toast(t('park.kept', { text: shortText({ text }, ''), title }), {
      label: t('park.show'),
      run: () => goTo(question, `[data-card="${id}"] article`),
    })
  }
  return (
    <Dialog title={title} titleLang={language} onClose={onClose}>
      <form
        ref={focusInput}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <TextArea
          label={t('park.label')}
          hint={t(isShut ? 'park.shut' : 'park.hint')}
          rows={3}
          value={text}
          maxLength={LIMITS.textChars}
          onPaste={refuseTooLong}
          onChange={(event) => drafts.setState({ [key]: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            keep()
          }}
        />
        <Button look="primary" type="submit" disabled={isShut || text.trim() === ''}>
          {t('park.keep')}
        </Button>
      </form>
    </Dialog>
  )
}

function focusInput(form: HTMLElement | null): void {
  form?.querySelector('textarea')?.focus()
}
