import type { ReactNode } from 'react'
import { fieldHolds } from '../../../insight/condition.ts'
import type { Card } from '../../../model/card.ts'
import type { FieldId } from '../../../model/ids.ts'
import type { Field, Kind, Question } from '../../../model/template.ts'
import { relationOf, useKind, useTemplate } from '../board-context.ts'
import { Chain } from './chain.tsx'
import { Facts } from './facts.tsx'
import { ForWhat } from './for-what.tsx'
import { Slot } from './slot.tsx'
import { Steps } from './steps.tsx'

export interface CardBodyProps {
  readonly card: Card
  readonly question: Question
  readonly canWrite: boolean
}

/** What a card shows of itself in a question's column, as the form of the question wants it. */
export function CardBody({ card, question, canWrite }: CardBodyProps): ReactNode {
  const kind = useKind(card.kind)
  const template = useTemplate()
  const relation = relationOf(template, question.relation ?? '')
  if (!kind) return null
  if (question.form === 'chain' && question.container === card.kind) return <Chain card={card} column={question.id} canWrite={canWrite} />
  const fields = askedOf(question, kind, card, template.plan.status?.field)
  if (question.form === 'grid') return <Steps card={card} fields={fields} canWrite={canWrite} />
  const slot = question.form === 'assign' && relation?.to.includes(card.kind) ? relation : undefined
  return (
    <>
      {slot ? <Slot card={card} relation={slot} canWrite={canWrite} /> : null}
      {slot
        ? template.relations
            .filter((known) => known.from.includes(card.kind))
            .map((known) => <ForWhat key={known.id} card={card} relation={known} canWrite={canWrite} />)
        : null}
      <Facts card={card} fields={fields} canWrite={canWrite} unnamed={question.field} />
    </>
  )
}

/** The fields that a question asks a card for now; the choice that sorts it, as long as it is open; how it goes, once that is said. */
function askedOf(question: Question, kind: Kind, card: Card, status: FieldId | undefined): Field[] {
  const open = question.form === 'sort' && question.field !== undefined && card.fields[question.field] === undefined
  const wanted = [...(open && question.field !== undefined ? [question.field] : []), ...(question.fields ?? [])]
  return wanted.flatMap((id) => {
    if (id === status && card.fields[id] === undefined) return []
    const field = kind.fields.find((known) => known.id === id)
    return field && (!field.when || fieldHolds(card, field.when)) ? [field] : []
  })
}
