import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, FieldValue } from '../../model/card.ts'
import { LIMITS } from '../../model/limits.ts'
import type { Field } from '../../model/template.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { useActions } from '../board/use-actions.ts'
import { CheckField, SelectField, TextArea, TextField } from '../common/controls.tsx'

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
      return (
        <TextArea
          label={label}
          value={text}
          maxLength={LIMITS.fieldChars}
          readOnly={!canWrite}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'text':
      return (
        <TextField
          label={label}
          value={text}
          maxLength={LIMITS.fieldChars}
          readOnly={!canWrite}
          onChange={(event) => set(event.target.value)}
        />
      )
    case 'date':
      return <TextField label={label} type="date" value={text} readOnly={!canWrite} onChange={(event) => set(event.target.value)} />
    case 'number':
    case 'money':
      return (
        <TextField
          label={`${label} (${field.type === 'money' ? '€' : (field.unit?.[language] ?? '')})`}
          type="number"
          inputMode="decimal"
          min={0}
          step={field.type === 'money' ? 1 : 0.5}
          value={typeof value === 'number' ? value : ''}
          readOnly={!canWrite}
          onChange={(event) => set(Number.isFinite(event.target.valueAsNumber) ? event.target.valueAsNumber : null)}
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
