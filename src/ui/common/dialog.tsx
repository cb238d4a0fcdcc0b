import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './controls.tsx'
import styles from './dialog.module.css'

/** The dialog itself takes the focus, unless an input in it has asked for it. */
function focusDialog(event: Event): void {
  event.preventDefault()
  const box = event.currentTarget
  if (box instanceof HTMLElement && !box.contains(document.activeElement)) box.focus()
}

interface DialogProps {
  readonly title: string
  readonly shape?: 'middle' | 'wide' | 'side'
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({ title, shape = 'middle', onClose, children }: DialogProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        {/* Radix's own overlay writes a style element into the page, which the content policy forbids. */}
        <div className={styles['veil']} />
        <Radix.Content
          className={clsx(styles['box'], shape === 'wide' && styles['wide'], shape === 'side' && styles['side'])}
          aria-describedby={undefined}
          onOpenAutoFocus={focusDialog}
        >
          <div className={styles['head']}>
            <Radix.Title className={styles['title']}>{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('common.close')}>
                <X size={20} aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className={styles['body']}>{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
