import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitations } from '../../../protocol/api.ts'
import { api, invitation as address } from '../../../sync/api.ts'
import { useIsFacilitator, useOpenBoard, useView } from '../../board/board-context.ts'
import { QrCode } from '../../dialogs/qr-code.tsx'
import styles from './projector.module.css'

interface Invitation {
  readonly link: string
  /** Spoken in the room; null while it is switched off. */
  readonly code: string | null
}

/** The way in for participants; only a facilitator's browser may ask for it. */
export function useInvitation(): Invitation | null {
  const { board } = useOpenBoard().entry
  const leads = useIsFacilitator()
  const number = useView((view) => view?.lead?.joining.code?.number ?? null)
  const [links, setLinks] = useState<Invitations | null>(null)
  useEffect(() => {
    if (!leads) return undefined
    let gone = false
    void api.links(board).then((answer) => {
      if (!gone && answer.ok) setLinks(answer.value)
    })
    return () => {
      gone = true
    }
  }, [board, leads, number])
  if (!leads || !links) return null
  return { link: address(window.location.origin, board, links, 'participant'), code: number === null ? null : links.code }
}

/** How one gets in, readable from the last row. */
export function JoinSheet({ invitation }: { readonly invitation: Invitation }): ReactNode {
  const { t } = useTranslation()
  return (
    <aside className={styles['join']} aria-label={t('projector.join')}>
      <h2>{t('projector.join')}</h2>
      <QrCode text={invitation.link} label={t('invite.qr')} />
      <p>{window.location.host}</p>
      {invitation.code === null ? null : (
        <p>
          {t('projector.code')}
          <b className={styles['code']}>{invitation.code}</b>
        </p>
      )}
    </aside>
  )
}
