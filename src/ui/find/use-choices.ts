import { useTranslation } from 'react-i18next'
import type { Kind } from '../../model/template.ts'
import { fill } from '../../model/text.ts'
import { useBoard, useBoardLanguage, useTemplate } from '../board/board-context.ts'
import { useGaps } from '../gaps/gap-store.ts'
import { useFinding } from './filter-context.ts'
import { ANY_GAP, isUnlinked, UNLINKED } from './filter.ts'

/** What can be ticked to narrow the board down. */
export interface Choice {
  readonly id: string
  readonly label: string
  /** How many cards of the board it would leave, where the words do not say it. */
  readonly count?: number
  readonly kind?: Kind
  /** The words are the interface's, not the board's. */
  readonly own?: true
}

/** The kinds of which there are cards, in the template's order. */
export function useKindChoices(): readonly Choice[] {
  const { kinds } = useTemplate()
  const language = useBoardLanguage()
  const { filter } = useFinding()
  const counts = useBoard((state) => kinds.map((kind) => state.idsOfKind.get(kind.id)?.length ?? 0).join(' ')).split(' ')
  return kinds
    .map((kind, at) => ({ id: kind.id, label: kind.label[language], count: Number(counts[at]), kind }))
    .filter(({ id, count }) => count > 0 || filter.kinds.includes(id))
}

/** Cards without a link, with any gap, and every rule that finds something on a card, the gravest first. */
export function useMissingChoices(): readonly Choice[] {
  const { t } = useTranslation()
  const { rules } = useTemplate()
  const language = useBoardLanguage()
  const { filter } = useFinding()
  const insight = useGaps((state) => state.insight)
  const unlinked = useBoard((state) => {
    let count = 0
    for (const ids of state.idsOfKind.values()) count += ids.filter((id) => isUnlinked(state, id)).length
    return count
  })
  const cardsOf = new Map<string, Set<string>>()
  const lacking = new Set<string>()
  for (const { rule, cards } of insight?.gaps ?? []) {
    const [card] = cards
    if (card === undefined) continue
    lacking.add(card)
    cardsOf.set(rule, (cardsOf.get(rule) ?? new Set()).add(card))
  }
  const found = [...new Set([...cardsOf.keys(), ...filter.missing])].flatMap((id): Choice[] => {
    const rule = rules.find((known) => known.id === id)
    const n = cardsOf.get(id)?.size ?? 0
    return rule ? [{ id, label: fill((n === 1 ? rule.count.one : rule.count.other)[language], { n }) }] : []
  })
  return [
    { id: UNLINKED, label: t('find.unlinked'), count: unlinked, own: true },
    { id: ANY_GAP, label: t('find.anyGap'), count: lacking.size, own: true },
    ...found,
  ]
}
