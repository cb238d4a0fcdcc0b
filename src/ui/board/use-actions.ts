import { useMemo } from 'react'
import type { Card, FieldValue } from '../../model/card.ts'
import type { CardId, FieldId, KindId, RelationId } from '../../model/ids.ts'
import { LOCAL } from '../../model/content.ts'
import { LIMITS } from '../../model/limits.ts'
import { keyForSlot, keysForSlot } from '../../model/order.ts'
import { inParts } from '../../model/pasted-list.ts'
import { binCards, moveCards, restoreCards } from '../../model/stack.ts'
import { addCards, removeLink, replaceLinks, setField } from '../../model/write-content.ts'
import { linkId } from '../../model/link.ts'
import type { Question } from '../../model/template.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import type { UndoOutcome } from '../../sync/undo.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import { useWords } from '../hooks/use-words.ts'
import { relationOf, useOpenBoard, useTemplate } from './board-context.ts'
import { orderedIn } from './ordered-in.ts'
import type { LaneName } from './forms/lane.ts'
import { joinStack, putInLane } from './forms/put-in-lane.ts'
import { writeWhole, type NewCardText } from './write-whole.ts'

export interface NewLink {
  readonly relation: RelationId
  readonly from: CardId
  readonly to: CardId
}

/** Every change a person can make to the content. Each is one step of undo and is said aloud. */
export interface BoardActions {
  readonly write: (question: string, cards: readonly NewCardText[]) => CardId[]
  /** Makes a card of each line, part by part, all of them one step of undo. */
  readonly writeList: (question: string, kind: KindId, lines: readonly string[], onProgress: (done: number) => void) => Promise<void>
  readonly move: (id: CardId, to: { in: string; index: number }) => void
  /** Puts a card into a lane of a question, at a place among the question's cards if it has one. */
  readonly toLane: (id: CardId, question: Question, lane: LaneName, index?: number) => void
  readonly remove: (id: CardId) => void
  readonly restore: (id: CardId) => void
  readonly link: (relation: RelationId, from: CardId, to: CardId) => void
  readonly linkAll: (links: readonly NewLink[]) => void
  /** Writes a card that is linked from the start; null where there is no room. */
  readonly writeLinked: (question: string, card: NewCardText, link: (id: CardId) => NewLink) => CardId | null
  /** Keeps one of several links and takes the others away. */
  readonly keepLink: (keep: string, among: readonly string[]) => void
  readonly unlink: (id: string) => void
  readonly field: (id: CardId, field: FieldId, value: FieldValue | null) => void
  readonly undo: () => void
  readonly redo: () => void
}

