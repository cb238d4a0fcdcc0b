import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, FieldValue } from '../../model/card.ts'
import type { Field } from '../../model/template.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { useActions } from '../board/use-actions.ts'
import { AmountField } from './amount-field.tsx'
import { DateField } from './date-field.tsx'
import controls from '../common/controls.module.css'
import { CheckField, SelectField } from '../common/controls.tsx'
import { WrittenField } from './written-field.tsx'

/** One field of a card, as the template declares it. */
export function FieldInput({
  card,
  field,
  canWrite,
}: {
  readonly card: Card
  readonly field: Field
  readonly canWrite: boolean
}): ReactNode {
  const { t, i18n } = useTranslation()
  const language = useBoardLanguage()
  const actions = useActions()
  const value = card.fields[field.id]
  const set = (next: FieldValue | null): void => actions.field(card.id, field.id, next)
  const label = field.label[language]
  const hint = field.hint?.[language]
  const id = useId()
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'longtext':
    case 'text':
      return <WrittenField card={card} field={field} canWrite={canWrite} />
    case 'date':
      return <DateField label={label} hint={hint} value={text} canWrite={canWrite} onDate={set} />
    case 'number':
    case 'money':
      return (
        <AmountField
          label={`${label} (${field.type === 'money' ? '€' : (field.unit?.[language] ?? '')})`}
          hint={hint}
          value={typeof value === 'number' ? value : null}
          whole={field.type === 'money'}
          canWrite={canWrite}
          onAmount={set}
        />
      )
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          value={text}
          disabled={!canWrite}
          onValue={(next) => set(next === '' ? null : next)}
          options={[
            { value: '', label: t('card.none'), lang: i18n.language },
            ...(field.options ?? []).map((option) => ({ value: option.id, label: option.label[language] })),
          ]}
        />
      )
    case 'choices': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <fieldset aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
          <legend>{label}</legend>
          {hint === undefined ? null : (
            <p id={`${id}-hint`} className={controls['hint']}>
              {hint}
            </p>
          )}
          {(field.options ?? []).map((option) => (
            <CheckField
              key={option.id}
              label={option.label[language]}
              disabled={!canWrite}
              checked={chosen.includes(option.id)}
              onChecked={(on) => set(on ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))}
            />
          ))}
        </fieldset>
      )
    }
    case 'check':
      return <CheckField label={label} hint={hint} disabled={!canWrite} checked={value === true} onChecked={set} />
  }
}
