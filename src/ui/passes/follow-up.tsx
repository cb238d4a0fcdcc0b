import { useMemo, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { countStandings } from '../../insight/follow-up.ts'
import { indexBoard } from '../../insight/graph.ts'
import type { Board } from '../../model/board.ts'
import { LIMITS } from '../../model/limits.ts'
import { clip } from '../../model/text.ts'
import { api } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { useOpenBoard } from '../board/board-context.ts'
import { Button, Problem, TextField } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './passes-dialog.module.css'

/** The next meeting: a new board that begins with the open measures, after one question. */
export function FollowUp({ board }: { readonly board: Board }): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const [, navigate] = useLocation()
  const [title, setTitle] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { open, done, dropped } = useMemo(() => countStandings(board, indexBoard(board)), [board])
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await api.follow(entry.board, title?.trim() ?? '')
    setBusy(false)
    if (!answer.ok) {
      setProblem(`${t('follow.failed')} ${t(`error.${answer.error}`, { detail: answer.detail ?? '' })}`)
      return
    }
    device.remember(answer.value, Date.now())
    navigate(`/b/${answer.value.board}`)
    toast(t('follow.made'))
  }
  return (
    <section className={styles['part']}>
      <h3>{t('follow.title')}</h3>
      <p>{t('follow.text')}</p>
      {title === null ? (
        <Button className={styles['start']} onClick={() => setTitle(clip(t('follow.titleOf', { title: board.title }), LIMITS.titleChars))}>
          {t('follow.prepare')}
        </Button>
      ) : (
        <form className={styles['sure']} onSubmit={(event) => void make(event)}>
          <p>
            {t('follow.comes', { count: open })} {t('follow.stays', { done, dropped })}
          </p>
          <TextField
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- who pressed the button above goes on here
            autoFocus
            label={t('follow.name')}
            value={title}
            maxLength={LIMITS.titleChars}
            onChange={(event) => setTitle(event.target.value)}
          />
          {problem ? <Problem>{problem}</Problem> : null}
          <div className={styles['buttons']}>
            <Button look="primary" type="submit" disabled={busy || title.trim() === ''}>
              {busy ? t('follow.working') : t('follow.make')}
            </Button>
            <Button onClick={() => setTitle(null)}>{t('common.cancel')}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
