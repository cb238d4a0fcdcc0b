import { useEffect, useRef, useState, type ReactNode } from 'react'
import { LIMITS } from '../../model/limits.ts'
import { TextArea } from '../common/controls.tsx'

const WRITE_AFTER_MS = 700

interface WrittenFieldProps {
  readonly label: string
  readonly value: string
  readonly canWrite: boolean
  readonly onWrite: (text: string) => void
}

/** A text that is written when one pauses or leaves: two people who type in it at once never mix their letters. */
export function WrittenField({ label, value, canWrite, onWrite }: WrittenFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null)
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const write = useRef(onWrite)
  useEffect(() => {
    write.current = onWrite
  }, [onWrite])
  const flush = useRef(() => {
    if (!pending.current) return
    clearTimeout(pending.current.timer)
    write.current(pending.current.text)
    pending.current = null
  })
  // What waits is written when the panel closes, too.
  useEffect(() => flush.current, [])
  return (
    <TextArea
      label={label}
      value={draft ?? value}
      maxLength={LIMITS.fieldChars}
      readOnly={!canWrite}
      onChange={(event) => {
        const text = event.target.value
        setDraft(text)
        clearTimeout(pending.current?.timer)
        pending.current = { text, timer: setTimeout(flush.current, WRITE_AFTER_MS) }
      }}
      onBlur={() => {
        flush.current()
        setDraft(null)
      }}
    />
  )
}
