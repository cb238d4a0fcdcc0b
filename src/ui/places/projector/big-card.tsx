import { Check } from 'lucide-react'
import { memo, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../model/card.ts'
import type { CardId } from '../../../model/ids.ts'
import { votesOf, type VoteResult } from '../../../model/rounds.ts'
import type { Question, Relation } from '../../../model/template.ts'
import { cardIdsIn } from '../../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useKind, useTemplate, useView } from '../../board/board-context.ts'
import { shortText } from '../../board/use-actions.ts'
import { otherEnds } from '../../card/card-chips.tsx'
import { KindIcon } from '../../card/kind-icon.tsx'
import styles from './projector.module.css'

interface BigCardProps {
  readonly id: CardId
  readonly question: Question | undefined
}

const NO_RESULTS: readonly VoteResult[] = []

/** A card as it is read from afar: its text, what lies in it, and what the question is about. */
export const BigCard = memo(function BigCard({ id, question }: BigCardProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const card = useBoard((state) => state.cards.get(id))
  const kind = useKind(card?.kind ?? ('' as never))
  const results = useView((view) => view?.rounds.results ?? NO_RESULTS)
  const votes = useMemo(() => votesOf(results)[id] ?? 0, [results, id])
  if (!card) return null
  return (
    <article className={styles['card']} data-color={kind?.color} lang={language}>
      <p className={styles['kind']}>
        {kind ? <KindIcon icon={kind.icon} size={26} /> : null}
        {kind?.label[language] ?? card.kind}
        {votes > 0 ? (
          <span className={styles['votes']} lang="">
            {t('projector.votes', { count: votes })}
          </span>
        ) : null}
      </p>
      <p className={styles['text']} dir="auto">
        {card.text.trim() || t('card.empty')}
      </p>
      <Inside id={id} isChain={question?.container === card.kind} />
      <Facts card={card} question={question} />
      <Ends card={card} question={question} />
    </article>
  )
})

/** The cards of a stack, or the stations of a chain. */
function Inside({ id, isChain }: { readonly id: CardId; readonly isChain: boolean }): ReactNode {
  const texts = useBoard((state) =>
    cardIdsIn(state, id)
      .map((each) => shortText(state.cards.get(each), ''))
      .join('\n'),
  )
  if (texts === '') return null
  return (
    <ol className={styles['inside']} data-chain={isChain}>
      {texts.split('\n').map((text, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- texts alone: two may be the same
        <li key={at}>{text}</li>
      ))}
    </ol>
  )
}

/** The steps of a grid, the lane of a sorted card. */
function Facts({ card, question }: { readonly card: Card; readonly question: Question | undefined }): ReactNode {
  const language = useBoardLanguage()
  const kind = useKind(card.kind)
  const fieldOf = (id: string) => kind?.fields.find((field) => field.id === id)
  if (question?.form === 'grid') {
    return (
      <ul className={styles['facts']}>
        {(question.fields ?? []).flatMap(fieldOf).map((field) => {
          const value = field && card.fields[field.id]
          const isFilled = value !== undefined && value !== '' && value !== false
          return field ? (
            <li key={field.id} data-missing={!isFilled}>
              {isFilled ? <Check aria-hidden /> : null}
              {field.label[language]}
            </li>
          ) : null
        })}
      </ul>
    )
  }
  const lane = question?.form === 'sort' && question.field !== undefined ? fieldOf(question.field) : undefined
  const option = lane?.options?.find((known) => known.id === card.fields[lane.id])
  if (!option) return null
  return (
    <ul className={styles['facts']}>
      <li>{option.label[language]}</li>
    </ul>
  )
}

/** Who is at the ends of its links: in a question the one that it asks for, or the first that is asked for at all. */
function Ends({ card, question }: BigEnds): ReactNode {
  const relations = useTemplate().relations.filter(({ to, from }) => to.includes(card.kind) || from.includes(card.kind))
  const asked =
    relations.find(({ id }) => id === question?.relation) ??
    relations.find(({ to, missingTo }) => to.includes(card.kind) && missingTo !== undefined)
  const shown = question ? relations.filter((relation) => relation === asked) : relations.filter(({ to }) => to.includes(card.kind))
  return shown.length === 0 ? null : (
    <ul className={styles['ends']}>
      {shown.map((relation) => (
        <EndsOf key={relation.id} card={card} relation={relation} isAsked={relation === asked} />
      ))}
    </ul>
  )
}

interface BigEnds {
  readonly card: Card
  readonly question: Question | undefined
}

function EndsOf({ card, relation, isAsked }: { readonly card: Card; readonly relation: Relation; readonly isAsked: boolean }): ReactNode {
  const language = useBoardLanguage()
  const isTarget = relation.to.includes(card.kind)
  const names = useBoard((state) =>
    otherEnds(state, card.id, relation, isTarget)
      .map((other) => shortText(state.cards.get(other), ''))
      .filter(Boolean)
      .join(' · '),
  )
  if (names !== '') {
    return (
      <li>
        <span>{(isTarget ? relation.labelTo : relation.labelFrom)[language]}</span> {names}
      </li>
    )
  }
  const missing = isAsked ? (isTarget ? relation.missingTo : relation.missingFrom)?.[language] : undefined
  return missing === undefined ? null : <li data-missing>{missing}</li>
}
