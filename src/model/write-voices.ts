import * as Y from 'yjs'
import { voiceKey, type Stance, type Verdict } from './answer.ts'
import { minuteOf, resolvedKey } from './comment.ts'
import { FIELD_PREFIX, LOCAL, MADE, type Content, type Origin } from './content.ts'
import { newTextKey, textsOf } from './field-texts.ts'
import { newCommentId, type CardId, type CommentId, type FieldId, type PersonId, type QuestionId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { readVerdict } from './read-content.ts'
import { clip } from './text.ts'

/** Says what one person thinks of an answer, null for nothing. Who objects to an answer that was agreed opens it again. */
export function setVoice(content: Content, question: QuestionId, person: PersonId, stance: Stance | null, origin: Origin = LOCAL): void {
  const key = voiceKey(question, person)
  if (!stance && !content.voices.has(key)) return
  content.doc.transact(() => {
    if (!stance) return content.voices.delete(key)
    const reason = stance.stance === 'object' ? clip(stance.reason.trim(), LIMITS.reasonChars) : ''
    content.voices.set(key, { stance: stance.stance, reason } satisfies Stance)
    if (stance.stance === 'object' && readVerdict(content, question) === 'agreed') setVerdict(content, question, null, origin)
  }, origin)
}

export function setVerdict(content: Content, question: QuestionId, verdict: Verdict | null, origin: Origin = LOCAL): void {
  const record = content.answers.get(question)
  if (!record || (record.get('state') ?? null) === verdict) return
  content.doc.transact(() => {
    if (verdict) record.set('state', verdict)
    else record.delete('state')
  }, origin)
}

/** Adds a comment to a card; null when it is empty, the card is gone or the board is full. */
export function addComment(
  content: Content,
  comment: { readonly card: CardId; readonly by: PersonId; readonly text: string; readonly at?: string },
  origin: Origin = LOCAL,
): CommentId | null {
  const text = clip(comment.text.trim(), LIMITS.commentChars)
  if (text === '' || !content.cards.has(comment.card) || content.comments.size >= LIMITS.comments) return null
  const id = newCommentId()
  const { card, by, at = minuteOf(new Date()) } = comment
  content.doc.transact(() => content.comments.set(id, { card, by, text, at }), origin)
  return id
}

export function resolveComment(content: Content, id: CommentId, resolved: boolean, origin: Origin = LOCAL): void {
  const key = resolvedKey(id)
  if (!content.comments.has(id) || content.comments.has(key) === resolved) return
  content.doc.transact(() => {
    if (resolved) content.comments.set(key, 1)
    else content.comments.delete(key)
  }, origin)
}

/** Takes a comment away. Somebody else's cannot be brought back by undo: it would come back under another hand. */
export function removeComment(content: Content, id: CommentId, isOwn: boolean): void {
  if (!content.comments.has(id)) return
  content.doc.transact(
    () => {
      content.comments.delete(id)
      content.comments.delete(resolvedKey(id))
    },
    isOwn ? LOCAL : MADE,
  )
}

/** The shared text of a field, made from what stands there; null when the card is gone. */
export function shareField(content: Content, id: CardId, field: FieldId): Y.Text | null {
  const record = content.cards.get(id)
  if (!record) return null
  const [known] = textsOf(record, field)
  if (known) return known
  const value = record.get(FIELD_PREFIX + field)
  const text = new Y.Text(typeof value === 'string' ? value : '')
  content.doc.transact(() => record.set(newTextKey(field, content.doc), text), MADE)
  return text
}
