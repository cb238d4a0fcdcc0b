import { Check, EyeOff, PencilLine, SendHorizontal, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import type { Draft } from '../../model/rounds.ts'
import { useBoardLanguage, useKind } from '../board/board-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { CheckField, IconButton } from '../common/controls.tsx'
import { useRefuseTooLong } from '../hooks/use-refuse-too-long.ts'
import { useIsSilent, useMine, useSilence } from './round-in.ts'
import styles from './rounds.module.css'
import { useAsk } from './use-ask.ts'

/** What this person has written in silence: theirs alone until somebody reveals it. */
export function SilentDrafts({ question }: { readonly question: QuestionId }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const all = useMine((mine) => mine.drafts)
  const named = useMine((mine) => mine.named)
  const silent = useIsSilent(question)
  const running = useSilence(question) !== null
  const drafts = all.filter((draft) => draft.question === question)
  if (!silent && drafts.length === 0) return null
  const title = silent ? t('rounds.mine') : running ? t('rounds.waiting') : t('rounds.leftOver', { count: drafts.length })
  return (
    <section className={styles['drafts']} aria-label={title}>
      <p className={styles['only']}>
        {silent ? null : <EyeOff size={15} aria-hidden />}
        {title}
      </p>
      {silent ? (
        <CheckField label={t('rounds.named')} checked={named} onChecked={(next) => void ask({ type: 'sign-drafts', named: next })} />
      ) : null}
      <ul className={styles['draftList']} data-drafts>
        {drafts.map((draft) => (
          <DraftLine key={draft.id} draft={draft} canEdit={silent} canShow={!running} />
        ))}
      </ul>
    </section>
  )
}

interface DraftLineProps {
  readonly draft: Draft
  readonly canEdit: boolean
  /** No round is going to reveal it: its author may put it on the board. */
  readonly canShow: boolean
}

function DraftLine({ draft, canEdit, canShow }: DraftLineProps): ReactNode {
  const { t } = useTranslation()
  const refuseTooLong = useRefuseTooLong()
  const ask = useAsk()
  const actions = useActions()
  const language = useBoardLanguage()
  const kind = useKind(draft.kind)
  const [text, setText] = useState<string | null>(null)
  const short = shortText(draft, '')
  const save = async (): Promise<void> => {
    const { id, question, kind: kindId } = draft
    const next = text?.trim() ?? ''
    const isSaved =
      next === '' || next === draft.text || (await ask({ type: 'put-draft', draft: id, question, kind: kindId, text: next }, 'draft'))
    if (isSaved) setText(null)
  }
  const drop = async (): Promise<void> => {
    if (await ask({ type: 'drop-draft', draft: draft.id })) announce(t('rounds.dropped'))
  }
  const show = async (): Promise<void> => {
    if (!(await ask({ type: 'drop-draft', draft: draft.id }))) return
    actions.write(draft.question, [{ kind: draft.kind, text: draft.text }])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setText(null)
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save()
  }
  if (canEdit && text !== null)
    return (
      <li>
        <textarea
          autoFocus
          rows={1}
          dir="auto"
          value={text}
          maxLength={LIMITS.textChars}
          onPaste={refuseTooLong}
          aria-label={t('rounds.editDraft', { text: short })}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton label={t('rounds.saveDraft')} onClick={() => void save()}>
          <Check size={18} aria-hidden />
        </IconButton>
      </li>
    )
  return (
    <li data-color={kind?.color}>
      <span className={styles['draftText']} lang={language} dir="auto">
        {draft.text}
      </span>
      {canEdit ? (
        <IconButton label={t('rounds.editDraft', { text: short })} onClick={() => setText(draft.text)}>
          <PencilLine size={16} aria-hidden />
        </IconButton>
      ) : null}
      {canShow ? (
        <IconButton label={t('rounds.showDraft', { text: short })} onClick={() => void show()}>
          <SendHorizontal size={16} aria-hidden />
        </IconButton>
      ) : null}
      <IconButton label={t('rounds.dropDraft', { text: short })} onClick={() => void drop()}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </li>
  )
}
