import { useState, type ReactNode } from 'react'
import { TextField } from '../common/controls.tsx'

/** While the digits of a year are typed, browsers report the years 2, 20 and 202. */
const WHOLE_DATE = /^[2-9]\d{3}-\d\d-\d\d$/

/** A date that is kept once its year is typed to the end. */
export function DateField(props: {
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly canWrite: boolean
  readonly onDate: (date: string) => void
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      type="date"
      min="2000-01-01"
      max="9999-12-31"
      value={draft ?? props.value}
      readOnly={!props.canWrite}
      onChange={(event) => {
        const date = event.target.value
        const whole = date === '' || WHOLE_DATE.test(date)
        setDraft(whole ? null : date)
        if (whole) props.onDate(date)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
