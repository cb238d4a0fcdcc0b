import { useImperativeHandle, useRef, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { LIMITS } from '../../model/limits.ts'
import { useSharedText } from '../hooks/use-shared-text.ts'
import { toast } from './toasts.tsx'

type SharedTextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> & {
  readonly text: Y.Text
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** An input in which several people write at once. */
export function SharedTextarea({ text, ref, ...rest }: SharedTextareaProps): ReactNode {
  const { t, i18n } = useTranslation()
  const input = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => input.current as HTMLTextAreaElement)
  const shared = useSharedText(text, input)
  const tooLong = (length: number): void => {
    toast(t('board.tooLong', { length: length.toLocaleString(i18n.language), max: LIMITS.textChars.toLocaleString(i18n.language) }))
  }
  return (
    <textarea
      rows={1}
      {...rest}
      ref={input}
      data-shared
      value={shared.value}
      onCompositionStart={shared.onCompositionStart}
      onCompositionEnd={shared.onCompositionEnd}
      onChange={(event) => {
        if (!shared.onText(event.target.value)) tooLong(event.target.value.length)
      }}
    />
  )
}
