import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type * as Y from 'yjs'
import { LIMITS } from '../../model/limits.ts'
import { positionAfter, spliceBetween, type Delta } from '../../model/text-splice.ts'
import { spliceText } from '../../model/write-content.ts'

interface SharedText {
  readonly value: string
  /** Give it the whole new text of the input. Returns false when the text is too long: nothing was written. */
  readonly onText: (next: string) => boolean
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
}

interface SharedTextOptions {
  /** What stands there while there is no shared text. */
  readonly plain?: string
  /** Makes the shared text with the first letter. */
  readonly make?: () => Y.Text | null
  readonly max?: number
}

/** Binds a text input to a shared text: others' words appear while one types, and the caret stays where it was. */
export function useSharedText(
  text: Y.Text | null,
  input: RefObject<HTMLTextAreaElement | null>,
  { plain = '', make, max = LIMITS.textChars }: SharedTextOptions = {},
): SharedText {
  const [value, setValue] = useState(() => text?.toString() ?? plain)
  const shown = useRef(value)
  const caret = useRef<[number, number] | null>(null)
  /** Remote changes that must not touch the input while an input method composes a word. */
  const held = useRef<Delta[]>([])
  const composing = useRef(false)

  const show = useCallback((next: string) => {
    shown.current = next
    setValue(next)
  }, [])

  const catchUp = useCallback(
    (deltas: readonly Delta[]) => {
      const element = input.current
      if (element && document.activeElement === element) {
        const moved = (position: number): number => deltas.reduce((at, delta) => positionAfter(delta, at), position)
        caret.current = [moved(element.selectionStart), moved(element.selectionEnd)]
      }
      show(text?.toString() ?? '')
    },
    [input, show, text],
  )

  useEffect(() => {
    if (!text) {
      if (plain !== shown.current) show(plain)
      return undefined
    }
    const onChange = (event: Y.YTextEvent): void => {
      const current = text.toString()
      if (current === shown.current) return
      const delta = event.delta as Delta
      if (composing.current) held.current.push(delta)
      else catchUp([delta])
    }
    text.observe(onChange)
    const missed = text.toString()
    if (missed !== shown.current) show(missed)
    return () => text.unobserve(onChange)
  }, [text, plain, catchUp, show])

  useLayoutEffect(() => {
    if (!caret.current) return
    input.current?.setSelectionRange(...caret.current)
    caret.current = null
  }, [input, value])

  return {
    value,
    onText: (next) => {
      const splice = spliceBetween(shown.current, next)
      if (!splice) return true
      if (shown.current.length - splice.remove + splice.insert.length > max) return false
      const target = text ?? make?.()
      if (!target) return true
      const at = held.current.reduce((position, delta) => positionAfter(delta, position), splice.at)
      show(next)
      spliceText(target, { ...splice, at })
      return true
    },
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: () => {
      composing.current = false
      const deltas = held.current.splice(0)
      if (deltas.length > 0) catchUp(deltas)
    },
  }
}
