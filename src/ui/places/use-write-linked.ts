import { useMemo } from 'react'
import type { CardToMake } from '../../insight/chain-makes.ts'
import type { CardId, KindId, QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { addCard, addLink, keyAtEnd, removeLink } from '../../model/write-content.ts'
import { useOpenBoard } from '../board/board-context.ts'
import { toast } from '../common/toasts.tsx'
import { useWords } from '../hooks/use-words.ts'

interface LinkParts {
  readonly relation: CardToMake['links'][number]['relation']
  readonly from: CardId
  readonly to: CardId
}

interface LinkedWriting {
  /** Makes a card with its links, in the question for its kind or in a card; one step of undo. Null when there is no place for it. */
  readonly make: (card: CardToMake, place?: CardId) => CardId | null
  /** Whether there is an open question for a new card of this kind. */
  readonly hasHome: (kind: KindId) => boolean
  /** Takes links away and makes others; one step of undo. */
  readonly relink: (remove: readonly string[], add: readonly LinkParts[]) => void
}

/** Writes that concern several records at once, in the places beside the board. */
export function useWriteLinked(): LinkedWriting {
  const { connection, entry } = useOpenBoard()
  const { t } = useWords()
  return useMemo<LinkedWriting>(() => {
    const { content, undo } = connection
    // The question in which a new card of a kind lies; null when all that take it are locked.
    const homeFor = (kind: KindId): QuestionId | null => {
      const view = connection.frame.getState().view
      const isOpen = (id: QuestionId): boolean =>
        !view || view.questions.some((known) => known.id === id && (!known.locked || view.me.role === 'facilitator'))
      const fitting = entry.template.questions.filter(
        (question) => question.of === undefined && question.kinds.includes(kind) && isOpen(question.id),
      )
      return (fitting.find((question) => question.kinds[0] === kind) ?? fitting[0])?.id ?? null
    }
    return {
      make: (card, place) => {
        const home = place ?? homeFor(card.kind)
        if (home === null) {
          toast(t('place.allLocked'))
          return null
        }
        undo.begin()
        const id = addCard(content, { kind: card.kind, text: card.text, in: home, order: keyAtEnd(content, home) })
        for (const link of id === null ? [] : card.links) {
          if (link.newIs === 'from') addLink(content, link.relation, id as CardId, link.other)
          else addLink(content, link.relation, link.other, id as CardId)
        }
        undo.end()
        if (id === null && content.cards.size >= LIMITS.cards) toast(t('board.full'))
        return id
      },
      hasHome: (kind) => homeFor(kind) !== null,
      relink: (remove, add) => {
        undo.begin()
        for (const id of remove) removeLink(content, id)
        for (const { relation, from, to } of add) addLink(content, relation, from, to)
        undo.end()
      },
    }
  }, [connection, entry, t])
}
