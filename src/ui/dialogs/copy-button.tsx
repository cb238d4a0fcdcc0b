import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../common/controls.tsx'

/** Copies the text of the input that it stands beside; `what` is the name of it. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }): ReactNode {
  const { t } = useTranslation()
  const [copiedText, setCopiedText] = useState('')
  const word = copiedText === text ? t('common.copied') : t('common.copy')
  const copy = (input: HTMLInputElement | null): void => {
    input?.select()
    // Without https the clipboard is closed to pages; the selected text can be copied by hand.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard) void clipboard.writeText(text).then(() => setCopiedText(text))
    else if (document.execCommand('copy')) setCopiedText(text)
  }
  return (
    <Button aria-label={`${word}: ${what}`} onClick={(event) => copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}>
      {word}
    </Button>
  )
}
