import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import styles from './toasts.module.css'

interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = 9000
const shown = createStore<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))
let newest = 0

/** Shows a sentence at the foot of the page for a while, if wanted with one thing to do. */
export function toast(text: string, action?: Toast['action']): void {
  newest++
  const next: Toast = { id: newest, text, ...(action ? { action } : {}) }
  shown.setState(({ toasts }) => ({ toasts: [...toasts.filter((old) => old.text !== text).slice(-2), next] }))
}

function dismiss(id: number): void {
  shown.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }))
}

const host = createStore<{ readonly element: HTMLElement | null }>(() => ({ element: null }))

/** Stands in an open dialog: the keyboard cannot leave the dialog, so the sentences come into it. */
export function ToastHost(): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    host.setState({ element })
    return () => {
      if (host.getState().element === element) host.setState({ element: null })
    }
  }, [])
  return <div ref={place} />
}

export function Toasts(): ReactNode {
  const toasts = useStore(shown, (state) => state.toasts)
  const element = useStore(host, (state) => state.element)
  const stack = (
    <div className={styles['stack']} role="status" aria-live="polite" data-toasts>
      {toasts.map((entry) => (
        <ToastLine key={entry.id} entry={entry} />
      ))}
    </div>
  )
  return element ? createPortal(stack, element) : stack
}

function ToastLine({ entry }: { readonly entry: Toast }): ReactNode {
  const { t } = useTranslation()
  useEffect(() => {
    const timer = setTimeout(() => dismiss(entry.id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [entry.id])
  return (
    <div className={styles['toast']}>
      <span className={styles['text']}>{entry.text}</span>
      <span className={styles['actions']}>
        {entry.action ? (
          <button
            type="button"
            className={styles['action']}
            onClick={() => {
              entry.action?.run()
              dismiss(entry.id)
            }}
          >
            {entry.action.label}
          </button>
        ) : null}
        <button type="button" className={styles['action']} aria-label={t('common.close')} onClick={() => dismiss(entry.id)}>
          <X size={18} aria-hidden />
        </button>
      </span>
    </div>
  )
}
