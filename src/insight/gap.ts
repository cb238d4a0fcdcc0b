import type { CardId, FieldId, QuestionId, RelationId } from '../model/ids.ts'
import type { Rule } from '../model/template-rules.ts'
import type { Localized } from '../model/text.ts'

/** What the one press that mends a gap opens. */
export type MendAt =
  /** Choose a card for one end of a relation: the `end` that is missing on `card`. `offer` are the ones that belong there. */
  | {
      readonly what: 'pick'
      readonly card: CardId
      readonly relation: RelationId
      readonly end: 'sources' | 'targets'
      readonly offer?: readonly CardId[]
    }
  /** Keep one of several links of `card`. */
  | {
      readonly what: 'choose'
      readonly card: CardId
      readonly relation: RelationId
      readonly end: 'sources' | 'targets'
      readonly among: readonly CardId[]
    }
  | { readonly what: 'fill'; readonly card: CardId; readonly field: FieldId }
  | { readonly what: 'answer'; readonly question: QuestionId }
  | { readonly what: 'open'; readonly card: CardId }

/** What a rule finds, without a word in it: an edit of a text changes no finding. */
export interface Finding {
  readonly rule: Rule
  readonly subject: CardId | QuestionId
  /** The card it is about, then those that play a part. */
  readonly cards: readonly CardId[]
  readonly mendAt: MendAt
  readonly question?: QuestionId
  readonly fields?: readonly FieldId[]
  /** The cards that the text names besides the first. */
  readonly linked?: readonly CardId[]
  readonly contradiction?: true
  readonly load?: { readonly load: number; readonly capacity: number }
  /** Stations of a chain go by the name of who stands there. */
  readonly station?: CardId
  readonly next?: CardId
  readonly reason?: Localized
  /** The answer is written and not agreed. */
  readonly unsettled?: 'draft' | 'contested'
}

export const LEVELS = ['high', 'mid', 'low'] as const
export type Level = (typeof LEVELS)[number]

/** Something that a rule of the template finds missing or contradictory, in the board's language. */
export interface Gap {
  /** `<rule>:<card or question>`: the same gap keeps its id while people work. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly text: string
  readonly mend: string
  /** What the one press opens. */
  readonly mendAt: MendAt
  /** The card the gap is about, then those that contradict each other on it. */
  readonly cards: readonly CardId[]
  readonly question?: QuestionId
  /** What leadership is asked to decide while the gap is open. */
  readonly decision?: string
  /** More cards are linked than the rule allows. */
  readonly contradiction?: true
  /** The fields a `filled` rule misses. */
  readonly fields?: readonly FieldId[]
}
