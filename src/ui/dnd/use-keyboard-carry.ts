import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import { loadCarry } from '../board/lazy-parts.ts'
import { useOpen } from '../board/screen-context.ts'
import { useActions } from '../board/use-actions.ts'
import { useDragStore } from './drag-store.ts'
import { useDropRules } from './use-drop-rules.ts'

type Carry = Awaited<ReturnType<typeof loadCarry>>

/** Picks a card up by keyboard and moves it with the arrow keys. The document is written when it is put down. */
export function useKeyboardCarry(openColumn: (column: string) => void): (id: CardId) => void {
  const { t } = useTranslation()
  const connection = useConnection()
  const actions = useActions()
  const rules = useDropRules()
  const template = useTemplate()
  const language = useBoardLanguage()
  const store = useDragStore()
  const open = useOpen()
  const stop = useRef<(() => void) | null>(null)
  const loaded = useRef<Carry | null>(null)
  useEffect(() => {
    void loadCarry().then(
      (carry) => {
        loaded.current = carry
      },
      () => undefined,
    )
    return () => stop.current?.()
  }, [])

  return useCallback(
    (id: CardId) => {
      const begin = ({ startCarry }: Carry): void => {
        const here = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']
        if (stop.current || here !== id) return
        const onEnd = (): void => {
          stop.current = null
        }
        stop.current = startCarry(id, { connection, actions, rules, template, language, store, t, open, openColumn, onEnd })
      }
      // At once when it is there: the next key follows soon.
      if (loaded.current) begin(loaded.current)
      else void loadCarry().then(begin, () => undefined)
    },
    [actions, connection, language, open, openColumn, rules, store, t, template],
  )
}
