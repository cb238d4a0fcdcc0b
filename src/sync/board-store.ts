import { createStore, type StoreApi } from 'zustand/vanilla'
import * as Y from 'yjs'
import type { PersonalVoice, Verdict } from '../model/answer.ts'
import { BIN, type Card } from '../model/card.ts'
import type { SignedComment } from '../model/comment.ts'
import type { Content } from '../model/content.ts'
import type { CardId, KindId, QuestionId } from '../model/ids.ts'
import type { Link } from '../model/link.ts'
import { shownIn } from '../model/stack.ts'
import {
  readAnswer,
  readAnswers,
  readCard,
  readCards,
  readComments,
  readLink,
  readLinks,
  readVerdicts,
  readVoices,
  type OnInvalid,
} from '../model/read-content.ts'
import { commentsByCard, linksByCard, regroup } from './grouping.ts'

/** The content as plain records. A change replaces only what it touched; everything else keeps its reference. */
export interface BoardState {
  readonly cards: ReadonlyMap<string, Card>
  /** Cards by where they lie, in order. */
  readonly idsIn: ReadonlyMap<string, readonly CardId[]>
  /** Cards on the board (not in the bin) by kind, in order. */
  readonly idsOfKind: ReadonlyMap<KindId, readonly CardId[]>
  readonly links: ReadonlyMap<string, Link>
  readonly linksOf: ReadonlyMap<string, readonly Link[]>
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>
  readonly verdicts: Readonly<Partial<Record<QuestionId, Verdict>>>
  readonly voices: readonly PersonalVoice[]
  /** Comments by card, oldest first. */
  readonly commentsOf: ReadonlyMap<string, readonly SignedComment[]>
}

export type BoardStore = StoreApi<BoardState>

const NONE: readonly never[] = []

export function cardIdsIn(state: BoardState, place: string): readonly CardId[] {
  return state.idsIn.get(place) ?? NONE
}

export function linksOfCard(state: BoardState, id: string): readonly Link[] {
  return state.linksOf.get(id) ?? NONE
}

const MAX_DEPTH = 20

/** The question in which a card lies, over any cards between them; the bin for a card that lies there. */
export function questionOf(state: BoardState, id: string): string | undefined {
  const place = state.cards.get(id)?.place.in
  return place === undefined ? undefined : questionAt(state, place)
}

/** The question that a place belongs to: itself, or where the card lies that it is. */
export function questionAt(state: BoardState, place: string): string {
  let at = place
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const holder = state.cards.get(at)
    if (!holder) return at
    at = holder.place.in === BIN ? (holder.place.from ?? BIN) : holder.place.in
  }
  return at
}

/** How many comments on a card are not settled. */
export function openComments(state: BoardState, id: string): number {
  return state.commentsOf.get(id)?.filter((comment) => !comment.resolved).length ?? 0
}

/** A read-only store that follows the document. `close` ends the following. */
export function createBoardStore(content: Content, onInvalid: OnInvalid, stack?: KindId): { store: BoardStore; close: () => void } {
  const reported = new Set<string>()
  const report: OnInvalid = (record) => {
    if (reported.has(record)) return
    reported.add(record)
    onInvalid(record)
  }
  const store = createStore<BoardState>(() => readAll(content, report, stack))

  const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const dirty = new Set<string>()
    for (const event of events) {
      if (event.target !== content.cards) dirty.add(String(event.path[0]))
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged as Set<string>) dirty.add(key)
    }
    store.setState((state) => withCards(state, dirty, (id) => readCard(content, id, report), stack))
  }
  const onLinks = (event: Y.YMapEvent<unknown>): void => {
    store.setState((state) => withLinks(state, event.keysChanged, (id) => readLink(content, id, report)))
  }
  const onAnswers = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const answers: Partial<Record<string, string>> = { ...store.getState().answers }
    for (const event of events) {
      const ids = event.target === content.answers ? event.changes.keys.keys() : [String(event.path[0])]
      for (const id of ids) answers[id] = readAnswer(content, id, report) ?? ''
    }
    store.setState({ answers, verdicts: readVerdicts(content, report) })
  }
  const onVoices = (): void => store.setState({ voices: readVoices(content, report) })
  const onComments = (): void => store.setState({ commentsOf: commentsByCard(readComments(content, report)) })
  content.cards.observeDeep(onCards)
  content.links.observe(onLinks)
  content.answers.observeDeep(onAnswers)
  content.voices.observe(onVoices)
  content.comments.observe(onComments)
  return {
    store,
    close: () => {
      content.cards.unobserveDeep(onCards)
      content.links.unobserve(onLinks)
      content.answers.unobserveDeep(onAnswers)
      content.voices.unobserve(onVoices)
      content.comments.unobserve(onComments)
    },
  }
}

