import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonalVoice } from '../../model/answer.ts'
import type { PersonId, QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { setVoice } from '../../model/write-voices.ts'
import { useBoard, useBoardLanguage, useCanWrite, useConnection, useMyId, useView } from '../board/board-context.ts'
import { announce } from '../common/announce.tsx'
import { Button, TextArea } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import styles from './objections-dialog.module.css'

/** Who objects to an answer and why, and one's own objection. */
export function ObjectionsDialog({ question, onClose }: { readonly question: QuestionId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const canWrite = useCanWrite(question)
  const me = useMyId()
  const answer = useBoard((state) => state.answers[question] ?? '')
  const voices = useBoard((state) => state.voices)
  const objections = voices.filter((voice) => voice.question === question && voice.stance === 'object')
  const own = objections.find((voice) => voice.person === me)
  return (
    <Dialog title={t('said.title')} onClose={onClose}>
      <blockquote className={styles['answer']} lang={language} dir="auto">
        {answer}
      </blockquote>
      {objections.length === 0 ? <p className={styles['none']}>{t('said.none')}</p> : null}
      <ul className={styles['list']}>
        {objections.map((voice) => (
          <Objection key={voice.person} voice={voice} isOwn={voice.person === me} />
        ))}
      </ul>
      {canWrite ? <OwnObjection key={own?.reason ?? ''} question={question} me={me} own={own} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Objection({ voice, isOwn }: { readonly voice: PersonalVoice; readonly isOwn: boolean }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const name = useView((view) => view?.people.find((person) => person.id === voice.person)?.name)
  return (
    <li className={styles['objection']}>
      {isOwn || name !== undefined ? <strong>{isOwn ? t('said.you') : name}</strong> : null}
      {voice.reason === '' ? (
        <p className={styles['none']}>{t('said.noReason')}</p>
      ) : (
        <p lang={language} dir="auto">
          {voice.reason}
        </p>
      )}
    </li>
  )
}

function OwnObjection(props: {
  readonly question: QuestionId
  readonly me: PersonId
  readonly own: PersonalVoice | undefined
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const { content, undo } = useConnection()
  const language = useBoardLanguage()
  const { question, me, own, onClose } = props
  const [reason, setReason] = useState(own?.reason ?? '')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    undo.step(() => setVoice(content, question, me, { stance: 'object', reason }))
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={save}>
      <TextArea
        label={t('said.yours')}
        hint={t('said.hint')}
        lang={language}
        value={reason}
        maxLength={LIMITS.reasonChars}
        required
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" disabled={reason.trim() === '' || reason.trim() === own?.reason}>
          {own ? t('said.change') : t('said.save')}
        </Button>
        {own ? (
          <Button
            onClick={() => {
              undo.step(() => setVoice(content, question, me, null))
              announce(t('said.withdrawn'))
              onClose()
            }}
          >
            {t('said.withdraw')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
