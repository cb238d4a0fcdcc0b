import { Maximize2, Users } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../model/board.ts'
import type { Invitations } from '../../protocol/api.ts'
import { api, invitation } from '../../sync/api.ts'
import { useOpenBoard, useView } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { Button, Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { useRun } from '../hooks/use-run.ts'
import styles from './dialogs.module.css'
import { InviteLarge } from './invite-large.tsx'
import { LinkLine } from './link-line.tsx'
import { QrCode } from './qr-code.tsx'
import { SpokenCode } from './spoken-code.tsx'

const SHOWN: readonly Role[] = ['participant', 'viewer', 'facilitator']

/** What lets people in: links, their code to scan, the code to call out. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const run = useRun()
  const open = useOpen()
  const [links, setLinks] = useState<Invitations | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [large, setLarge] = useState(false)
  const codeNumber = useView((view) => view?.lead?.joining.code?.number ?? 0)

  useEffect(() => {
    let gone = false
    void api.links(entry.board).then((answer) => {
      if (gone) return
      if (answer.ok) setLinks(answer.value)
      else setProblem(t(`error.${answer.error}`, { detail: '' }))
    })
    return () => {
      gone = true
    }
    // A code with a new number is another one.
  }, [entry.board, codeNumber, t])

  const renew = async (role: Role): Promise<void> => {
    if (!(await run({ type: 'renew-link', role }))) return
    const answer = await api.links(entry.board)
    if (answer.ok) setLinks(answer.value)
    toast(t('invite.renewed'))
  }
  const address = (role: Role): string => (links ? invitation(window.location.origin, entry.board, links, role) : '')
  if (large && links) return <InviteLarge address={address('participant')} code={links.code} onClose={() => setLarge(false)} />
  return (
    <Dialog title={t('invite.title')} shape="wide" onClose={onClose}>
      <p>{t('invite.text')}</p>
      {problem ? <Problem>{problem}</Problem> : null}
      {links ? (
        <div className={styles['invite']}>
          <div className={styles['scan']}>
            <QrCode text={address('participant')} label={t('invite.qr')} />
            <Button onClick={() => setLarge(true)}>
              <Maximize2 size={16} aria-hidden />
              {t('invite.large')}
            </Button>
          </div>
          <div className={styles['links']}>
            <SpokenCode code={links.code} />
            {SHOWN.map((role) => (
              <LinkLine key={role} role={role} address={address(role)} onRenew={() => void renew(role)} />
            ))}
          </div>
        </div>
      ) : null}
      <div className={styles['part']}>
        <Button className={styles['start']} onClick={() => open({ what: 'people' })}>
          <Users size={18} aria-hidden />
          {t('people.show')}
        </Button>
      </div>
    </Dialog>
  )
}
