import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './controls.tsx'
import styles from './dialog.module.css'
import { MODAL } from './modal.ts'
import { ReturnFocusContext } from './return-focus.ts'
import { ToastHost } from './toasts.tsx'

/** The dialog itself takes the focus, unless an input in it has asked for it. */
function focusDialog(event: Event): void {
  event.preventDefault()
  const box = event.currentTarget
  if (box instanceof HTMLElement && !box.contains(document.activeElement)) box.focus()
}

/** A sentence at the foot of the page has its own buttons; pressing one is no wish to leave the dialog. */
function stayForToasts(event: Event): void {
  if (event.target instanceof Element && event.target.closest('[data-toasts]')) event.preventDefault()
}

interface DialogProps {
  readonly title: string
  /** When the title is in another language than the interface. */
  readonly titleLang?: string
  readonly shape?: 'middle' | 'wide' | 'side' | 'full'
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({ title, titleLang, shape = 'middle', onClose, children }: DialogProps): ReactNode {
  const { t } = useTranslation()
  const returnFocus = useContext(ReturnFocusContext)
  const giveBack = (event: Event): void => {
    event.preventDefault()
    // Another dialog may have followed on this one.
    if (!document.querySelector(MODAL)) returnFocus()
  }
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        {/* Radix's own overlay writes a style element into the page, which the content policy forbids. */}
        <div className={styles['veil']} />
        <Radix.Content
          className={clsx(
            styles['box'],
            shape === 'wide' && styles['wide'],
            shape === 'side' && styles['side'],
            shape === 'full' && styles['full'],
          )}
          aria-describedby={undefined}
          onOpenAutoFocus={focusDialog}
          onCloseAutoFocus={giveBack}
          onInteractOutside={stayForToasts}
        >
          <div className={styles['head']}>
            <Radix.Title className={styles['title']} lang={titleLang}>
              {title}
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('common.close')}>
                <X size={20} aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className={styles['body']}>{children}</div>
          <ToastHost />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
