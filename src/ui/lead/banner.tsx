import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../common/controls.tsx'
import styles from './follow.module.css'

/** An offer to go along. It takes no focus and stays until it is answered. */
export function Banner(props: {
  readonly text: string
  readonly act: string
  readonly onAct: () => void
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={styles['place']}>
      <div className={styles['banner']} role="status" data-testid="follow">
        <span>{props.text}</span>
        <Button look="primary" onClick={props.onAct}>
          {props.act}
        </Button>
        <IconButton label={t('common.close')} onClick={props.onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}
