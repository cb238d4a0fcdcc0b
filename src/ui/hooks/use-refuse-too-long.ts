import { useCallback, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../model/limits.ts'
import { toast } from '../common/toasts.tsx'

/** Refuses a paste that goes over what a card holds, with both numbers: cut off by the browser, nobody would know that something is gone. */
export function useRefuseTooLong(): (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void {
  const { t, i18n } = useTranslation()
  return useCallback(
    (event) => {
      const { value, selectionStart, selectionEnd } = event.currentTarget
      const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0)
      const length = event.clipboardData.getData('text').length + value.length - replaced
      if (length <= LIMITS.textChars) return
      event.preventDefault()
      const [has, max] = [length, LIMITS.textChars].map((count) => count.toLocaleString(i18n.language))
      toast(t('board.tooLong', { length: has, max }))
    },
    [t, i18n],
  )
}
