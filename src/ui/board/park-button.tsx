import { SquareParking } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../common/controls.tsx'
import { MODAL } from '../common/modal.ts'
import { useOpen } from './screen-context.ts'
import { useParking } from './use-parking.ts'

const ELSEWHERE = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]'

/** One press or the key P away, wherever one is. */
export function ParkButton(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const question = useParking()
  useEffect(() => {
    if (question === null) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(ELSEWHERE))) return
      if (document.querySelector(MODAL) || document.body.dataset['dragging'] !== undefined) return
      event.preventDefault()
      open({ what: 'park', question })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open, question])
  if (question === null) return null
  return (
    <IconButton label={t('park.open')} aria-keyshortcuts="P" onClick={() => open({ what: 'park', question })}>
      <SquareParking size={19} aria-hidden />
    </IconButton>
  )
}