function readAll(content: Content, onInvalid: OnInvalid, stack: KindId | undefined): BoardState {
  const cards = new Map<string, Card>(readCards(content, onInvalid).map((card) => [card.id, card]))
  const links = new Map(readLinks(content, onInvalid).map((link) => [link.id, link]))
  const placeOf = (card: Card): string => shownIn(card, cards, stack)
  const places = new Set([...cards.values()].map(placeOf))
  const kinds = new Set([...cards.values()].map((card) => card.kind))
  return {
    cards,
    links,
    idsIn: regroup(new Map<string, readonly CardId[]>(), places, cards, placeOf),
    idsOfKind: regroup(new Map<KindId, readonly CardId[]>(), kinds, cards, kindOnBoard),
    linksOf: linksByCard(new Map(), new Set([...links.values()].flatMap((link) => [link.from, link.to])), links),
    answers: readAnswers(content, onInvalid),
    verdicts: readVerdicts(content, onInvalid),
    voices: readVoices(content, onInvalid),
    commentsOf: commentsByCard(readComments(content, onInvalid)),
  }
}

function withCards(
  state: BoardState,
  dirty: ReadonlySet<string>,
  read: (id: string) => Card | null,
  stack: KindId | undefined,
): BoardState {
  const cards = new Map(state.cards)
  const places = new Set<string>()
  const kinds = new Set<KindId>()
  for (const id of dirty) {
    const before = cards.get(id)
    const after = read(id)
    if (after) cards.set(id, after)
    else cards.delete(id)
    const stayed =
      before && after && before.kind === after.kind && before.place.in === after.place.in && before.place.order === after.place.order
    if (stayed) continue
    for (const card of [before, after]) {
      if (!card) continue
      places.add(card.place.in)
      kinds.add(card.kind)
      // What lies in a stack may be shown elsewhere when the stack goes or comes back.
      if (card.kind === stack) places.add(card.id).add(card.place.from ?? BIN)
    }
    for (const [card, known] of [
      [before, state.cards],
      [after, cards],
    ] as const)
      if (card) places.add(shownIn(card, known, stack))
  }
  return {
    ...state,
    cards,
    idsIn: regroup(state.idsIn, places, cards, (card) => shownIn(card, cards, stack)),
    idsOfKind: regroup(state.idsOfKind, kinds, cards, kindOnBoard),
  }
}

function kindOnBoard(card: Card): KindId | null {
  return card.place.in === BIN ? null : card.kind
}

function withLinks(state: BoardState, changed: ReadonlySet<string>, read: (id: string) => Link | null): BoardState {
  const links = new Map(state.links)
  const touched = new Set<string>()
  for (const id of changed) {
    const before = links.get(id)
    const after = read(id)
    if (after) links.set(id, after)
    else links.delete(id)
    for (const link of [before, after]) {
      if (!link) continue
      touched.add(link.from).add(link.to)
    }
  }
  return { ...state, links, linksOf: linksByCard(state.linksOf, touched, links) }
}
