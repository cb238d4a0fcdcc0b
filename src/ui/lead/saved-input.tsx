import type { ReactNode } from 'react'
import { useDraft } from './use-draft.ts'

/** An input that is sent when one leaves it or presses Enter. Empty means: as it was. */
export function SavedInput(props: {
  readonly label: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly type?: 'text' | 'number'
  readonly max?: number
  readonly lang?: string
  readonly className?: string | undefined
}): ReactNode {
  const { shown, setDraft, save } = useDraft(props.value, (next) => next !== '' && props.onSave(next))
  return (
    <input
      aria-label={props.label}
      className={props.className}
      lang={props.lang}
      type={props.type ?? 'text'}
      {...(props.type === 'number' ? { min: 1, max: 480, inputMode: 'numeric' as const } : { maxLength: props.max })}
      value={shown}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  )
}
