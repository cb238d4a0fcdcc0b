import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId, KindId } from '../../model/ids.ts'
import { relationsBetween } from '../../model/link.ts'
import { cardIdsIn, linksOfCard, questionAt } from '../../sync/board-store.ts'
import { linkExists, shortText } from '../board/use-actions.ts'
import { useBoardLanguage, useOpenBoard, useTemplate } from '../board/board-context.ts'
import { hasLane, laneOf, laneRule, lanesOf } from '../board/forms/lane.ts'
import type { PossibleLink, PossibleStack, Rules } from './find-target.ts'
import type { Takers } from './light-up.ts'

/** Which column takes which kind, and what dropping one card onto another would mean. */
export function useDropRules(): Rules {
  const { connection } = useOpenBoard()
  const template = useTemplate()
  const language = useBoardLanguage()
  const { t } = useTranslation()
  return useMemo<Rules>(() => {
    const accepts = (place: string, kind: KindId, id?: CardId): boolean => {
      const state = connection.board.getState()
      const inCard = state.cards.get(place)
      const isStack = kind === template.stack
      if (inCard && (inCard.kind !== template.stack || isStack)) return false
      const column = questionAt(state, place)
      const contents = isStack && id !== undefined ? cardIdsIn(state, id) : []
      if (contents.some((card) => !accepts(column, state.cards.get(card)?.kind ?? kind))) return false
      const view = connection.frame.getState().view
      const question = template.questions.find((known) => known.id === column)
      if (view && view.me.role !== 'facilitator' && view.questions.some((known) => known.id === column && known.locked)) return false
      // A question that the facilitator added has no entry in the template: it takes every kind.
      return question ? question.of === undefined && (isStack || question.kinds.includes(kind)) : true
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
      if (!question || !rule || !card || locked(column) || !hasLane(rule, card.kind)) return null
      if (question.of === undefined ? !accepts(column, card.kind, dragged) : question.of !== card.kind) return null
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
      if (kind === undefined) return { kinds, linked: new Map(), columns: [], chains: new Map(), here: '' }
      for (const other of template.kinds) {
        const [relation] = [...relationsBetween(template, kind, other.id), ...relationsBetween(template, other.id, kind)]
        if (relation) kinds.set(other.id, relation.drop[language])
      }
      const linked = new Map<CardId, string | null>()
      for (const { from, to } of linksOfCard(state, dragged)) {
        const other = from === dragged ? to : from
        linked.set(other, linkTo(dragged, other)?.relation.drop[language] ?? null)
      }
      if (template.stack !== undefined && kind !== template.stack) {
        kinds.set(template.stack, t('many.intoStack'))
        for (const stack of state.idsOfKind.get(template.stack) ?? []) if (!accepts(stack, kind)) linked.set(stack, null)
      }
      const columns = questions.map(({ id }) => id).filter((id) => accepts(id, kind, dragged) || laneFor(id, dragged, '') !== null)
      const chains = new Map<CardId, string>()
      for (const { id } of questions) for (const card of cardIdsIn(state, id)) if (holds(card, kind)) chains.set(card, id)
      return { kinds, linked, columns, chains, here: t('board.dropHere') }
    }
    const stackWith = (column: string, dragged: CardId, onto: CardId): PossibleStack | null => {
      const state = connection.board.getState()
      const from = state.cards.get(dragged)
      const to = state.cards.get(onto)
      if (!from || !to || template.stack === undefined || from.kind === template.stack || from.place.in === onto) return null
      if (!cardIdsIn(state, column).includes(onto) || !accepts(column, from.kind) || !accepts(column, template.stack)) return null
      const text = shortText(to, t('card.empty'))
      if (to.kind === template.stack) return { isThere: true, words: t('many.putInStack', { text }) }
      return to.kind === from.kind ? { isThere: false, words: t('many.stackWith', { text }) } : null
    }
    return { accepts, lastIn, laneFor, holds, takers, linkTo, stackWith }
  }, [connection, template, language, t])
}