export function useActions(): BoardActions {
  const { connection, entry } = useOpenBoard()
  const template = useTemplate()
  const { t } = useWords()
  return useMemo<BoardActions>(() => {
    const { content, undo, board } = connection
    const textOf = (id: string): string => shortText(board.getState().cards.get(id), t('card.empty'))
    const titleOf = (place: string): string =>
      connection.frame.getState().view?.questions.find((question) => question.id === place)?.title ??
      (board.getState().cards.has(place) ? textOf(place) : '')
    const tellUndo = (outcome: UndoOutcome, done: string): void => {
      if (outcome === 'overtaken') toast(t('say.overtaken'))
      else announce(outcome === 'done' ? done : t('say.nothing'))
    }
    const undoLast = (): void => {
      tellUndo(undo.undo(), t('say.undone'))
    }
    // Where only one is allowed, a new choice replaces the old one; two at the same moment stay a visible contradiction.
    const put = (link: NewLink): void => {
      const relation = relationOf(template, link.relation)
      if (!relation) return
      const old =
        relation.max === 1
          ? (board.getState().linksOf.get(link.to) ?? []).filter((known) => known.relation === relation.id && known.to === link.to)
          : []
      replaceLinks(
        content,
        link,
        old.map((known) => known.id),
      )
    }
    const oneChange = <T>(act: () => T): T => undo.step(() => content.doc.transact(act, LOCAL))
    const tellLinked = ({ relation, from, to }: NewLink): void => {
      const words = relationOf(template, relation)?.drop[entry.language] ?? ''
      announce(t('say.linked', { from: textOf(from), relation: words, to: textOf(to) }))
    }
    return {
      write: (question, cards) => {
        const ids = writeWhole(connection, question, cards)
        if (ids.length === 0 && content.cards.size >= LIMITS.cards) toast(t('board.full'))
        for (const id of ids.slice(-1)) announce(t('say.added', { text: textOf(id) }))
        return ids
      },
      writeList: async (question, kind, lines, onProgress) => {
        const siblings = orderedIn(connection, question)
        const keys = keysForSlot(siblings, siblings.length, lines.length)
        let made = 0
        let at = 0
        undo.begin()
        for (const part of inParts(lines, PART_CHARS)) {
          made += addCards(
            content,
            part.flatMap((text, n) => {
              const order = keys[at + n]
              return order === undefined ? [] : [{ kind, text, in: question, order }]
            }),
          ).length
          at += part.length
          onProgress(at)
          await new Promise((resolve) => setTimeout(resolve))
        }
        undo.end()
        toast(made < lines.length ? t('board.full') : t('board.listAdded', { count: made }), { label: t('common.undo'), run: undoLast })
      },
      move: (id, to) => {
        const siblings = orderedIn(connection, to.in).filter((sibling) => sibling.id !== id)
        const index = Math.max(0, Math.min(to.index, siblings.length))
        undo.step(() => {
          joinStack(connection, template, to.in, [id])
          moveCards(content, [id], { in: to.in, keys: [keyForSlot(siblings, index)] }, template.stack)
        })
        announce(t('say.dropped', { text: textOf(id), title: titleOf(to.in), index: index + 1, count: siblings.length + 1 }))
      },
      toLane: (id, question, lane, index) => {
        putInLane(connection, template, question, id, lane.value, index)
        announce(t('say.inLane', { text: textOf(id), lane: lane.title }))
      },
      remove: (id) => {
        const text = textOf(id)
        undo.step(() => binCards(content, [id], template.stack))
        toast(t('card.removed', { text }), {
          label: t('common.undo'),
          run: () => undo.step(() => restoreCards(content, [id], template.stack)),
        })
      },
      restore: (id) => {
        undo.step(() => restoreCards(content, [id], template.stack))
        announce(t('say.restored', { text: textOf(id) }))
      },
      link: (relation, from, to) => {
        const link = { relation, from, to }
        undo.step(() => put(link))
        tellLinked(link)
      },
      linkAll: (links) => {
        oneChange(() => links.forEach(put))
        const [only] = links
        if (links.length === 1 && only) tellLinked(only)
        else announce(t('say.linkedMany', { count: links.length }))
      },
      writeLinked: (question, card, linkOf) => {
        const siblings = orderedIn(connection, question)
        const [id] = oneChange(() => {
          const ids = addCards(content, [{ ...card, in: question, order: keyForSlot(siblings, siblings.length) }])
          for (const made of ids) put(linkOf(made))
          return ids
        })
        if (id === undefined) {
          toast(t('board.full'))
          return null
        }
        tellLinked(linkOf(id))
        return id
      },
      keepLink: (keep, among) => {
        oneChange(() => among.forEach((id) => id !== keep && removeLink(content, id)))
        const kept = content.links.has(keep) ? board.getState().links.get(keep) : undefined
        if (kept) tellLinked(kept)
      },
      unlink: (id) => {
        undo.step(() => removeLink(content, id))
        announce(t('say.unlinked'))
      },
      field: (id, field, value) => setField(content, id, field, value),
      undo: undoLast,
      redo: () => tellUndo(undo.redo(), t('say.redone')),
    }
  }, [connection, entry.language, template, t])
}

/** Characters of pasted text in one update: far below what the server takes, and short enough to show progress. */
const PART_CHARS = 20_000

const SHORT = 60

/** A card's text as it is named in a sentence. */
export function shortText(card: Pick<Card, 'text'> | undefined, empty: string): string {
  const text = card?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
  if (text === '') return empty
  if (text.length <= SHORT) return text
  // By code points: an emoji is two characters and a joined one ends with a joiner when it is cut.
  const letters = Array.from(text.slice(0, 2 * SHORT + 2))
  if (letters.length <= SHORT) return text
  return `${letters
    .slice(0, SHORT - 1)
    .join('')
    .replace(/\u200d$/, '')}…`
}

export function linkExists(connection: BoardConnection, relation: RelationId, from: CardId, to: CardId): boolean {
  return connection.board.getState().links.has(linkId(relation, from, to))
}
