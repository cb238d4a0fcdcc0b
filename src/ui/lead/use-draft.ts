import { useEffect, useRef, useState } from 'react'

interface Draft {
  readonly shown: string
  readonly setDraft: (text: string) => void
  readonly save: () => void
}

/** What is being typed over a value; saved when one asks for it, and when the dialog closes before that. */
export function useDraft(value: string, onSave: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = useRef(() => undefined as void)
  useEffect(() => {
    keep.current = () => {
      const text = draft?.trim()
      if (text !== undefined && text !== value) onSave(text)
    }
  })
  useEffect(() => () => keep.current(), [])
  return {
    shown: draft ?? value,
    setDraft,
    save: () => {
      keep.current()
      setDraft(null)
    },
  }
}
