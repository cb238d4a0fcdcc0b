import type { ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { FieldId } from '../../../model/ids.ts'
import type { Field } from '../../../model/template.ts'
import { ChoiceFact } from './choice-fact.tsx'
import { Fact } from './fact.tsx'
import styles from './forms.module.css'

/** More options than fit on a card are chosen from a list. */
const OPTIONS_AT_HAND = 4

/** Fields of a card, filled in right on it. */
export function Facts({
  card,
  fields,
  canWrite,
  unnamed,
}: {
  readonly card: Card
  readonly fields: readonly Field[]
  readonly canWrite: boolean
  /** A field that is called what the column is about: its options need no name. */
  readonly unnamed?: FieldId | undefined
}): ReactNode {
  if (fields.length === 0) return null
  return (
    <div className={styles['facts']}>
      {fields.map((field) =>
        field.type === 'choice' && (field.options?.length ?? 0) <= OPTIONS_AT_HAND ? (
          <ChoiceFact key={field.id} card={card} field={field} canWrite={canWrite} named={field.id !== unnamed} />
        ) : (
          <Fact key={field.id} card={card} field={field} canWrite={canWrite} />
        ),
      )}
    </div>
  )
}
