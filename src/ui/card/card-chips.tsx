import { memo, type ReactNode } from 'react'
import { BIN, type Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { fill, type Language } from '../../model/text.ts'
import type { Relation } from '../../model/template.ts'
import type { BoardState } from '../../sync/board-store.ts'
import { linksOfCard } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useTemplate } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText } from '../board/use-actions.ts'
import { useWords } from '../hooks/use-words.ts'
import styles from './card.module.css'

/** What a card's links say: who is at its ends, and what is still missing. */
export function CardChips({ card, canWrite }: { readonly card: Card; readonly canWrite: boolean }): ReactNode {
  const relations = useTemplate().relations.filter((relation) => relation.to.includes(card.kind) || relation.from.includes(card.kind))
  if (relations.length === 0) return null
  return (
    <div className={styles['chips']}>
      {relations.map((relation) => (
        <RelationChips key={relation.id} id={card.id} relation={relation} target={relation.to.includes(card.kind)} canWrite={canWrite} />
      ))}
    </div>
  )
}

interface RelationChipsProps {
  readonly id: CardId
  readonly relation: Relation
  readonly target: boolean
  readonly canWrite: boolean
}

const RelationChips = memo(function RelationChips({ id, relation, target, canWrite }: RelationChipsProps): ReactNode {
  const language = useBoardLanguage()
  const open = useOpen()
  const joined = useBoard((state) => otherEnds(state, id, relation, target).join(' '))
  const others = joined === '' ? [] : (joined.split(' ') as CardId[])
  if (others.length === 0) {
    const missing = target ? relation.missingTo : relation.missingFrom
    if (!missing) return null
    return (
      <button
        type="button"
        className={styles['missing']}
        disabled={!canWrite}
        onClick={() => open({ what: 'link', card: id, wanted: { relation: relation.id, end: target ? 'sources' : 'targets' } })}
      >
        {missing[language]}
      </button>
    )
  }
  if (target) return others.map((other) => <EndChip key={other} id={other} contested={relation.max === 1 && others.length > 1} />)
  return relation.countFrom ? (
    <button type="button" className={styles['chip']} data-color={undefined} onClick={() => open({ what: 'details', card: id })}>
      {countText(relation.countFrom, others.length, language)}
    </button>
  ) : null
})

/** The cards at the other end of a relation that are on the board. */
export function otherEnds(state: BoardState, id: string, relation: Relation, target: boolean): CardId[] {
  return linksOfCard(state, id).flatMap((link) => {
    if (link.relation !== relation.id || (target ? link.to : link.from) !== id) return []
    const other = target ? link.from : link.to
    const card = state.cards.get(other)
    return card && card.place.in !== BIN ? [other] : []
  })
}

const PLURALS: Record<Language, Intl.PluralRules> = { de: new Intl.PluralRules('de'), en: new Intl.PluralRules('en') }

function countText(count: NonNullable<Relation['countFrom']>, n: number, language: Language): string {
  const form = PLURALS[language].select(n) === 'one' ? count.one : count.other
  return fill(form[language], { n })
}

const EndChip = memo(function EndChip({ id, contested }: { readonly id: CardId; readonly contested: boolean }): ReactNode {
  const { t } = useWords()
  const card = useBoard((state) => state.cards.get(id))
  const color = useTemplate().kinds.find((known) => known.id === card?.kind)?.color
  const open = useOpen()
  return (
    <button
      type="button"
      className={styles['chip']}
      data-color={color}
      data-contested={contested}
      dir="auto"
      onClick={() => open({ what: 'details', card: id })}
    >
      {shortText(card, '') || t('card.empty')}
    </button>
  )
})
