import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { votesOf, type VoteResult } from '../../model/rounds.ts'
import type { FrameStore } from '../../sync/frame-store.ts'
import { useConnection, useTemplate, useView } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { Button, CheckField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { orderByVotes } from './order-by-votes.ts'
import styles from './rounds.module.css'
import { useAsk } from './use-ask.ts'

/** The close cannot be taken back, so it is asked for once. */
export function CloseVotesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const open = useOpen()
  const connection = useConnection()
  const template = useTemplate()
  const [isOrdered, setOrdered] = useState(true)
  const round = useView((view) => view?.rounds.voting?.id)
  if (round === undefined) return null
  const close = async (): Promise<void> => {
    if (!(await ask({ type: 'close-votes', round }))) return
    const result = await resultOf(connection.frame, round)
    if (isOrdered) for (const id of result.questions) orderByVotes(connection, id, votesOf([result]), template.stack)
    open({ what: 'result', round })
  }
  const discard = async (): Promise<void> => {
    if (!(await ask({ type: 'discard-votes', round }))) return
    toast(t('votes.discarded'))
    onClose()
  }
  return (
    <Dialog title={t('votes.closeTitle')} onClose={onClose}>
      <p>{t('votes.closeText')}</p>
      <CheckField label={t('votes.orderToo')} checked={isOrdered} onChecked={setOrdered} />
      <p className={styles['foot']}>
        <Button look="danger" onClick={() => void discard()}>
          {t('votes.discard')}
        </Button>
        <Button look="primary" onClick={() => void close()}>
          {t('votes.count')}
        </Button>
      </p>
    </Dialog>
  )
}

/** The answer to a command and the view that it changes come in either order. */
function resultOf(frame: FrameStore, round: string): Promise<VoteResult> {
  const find = (): VoteResult | undefined => frame.getState().view?.rounds.results.find((result) => result.id === round)
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = find()
      if (found) resolve(found)
      return found !== undefined
    }
    if (look()) return
    const stop = frame.subscribe(() => {
      if (look()) stop()
    })
  })
}
