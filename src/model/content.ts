import * as Y from 'yjs'
import type { QuestionId } from './ids.ts'

/** The names of the document's roots. Only this file and the gate know them. */
const ROOTS = { cards: 'cards', links: 'links', answers: 'answers', voices: 'voices', comments: 'comments' } as const
export const FIELD_PREFIX = 'field.'

/** What everybody writes together. Only this file names the roots of the document. */
export interface Content {
  readonly doc: Y.Doc
  /** id -> { kind, place, text: Y.Text, 'field.<id>': scalar, 'field.<id>.<beginning>': Y.Text once somebody has typed in it } */
  readonly cards: Y.Map<Y.Map<unknown>>
  /** 'relation:from:to' -> 1 */
  readonly links: Y.Map<unknown>
  /** question id -> { text: Y.Text, state?: Verdict }; records are made by the server, never by a browser */
  readonly answers: Y.Map<Y.Map<unknown>>
  /** 'question:person' -> Stance, written by that person only */
  readonly voices: Y.Map<unknown>
  /** id -> { card, by, text, at }, written by its author only; 'id:resolved' -> 1 */
  readonly comments: Y.Map<unknown>
}

/** Marks what this person did: undo keeps to it. */
export const LOCAL = { origin: 'local' } as const
/** Marks what the server or an import wrote. */
export const SEED = { origin: 'seed' } as const
/** Marks a record that this person made. Undo does not follow it: it takes a card to the bin, and never another person's words with it. */
export const MADE = { origin: 'made' } as const
export type Origin = typeof LOCAL | typeof SEED | typeof MADE

/** The shared roots of a board's document; one more would mean that the gate let something in. */
export const ROOT_COUNT = Object.keys(ROOTS).length

export function openContent(doc: Y.Doc): Content {
  return {
    doc,
    cards: doc.getMap(ROOTS.cards),
    links: doc.getMap(ROOTS.links),
    answers: doc.getMap(ROOTS.answers),
    voices: doc.getMap(ROOTS.voices),
    comments: doc.getMap(ROOTS.comments),
  }
}

/** Gives each question its answer record. Done where the document is owned, so that two browsers never make two. */
export function ensureAnswers(content: Content, questions: readonly { readonly id: QuestionId }[]): void {
  const missing = questions.filter((question) => !content.answers.has(question.id))
  if (missing.length === 0) return
  content.doc.transact(() => {
    for (const question of missing) {
      content.answers.set(question.id, new Y.Map<unknown>([['text', new Y.Text()]]))
    }
  }, SEED)
}
