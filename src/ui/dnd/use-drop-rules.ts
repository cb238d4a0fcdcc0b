import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId, KindId } from '../../model/ids.ts'
import { relationsBetween } from '../../model/link.ts'
import { cardIdsIn, linksOfCard } from '../../sync/board-store.ts'
import { linkExists, shortText } from '../board/use-actions.ts'
import { useBoardLanguage, useOpenBoard, useTemplate } from '../board/board-context.ts'
import { hasLane, laneOf, laneRule, lanesOf } from '../board/forms/lane.ts'
import type { PossibleLink, Rules } from './find-target.ts'
import type { Takers } from './light-up.ts'

/** Which column takes which kind, and what dropping one card onto another would mean. */
export function useDropRules(): Rules {
  const { connection } = useOpenBoard()
  const template = useTemplate()
  const language = useBoardLanguage()
  const { t } = useTranslation()
  return useMemo<Rules>(() => {
    const accepts = (column: string, kind: KindId): boolean => {
      const view = connection.frame.getState().view
      const question = template.questions.find((known) => known.id === column)
      if (view && view.me.role !== 'facilitator' && view.questions.some((known) => known.id === column && known.locked)) return false
      // A question that the facilitator added has no entry in the template: it takes every kind.
      return question ? question.of === undefined && question.kinds.includes(kind) : true
    }
    const linkTo = (dragged: CardId, onto: CardId): PossibleLink | null => {
      const state = connection.board.getState()
      const from = state.cards.get(dragged)
      const to = state.cards.get(onto)
      if (!from || !to) return null
      for (const relation of relationsBetween(template, from.kind, to.kind)) {
        if (!linkExists(connection, relation.id, dragged, onto)) return { relation, reversed: false, words: relation.drop[language] }
      }
      for (const relation of relationsBetween(template, to.kind, from.kind)) {
        if (!linkExists(connection, relation.id, onto, dragged)) {
          return { relation, reversed: true, words: `${shortText(to, t('card.empty'))} ${relation.drop[language]}` }
        }
      }
      return null
    }
    const locked = (place: string | undefined): boolean => {
      const view = connection.frame.getState().view
      return view?.me.role !== 'facilitator' && (view?.questions.some((known) => known.id === place && known.locked) ?? false)
    }
    const laneFor: Rules['laneFor'] = (column, dragged, value) => {
      const question = template.questions.find((known) => known.id === column)
      const rule = laneRule(question, template)
      const state = connection.board.getState()
      const card = state.cards.get(dragged)
      if (!question || !rule || !card || locked(column) || !hasLane(template, rule, card.kind)) return null
      if (question.of === undefined ? !question.kinds.includes(card.kind) : question.of !== card.kind) return null
      const own = laneOf(state, rule, card) === value && (question.of !== undefined || card.place.in === column)
      const title = lanesOf(state, template, language, question, rule).find((lane) => lane.value === value)?.title
      return { lane: { value, title: title ?? t('forms.noLane') }, own }
    }
    const holds: Rules['holds'] = (id, kind) => {
      const container = connection.board.getState().cards.get(id)
      if (!container || locked(container.place.in)) return false
      return template.questions.some((question) => question.container === container.kind && question.station === kind)
    }
    const lastIn = (column: string): CardId | null => cardIdsIn(connection.board.getState(), column).at(-1) ?? null
    const takers = (dragged: CardId): Takers => {
      const state = connection.board.getState()
      const kind = state.cards.get(dragged)?.kind
      const questions = connection.frame.getState().view?.questions ?? []
      const kinds = new Map<KindId, string>()
      if (kind === undefined) return { kinds, linked: new Map(), columns: [], here: '' }
      for (const other of template.kinds) {
        const [relation] = [...relationsBetween(template, kind, other.id), ...relationsBetween(template, other.id, kind)]
        if (relation) kinds.set(other.id, relation.drop[language])
      }
      const linked = new Map<CardId, string | null>()
      for (const { from, to } of linksOfCard(state, dragged)) {
        const other = from === dragged ? to : from
        linked.set(other, linkTo(dragged, other)?.relation.drop[language] ?? null)
      }
      const columns = questions.map(({ id }) => id).filter((id) => accepts(id, kind) || laneFor(id, dragged, '') !== null)
      return { kinds, linked, columns, here: t('board.dropHere') }
    }
    return { accepts, lastIn, laneFor, holds, takers, linkTo }
  }, [connection, template, language, t])
}
