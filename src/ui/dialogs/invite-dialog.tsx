import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../model/board.ts'
import type { Links } from '../../protocol/api.ts'
import { api, invitation } from '../../sync/api.ts'
import { useConnection, useOpenBoard } from '../board/board-context.ts'
import { Button, Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './dialogs.module.css'
import { PeopleList } from './people-list.tsx'
import { QrCode } from './qr-code.tsx'

const SHOWN: readonly Role[] = ['participant', 'viewer', 'facilitator']

/** The links that let people in, and who is in. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const connection = useConnection()
  const [links, setLinks] = useState<Links | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

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
  }, [entry.board, t])

  const renew = async (role: Role): Promise<void> => {
    const outcome = await connection.command({ type: 'renew-link', role })
    if (outcome !== 'done') {
      setProblem(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
      return
    }
    const answer = await api.links(entry.board)
    if (answer.ok) setLinks(answer.value)
    toast(t('invite.renewed'))
  }
  const address = (role: Role): string => (links ? invitation(window.location.origin, entry.board, links, role) : '')
  return (
    <Dialog title={t('invite.title')} shape="wide" onClose={onClose}>
      <p>{t('invite.text')}</p>
      {problem ? <Problem>{problem}</Problem> : null}
      {links ? (
        <div className={styles['invite']}>
          <QrCode text={address('participant')} label={t('invite.qr')} />
          <div className={styles['links']}>
            {SHOWN.map((role) => (
              <LinkLine key={role} role={role} address={address(role)} onRenew={() => void renew(role)} />
            ))}
          </div>
        </div>
      ) : null}
      <PeopleList />
    </Dialog>
  )
}

function LinkLine({ role, address, onRenew }: { readonly role: Role; readonly address: string; readonly onRenew: () => void }): ReactNode {
  const { t } = useTranslation()
  const [copiedAddress, setCopiedAddress] = useState('')
  const copied = copiedAddress === address
  const copy = (input: HTMLInputElement | null): void => {
    input?.select()
    // Without https the clipboard is closed to pages; the selected text can be copied by hand.
    const done = navigator.clipboard as Clipboard | undefined
    if (done) void done.writeText(address).then(() => setCopiedAddress(address))
    else if (document.execCommand('copy')) setCopiedAddress(address)
  }
  return (
    <div className={styles['link']}>
      <span>{t(`invite.${role}`)}</span>
      <span className={styles['address']}>
        <input
          readOnly
          value={address}
          aria-label={t(`invite.${role}`)}
          data-testid={`link-${role}`}
          onFocus={(event) => event.target.select()}
        />
        <Button
          aria-label={`${copied ? t('common.copied') : t('common.copy')}: ${t(`invite.${role}`)}`}
          onClick={(event) => copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
        <Button look="quiet" aria-label={`${t('invite.renew')}: ${t(`invite.${role}`)}`} onClick={onRenew}>
          {t('invite.renew')}
        </Button>
      </span>
      {role === 'facilitator' ? <span className={styles['hint']}>{t('invite.facilitatorHint')}</span> : null}
    </div>
  )
}
