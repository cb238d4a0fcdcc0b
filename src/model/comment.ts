import { z } from 'zod'
import { isId, type CardId, type CommentId, type PersonId } from './ids.ts'
import { LIMITS } from './limits.ts'

const MINUTE_PATTERN = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/

/** A moment to the minute, as comments carry it: enough to put them in order. */
export function isMinute(value: unknown): value is string {
  return typeof value === 'string' && MINUTE_PATTERN.test(value)
}

export function minuteOf(now: Date): string {
  return `${now.toISOString().slice(0, 16)}Z`
}

const cardIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as CardId)

const said = { card: cardIdSchema, text: z.string().min(1).max(LIMITS.commentChars), at: z.string().refine(isMinute) }

/** What lies in the document under a comment's id. */
export const commentRecordSchema = z.object({
  ...said,
  by: z
    .string()
    .refine(isId)
    .transform((by) => by as PersonId),
})

/** A comment as plain data, without its author: files name nobody. */
export const commentSchema = z.object({ ...said, resolved: z.boolean() })
export type Comment = z.output<typeof commentSchema>
export type SignedComment = Comment & { readonly id: CommentId; readonly by: PersonId }

/** Beside a comment lies this key while it is settled: anybody may set it, whoever wrote the comment. */
export function resolvedKey(id: CommentId): string {
  return `${id}:resolved`
}

/** What a key of the comments is about; null when it is none. */
export function readCommentKey(key: string): { readonly id: CommentId; readonly isFlag: boolean } | null {
  const [id, flag, ...rest] = key.split(':')
  if (!isId(id) || rest.length > 0 || (flag !== undefined && flag !== 'resolved')) return null
  return { id: id as CommentId, isFlag: flag !== undefined }
}
