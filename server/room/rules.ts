import { standsStill } from '../../src/model/agenda.ts'
import { BIN } from '../../src/model/card.ts'
import type { Role } from '../../src/model/board.ts'
import type { Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'

/** What one role may not touch at the moment. */
export interface Rules {
  /** Why everything is shut: a lock, or the document is full. */
  readonly shut: 'locked' | 'limit' | null
  readonly locked: ReadonlySet<string>
  readonly questions: ReadonlySet<string>
  /** The kind that stacks others. */
  readonly stack: string | undefined
  /** May take away what others have commented. */
  readonly moderates: boolean
}

/** Cards in cards in cards: deeper than this is a circle. */
const MAX_DEPTH = 20

export function rulesFor(frame: Frame, role: Role, isFull: boolean): Rules {
  const questions = new Set<string>(frame.questions.map((question) => question.id))
  const isBound = role !== 'facilitator'
  return {
    shut: isFull ? 'limit' : role === 'viewer' || (isBound && frame.locked) ? 'locked' : null,
    locked: new Set(
      isBound
        ? frame.questions.filter((question) => question.locked || standsStill(frame, question.id)).map((question) => question.id)
        : [],
    ),
    questions,
    stack: frame.template.stack,
    moderates: role === 'facilitator',
  }
}

export function isLockedQuestion(rules: Rules, id: string): boolean {
  return rules.shut !== null || rules.locked.has(id)
}

export function isLockedCard(content: Content, rules: Rules, id: string): boolean {
  if (rules.shut !== null) return true
  if (rules.locked.size === 0) return false
  const root = rootPlace(content, rules, id)
  return root !== null && rules.locked.has(root)
}

/** The question or bin in which a card is shown, however deep it lies; null when it lies nowhere or in a circle. */
export function rootPlace(content: Content, rules: Pick<Rules, 'questions' | 'stack'>, id: string): string | null {
  let at: string = id
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const card = content.cards.get(at)
    const place = card?.get('place') as { in?: unknown; from?: unknown } | undefined
    // What still lies in a binned stack is shown where the stack lay.
    const isOpenStack = at !== id && place?.in === BIN && rules.stack !== undefined && card?.get('kind') === rules.stack
    const next = isOpenStack ? (place?.from ?? BIN) : place?.in
    if (typeof next !== 'string') return null
    at = next
    if (at === BIN || rules.questions.has(at)) return at
  }
  return null
}
