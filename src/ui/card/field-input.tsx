import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, FieldValue } from '../../model/card.ts'
import type { Field } from '../../model/template.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { useActions } from '../board/use-actions.ts'
import { DateField } from './date-field.tsx'
import { CheckField, SelectField, TextField } from '../common/controls.tsx'
import { WrittenField } from './written-field.tsx'

/** No effort in days and no sum in euros of a workshop's plan is larger. */
const MOST = 1_000_000

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
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const actions = useActions()
  const value = card.fields[field.id]
  const set = (next: FieldValue | null): void => actions.field(card.id, field.id, next)
  const label = field.label[language]
  const text = typeof value === 'string' ? value : ''
  switch (field.type) {
    case 'longtext':
    case 'text':
      return <WrittenField label={label} value={text} canWrite={canWrite} onWrite={set} />
    case 'date':
      return <DateField label={label} value={text} canWrite={canWrite} onDate={set} />
    case 'number':
    case 'money':
      return (
        <TextField
          label={`${label} (${field.type === 'money' ? '€' : (field.unit?.[language] ?? '')})`}
          type="number"
          inputMode="decimal"
          min={0}
          max={MOST}
          step={field.type === 'money' ? 1 : 0.5}
          value={typeof value === 'number' ? value : ''}
          readOnly={!canWrite}
          onChange={(event) => {
            const next = event.target.valueAsNumber
            if (Number.isNaN(next)) set(null)
            else if (next >= 0 && next <= MOST) set(next)
          }}
        />
      )
    case 'choice':
      return (
        <SelectField
          label={label}
          value={text}
          disabled={!canWrite}
          onValue={(next) => set(next === '' ? null : next)}
          options={[
            { value: '', label: t('card.none') },
            ...(field.options ?? []).map((option) => ({ value: option.id, label: option.label[language] })),
          ]}
        />
      )
    case 'choices': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <fieldset>
          <legend>{label}</legend>
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
      return <CheckField label={label} disabled={!canWrite} checked={value === true} onChecked={set} />
  }
}
