import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/i18n.ts'
import { formatNumber } from '../../insight/values.ts'
import { TextField } from '../common/controls.tsx'
import { parseAmount } from './amount.ts'

/** No effort in days and no sum in euros of a workshop's plan is larger. */
const MOST = 1_000_000

/** A number or a sum, written and shown as the reader's language does it. */
export function AmountField(props: {
  readonly label: string
  readonly hint: string | undefined
  readonly value: number | null
  readonly whole: boolean
  readonly canWrite: boolean
  readonly onAmount: (amount: number | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const language = currentLanguage()
  const read = (text: string): number | null => {
    const amount = parseAmount(text, language)
    if (amount === null || amount > MOST) return null
    return props.whole ? Math.round(amount) : amount
  }
  const isWrong = draft !== null && draft.trim() !== '' && read(draft) === null
  return (
    <TextField
      label={props.label}
      hint={isWrong ? t('card.noAmount') : props.hint}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-invalid={isWrong || undefined}
      value={draft ?? (props.value === null ? '' : formatNumber(props.value, language))}
      readOnly={!props.canWrite}
      onChange={(event) => {
        const text = event.target.value
        const amount = read(text)
        setDraft(text)
        if (text.trim() === '') props.onAmount(null)
        else if (amount !== null) props.onAmount(amount)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
