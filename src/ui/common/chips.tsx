import type { ReactNode } from 'react'
import styles from './chips.module.css'

interface ChipsProps {
  readonly label: string
  readonly offered: readonly string[]
  readonly chosen: string
  /** Called with what was pressed, also when it is chosen already. */
  readonly onPress: (text: string) => void
  readonly lang?: string
}

/** A few words of which one is chosen with one tap. */
export function Chips({ label, offered, chosen, onPress, lang }: ChipsProps): ReactNode {
  if (offered.length === 0) return null
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      <span>{label}</span>
      {offered.map((text) => (
        <button key={text} type="button" lang={lang} aria-pressed={text === chosen} onClick={() => onPress(text)}>
          {text}
        </button>
      ))}
    </div>
  )
}
