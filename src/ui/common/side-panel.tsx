import { X } from 'lucide-react'
import { useContext, useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { focused } from '../board/focus.ts'
import { IconButton } from './controls.tsx'
import styles from './side-panel.module.css'
import { ReturnFocusContext } from './return-focus.ts'

interface SidePanelProps {
  readonly title: string
  /** When the title is in another language than the interface. */
  readonly titleLang?: string
  /** What it was opened for: asked for anew, it takes the focus again. */
  readonly asked: unknown
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog beside the board, which goes on as before: no veil over it, and the keyboard may leave. */
export function SidePanel({ title, titleLang, asked, onClose, children }: SidePanelProps): ReactNode {
  const { t } = useTranslation()
  const returnFocus = useContext(ReturnFocusContext)
  const box = useRef<HTMLElement>(null)
  const id = useId()
  useEffect(() => {
    const element = box.current
    if (!element) return
    const input = element.querySelector<HTMLElement>('[data-wanted="true"] :is(input, textarea, select)')
    ;(input ?? element).focus()
    if (input) input.scrollIntoView({ block: 'center' })
    else element.querySelector('[data-body]')?.scrollTo?.(0, 0)
  }, [asked])
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      // Whoever works on the board while somebody else takes the card away stays there.
      if (!element?.contains(document.activeElement)) return
      requestAnimationFrame(() => {
        if (!focused()) returnFocus()
      })
    }
  }, [returnFocus])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from anywhere inside
    <aside
      ref={box}
      role="dialog"
      aria-modal={false}
      aria-labelledby={id}
      tabIndex={-1}
      className={styles['panel']}
      data-beside
      onKeyDown={onKeyDown}
    >
      <div className={styles['head']}>
        <h2 id={id} lang={titleLang}>
          {title}
        </h2>
        <IconButton label={t('common.close')} onClick={onClose}>
          <X size={20} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['body']} data-body>
        {children}
      </div>
    </aside>
  )
}
