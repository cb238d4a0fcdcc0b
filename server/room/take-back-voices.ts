import type * as Y from 'yjs'
import type { Content } from '../../src/model/content.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { Changes } from '../gate.ts'
import { keysEver } from '../gate/yjs-internals.ts'
import { isLockedQuestion, type Rules } from './rules.ts'

/** A plain value beside the cards that an update is about to change although it must stay. */
export interface OldValue {
  readonly map: Y.Map<unknown>
  readonly key: string
  readonly value: unknown
}

/** States and voices keep to the lock of their question. Comments do not: a room that only reads may still ask. */
export function rememberVoices(content: Content, changes: Changes, rules: Rules): OldValue[] {
  const old = (map: Y.Map<unknown>, key: string): OldValue => ({ map, key, value: map.get(key) })
  return [
    ...changes.verdicts.flatMap((id) => {
      const record = content.answers.get(id)
      return record && isLockedQuestion(rules, id) ? [old(record, 'state')] : []
    }),
    ...changes.voices.filter(({ question }) => isLockedQuestion(rules, question)).map(({ key }) => old(content.voices, key)),
    ...changes.comments
      .filter(({ foreign }) => rules.shut !== null || (foreign && !rules.moderates))
      .map(({ key }) => old(content.comments, key)),
  ]
}

/** True when something was put back that its author has to hear of. */
export function takeBackVoices(content: Content, changes: Changes, before: readonly OldValue[], rules: Rules): boolean {
  let isBack = false
  for (const { map, key, value } of before) {
    if (map.get(key) === value) continue
    if (value === undefined) map.delete(key)
    else map.set(key, value)
    isBack = true
  }
  for (const { key, question } of changes.voices) if (!rules.questions.has(question)) content.voices.delete(key)
  return isBack
}

/** True when comments were dropped because there is no room for them. */
export function dropCommentsOverLimit(content: Content, changes: Changes): boolean {
  if (changes.comments.length === 0 || keysEver(content.comments) <= LIMITS.comments) return false
  let surplus = content.comments.size - LIMITS.comments
  const isOver = surplus > 0
  for (const { key } of changes.comments) {
    if (surplus <= 0) break
    if (!content.comments.has(key)) continue
    content.comments.delete(key)
    surplus--
  }
  return isOver
}
