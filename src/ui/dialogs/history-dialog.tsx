import { History } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../model/limits.ts'
import type { SnapshotLine } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { useConnection, useOpenBoard } from '../board/board-context.ts'
import { announce } from '../common/announce.tsx'
import { Button, Problem, TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { HistoryLook } from './history-look.tsx'
import styles from './history.module.css'
import { useSnapshotName } from './history-names.ts'

type Snapshots = readonly SnapshotLine[]

/** How the board was: kept by itself at turns of the workshop, and under a name when somebody asks for it. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const connection = useConnection()
  const nameOf = useSnapshotName()
  const [snapshots, setSnapshots] = useState<Snapshots | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [looked, setLooked] = useState<SnapshotLine | null>(null)
  const [name, setName] = useState('')
  /** Raised when the list has to be asked for again. */
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let left = false
    void api.snapshots(entry.board).then((answer) => {
      if (left) return
      setProblem(answer.ok ? null : t('history.unread'))
      if (answer.ok) setSnapshots(answer.value)
    })
    return () => {
      left = true
    }
  }, [entry.board, turn, t])

  const keep = async (): Promise<void> => {
    const outcome = await connection.command({ type: 'keep-snapshot', name: name.trim() })
    if (outcome === 'full') return setProblem(t('history.full'))
    if (outcome !== 'done') return setProblem(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
    setName('')
    announce(t('history.kept'))
    setTurn(turn + 1)
  }
  const drop = async (snapshot: SnapshotLine): Promise<void> => {
    const outcome = await connection.command({ type: 'drop-snapshot', snapshot: snapshot.id })
    if (outcome !== 'done') return setProblem(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
    announce(t('history.dropped'))
    setTurn(turn + 1)
  }
  if (looked) return <HistoryLook snapshot={looked} onBack={() => setLooked(null)} onClose={onClose} />
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      <p>{t('history.text')}</p>
      {problem ? <Problem>{problem}</Problem> : null}
      <form
        className={styles['keep']}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void keep()
        }}
      >
        <TextField label={t('history.name')} value={name} maxLength={LIMITS.titleChars} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('history.keep')}
        </Button>
      </form>
      {snapshots?.length === 0 ? <p className={styles['none']}>{t('history.none')}</p> : null}
      {snapshots === null && problem === null ? <p className={styles['none']}>{t('common.loading')}</p> : null}
      <ul className={styles['list']}>
        {snapshots?.map((snapshot) => (
          <li key={snapshot.id}>
            <History size={17} aria-hidden />
            <span>
              {nameOf(snapshot).title}
              <small>{nameOf(snapshot).when}</small>
            </span>
            <Button aria-label={`${t('history.look')}: ${nameOf(snapshot).title}`} onClick={() => setLooked(snapshot)}>
              {t('history.look')}
            </Button>
            {snapshot.reason === 'named' ? (
              <Button look="danger" aria-label={`${t('common.remove')}: ${nameOf(snapshot).title}`} onClick={() => void drop(snapshot)}>
                {t('common.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
