import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useBoard, useBoardLanguage, useKind } from '../board/board-context.ts'
import { shortText } from '../board/use-actions.ts'
import { CardKind } from '../card/card-face.tsx'
import { announce } from '../common/announce.tsx'
import { Button } from '../common/controls.tsx'
import { MODAL } from '../common/modal.ts'
import styles from './follow.module.css'
import { useCommand } from './use-command.ts'

interface SpotlightProps {
  readonly card: string
  readonly leads: boolean
  readonly onClose: () => void
}

/** One card, large on every screen. It takes no focus: what one was doing goes on below it. */
export function Spotlight({ card: id, leads, onClose }: SpotlightProps): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const language = useBoardLanguage()
  const card = useBoard((state) => state.cards.get(id))
  const kind = useKind(card?.kind ?? ('' as never))
  const said = card ? shortText(card, t('card.empty')) : ''
  useEffect(() => announce(t('lead.showsCard', { text: said })), [id, said, t])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !document.querySelector(`${MODAL}, [role=menu]`)) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClose])
  if (!card) return null
  return createPortal(
    <aside className={styles['veil']} aria-label={t('lead.spotlightTitle')} data-testid="spotlight">
      <div className={styles['large']} data-color={kind?.color}>
        <CardKind card={card} />
        <p lang={language} dir="auto">
          {card.text || t('card.empty')}
        </p>
        <div className={styles['acts']}>
          <Button onClick={onClose}>{t(leads ? 'lead.closeForMe' : 'common.close')}</Button>
          {leads ? (
            <Button look="primary" onClick={() => command({ type: 'spotlight', card: null })}>
              {t('lead.endSpotlight')}
            </Button>
          ) : null}
        </div>
      </div>
    </aside>,
    document.body,
  )
}
