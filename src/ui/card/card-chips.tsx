import { CircleAlert, X } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { BIN, type Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { linkId } from '../../model/link.ts'
import { fill, type Language } from '../../model/text.ts'
import type { Question, Relation } from '../../model/template.ts'
import type { BoardState } from '../../sync/board-store.ts'
import { linksOfCard } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import { focused } from '../board/focus.ts'
import { goToCard } from '../board/go-to.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { useWords } from '../hooks/use-words.ts'
import styles from './card.module.css'

interface CardChipsProps {
  readonly card: Card
  readonly canWrite: boolean
  readonly question?: Question | undefined
}

/** What a card's links say: who is at its ends, and what is still missing. */
export function CardChips({ card, canWrite, question }: CardChipsProps): ReactNode {
  const relations = useTemplate().relations.filter((relation) => relation.to.includes(card.kind) || relation.from.includes(card.kind))
  const form =
    question?.relation !== undefined && relations.some((relation) => isShown(relation, card, question)) ? question.form : undefined
  if (relations.length === 0) return null
  return (
    <div className={styles['chips']}>
      {relations.map((relation) => {
        const target = relation.to.includes(card.kind)
        const shown = isShown(relation, card, question)
        // A slot stands on the card, with all that its own links lead to.
        if (form === 'assign' && (shown || !target)) return null
        return <RelationChips key={relation.id} id={card.id} relation={relation} target={target} inLane={shown} canWrite={canWrite} />
      })}
    </div>
  )
}

/** The link that a question is about, on the card that it leads to. */
function isShown(relation: Relation, card: Card, question: Question | undefined): boolean {
  return relation.id === question?.relation && relation.to.includes(card.kind)
}

interface RelationChipsProps {
  readonly id: CardId
  readonly relation: Relation
  readonly target: boolean
  /** The card lies in the lane of its one source. */
  readonly inLane: boolean
  readonly canWrite: boolean
}

const RelationChips = memo(function RelationChips({ id, relation, target, inLane, canWrite }: RelationChipsProps): ReactNode {
  const language = useBoardLanguage()
  const open = useOpen()
  const joined = useBoard((state) => otherEnds(state, id, relation, target).join(' '))
  const others = joined === '' ? [] : (joined.split(' ') as CardId[])
  if (inLane && others.length === 1) return null
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
  if (!target && relation.countFrom)
    return (
      <button type="button" className={styles['chip']} data-color={undefined} onClick={() => open({ what: 'details', card: id })}>
        {countText(relation.countFrom, others.length, language)}
      </button>
    )
  const contested = relation.max === 1 && target && others.length > 1
  return others.map((other) => (
    <EndChip
      key={other}
      id={other}
      link={target ? linkId(relation.id, other, id) : linkId(relation.id, id, other)}
      canWrite={canWrite}
      onChoose={contested && canWrite ? () => open({ what: 'choose', card: id, relation: relation.id, end: 'sources' }) : undefined}
      contested={contested}
    />
  ))
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

interface EndChipProps {
  readonly id: CardId
  readonly link: string
  readonly canWrite: boolean
  readonly contested?: boolean
  readonly onChoose?: (() => void) | undefined
}

/** Another card: a press shows it, or settles which of several it is; Delete, or the cross, takes the link away. */
export function EndChip({ id, link, canWrite, contested = false, onChoose }: EndChipProps): ReactNode {
  const { t, language: spoken } = useWords()
  const { board } = useConnection()
  const card = useBoard((state) => state.cards.get(id))
  const { kinds, stack } = useTemplate()
  const color = kinds.find((known) => known.id === card?.kind)?.color
  const actions = useActions()
  const open = useOpen()
  const text = shortText(card, '') || t('card.empty')
  const unlink = (chip: Element): void => {
    keepFocusNear(chip)
    actions.unlink(link)
  }
  return (
    <span className={styles['end']} data-color={color} data-contested={contested}>
      <button
        type="button"
        className={styles['chip']}
        aria-label={contested ? `${text}, ${t('card.contested')}` : undefined}
        aria-keyshortcuts={canWrite ? 'Delete' : undefined}
        dir="auto"
        onClick={onChoose ?? (() => goToCard(board.getState(), id, stack, () => open({ what: 'details', card: id })))}
        onKeyDown={(event) => {
          if (!canWrite || (event.key !== 'Delete' && event.key !== 'Backspace')) return
          event.preventDefault()
          unlink(event.currentTarget)
        }}
      >
        {contested ? <CircleAlert size={13} aria-hidden /> : null}
        {text}
      </button>
      {canWrite ? (
        <button
          type="button"
          className={styles['cross']}
          tabIndex={-1}
          lang={spoken}
          aria-label={t('card.unlink', { text })}
          onClick={(event) => unlink(event.currentTarget)}
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}

/** The chip leaves with its focus, which goes on to the next chip of the card, or to the card. */
function keepFocusNear(chip: Element): void {
  const article = chip.closest('article')
  const end = chip.closest('span')
  const next = (end?.nextElementSibling ?? end?.previousElementSibling)?.querySelector('button')
  requestAnimationFrame(() => {
    if (focused()) return
    if (next?.isConnected) next.focus()
    else article?.focus()
  })
}
