import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignedComment } from '../../model/comment.ts'
import type { CardId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { addComment, removeComment, resolveComment } from '../../model/write-voices.ts'
import { useBoard, useBoardLanguage, useCanWrite, useConnection, useIsFacilitator, useMyId, useView } from '../board/board-context.ts'
import { Button, IconButton, TextArea } from '../common/controls.tsx'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './card-comments.module.css'

const NONE: readonly SignedComment[] = []

/** What people ask and remark about a card; a locked question does not stop them. */
export function CardComments({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const comments = useBoard((state) => state.commentsOf.get(id) ?? NONE)
  const canWrite = useCanWrite()
  return (
    <section className={styles['comments']} aria-labelledby={`comments-${id}`}>
      <h3 id={`comments-${id}`}>{t('comment.title')}</h3>
      <ul className={styles['list']}>
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} canWrite={canWrite} />
        ))}
      </ul>
      {canWrite ? <NewComment id={id} /> : null}
    </section>
  )
}

function CommentItem({ comment, canWrite }: { readonly comment: SignedComment; readonly canWrite: boolean }): ReactNode {
  const { t, i18n } = useTranslation()
  const { content, undo } = useConnection()
  const language = useBoardLanguage()
  const isOwn = useMyId() === comment.by
  const facilitator = useIsFacilitator()
  const name = useView((view) => view?.people.find((person) => person.id === comment.by)?.name)
  const at = new Date(comment.at).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'short' })
  const remove = (): void => {
    undo.step(() => removeComment(content, comment.id, isOwn))
    toast(t('comment.removed'), isOwn ? { label: t('common.undo'), run: () => void undo.undo() } : undefined)
  }
  return (
    <li className={styles['comment']} data-resolved={comment.resolved}>
      <p className={styles['by']}>
        {isOwn || name !== undefined ? <strong>{isOwn ? t('said.you') : name}</strong> : null}
        <span>{at}</span>
        {comment.resolved ? <em>{t('comment.resolved')}</em> : null}
      </p>
      <p className={styles['text']} lang={language} dir="auto">
        {comment.text}
      </p>
      {canWrite ? (
        <div className={styles['acts']}>
          <IconButton
            label={t(comment.resolved ? 'comment.reopen' : 'comment.resolve')}
            onClick={() => undo.step(() => resolveComment(content, comment.id, !comment.resolved))}
          >
            {comment.resolved ? <RotateCcw size={17} aria-hidden /> : <Check size={17} aria-hidden />}
          </IconButton>
          {isOwn || facilitator ? (
            <IconButton label={t('comment.remove')} onClick={remove}>
              <Trash2 size={17} aria-hidden />
            </IconButton>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

function NewComment({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const { content, undo } = useConnection()
  const language = useBoardLanguage()
  const me = useMyId()
  const [text, setText] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    const made = undo.step(() => addComment(content, { card: id, by: me, text }))
    if (made === null) return toast(t('board.full'))
    setText('')
    announce(t('comment.added'))
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextArea
        label={t('comment.write')}
        lang={language}
        value={text}
        maxLength={LIMITS.commentChars}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('comment.send')}
      </Button>
    </form>
  )
}
