import { useImperativeHandle, useRef, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { LIMITS } from '../../model/limits.ts'
import { useSharedText } from '../hooks/use-shared-text.ts'
import { CharsLeft } from './chars-left.tsx'
import { toast } from './toasts.tsx'

type SharedTextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'> & {
  readonly text: Y.Text | null
  readonly plain?: string
  readonly make?: () => Y.Text | null
  readonly max?: number
  readonly ref?: Ref<HTMLTextAreaElement>
}

const PASTES: ReadonlySet<string> = new Set(['insertFromPaste', 'insertFromDrop'])

/** An input in which several people write at once. */
export function SharedTextarea({ text, plain = '', make, max = LIMITS.textChars, ref, ...rest }: SharedTextareaProps): ReactNode {
  const { t, i18n } = useTranslation()
  const input = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => input.current as HTMLTextAreaElement)
  const shared = useSharedText(text, input, { plain, max, ...(make ? { make } : {}) })
  const tooLong = (length: number, pasted: boolean): void => {
    const most = max.toLocaleString(i18n.language)
    toast(pasted ? t('board.tooLong', { length: length.toLocaleString(i18n.language), max: most }) : t('board.tooLongTyped', { max: most }))
  }
  return (
    <>
      <textarea
        rows={1}
        dir="auto"
        {...rest}
        ref={input}
        data-shared
        value={shared.value}
        onCompositionStart={shared.onCompositionStart}
        onCompositionEnd={shared.onCompositionEnd}
        onChange={(event) => {
          const pasted = event.nativeEvent instanceof InputEvent && PASTES.has(event.nativeEvent.inputType)
          if (!shared.onText(event.target.value)) tooLong(event.target.value.length, pasted)
        }}
      />
      <CharsLeft length={shared.value.length} max={max} />
    </>
  )
}
