import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dutyHolders } from '../../insight/duties.ts'
import { indexBoard } from '../../insight/graph.ts'
import type { CardId } from '../../model/ids.ts'
import { PLAN_PASS, type PassSubject } from '../../model/passes.ts'
import type { PassList } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { useBoard, useBoardLanguage, useOpenBoard, useTemplate } from '../board/board-context.ts'
import { usePlainBoard } from '../board/use-plain-board.ts'
import { shortText } from '../board/use-actions.ts'
import { Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { useRun } from '../hooks/use-run.ts'
import { FollowUp } from './follow-up.tsx'
import { PassLine } from './pass-line.tsx'
import styles from './passes-dialog.module.css'

interface Links {
  readonly list: PassList | null
  readonly problem: boolean
  readonly make: (subject: PassSubject) => Promise<void>
  readonly end: (subject: PassSubject) => Promise<void>
}

/** What goes on after the workshop: a link for leadership, and one for each owner. With `card`, the link to this one alone. */
export function PassesDialog({ card, onClose }: { readonly card?: CardId | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const links = useLinks()
  return (
    <Dialog title={card === undefined ? t('passes.title') : t('passes.one')} shape="wide" onClose={onClose}>
      {links.problem ? <Problem>{t('passes.failed')}</Problem> : null}
      {links.list === null ? null : card === undefined ? <All links={links} /> : <One links={links} card={card} />}
    </Dialog>
  )
}

function useLinks(): Links {
  const { t } = useTranslation()
  const { board } = useOpenBoard().entry
  const run = useRun()
  const [list, setList] = useState<PassList | null>(null)
  const [problem, setProblem] = useState(false)
  const load = async (): Promise<void> => {
    const answer = await api.passes(board)
    if (answer.ok) setList(answer.value)
    setProblem(!answer.ok)
  }
  useEffect(() => {
    let gone = false
    void api.passes(board).then((answer) => {
      if (gone) return
      if (answer.ok) setList(answer.value)
      setProblem(!answer.ok)
    })
    return () => {
      gone = true
    }
  }, [board])
  return {
    list,
    problem,
    make: async (subject) => {
      const isNew = list?.[subject]?.secret === undefined || list[subject].secret === null
      if (!(await run({ type: 'open-pass', subject }))) return
      await load()
      toast(t(isNew ? 'passes.made' : 'passes.renewed'))
    },
    end: async (subject) => {
      if (!(await run({ type: 'close-pass', subject }))) return
      await load()
      toast(t('passes.endedNow'))
    },
  }
}

function One({ links, card }: { readonly links: Links; readonly card: CardId }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const text = useBoard((state) => shortText(state.cards.get(card), t('card.empty')))
  return (
    <>
      <p>{t('passes.oneText')}</p>
      <PassLine subject={card} name={text} lang={language} links={links} />
    </>
  )
}

function All({ links }: { readonly links: Links }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const hasStatus = useTemplate().plan.status !== undefined
  const board = usePlainBoard()
  const { holders, free } = useMemo(() => dutyHolders(board, indexBoard(board)), [board])
  return (
    <>
      <section className={styles['part']}>
        <h3>{t('passes.plan')}</h3>
        <p>{t('passes.planText')}</p>
        <PassLine subject={PLAN_PASS} name={t('passes.plan')} isAlone links={links} />
      </section>
      {hasStatus ? (
        <section className={styles['part']}>
          <h3>{t('passes.owners')}</h3>
          <p>{t('passes.ownersText')}</p>
          {holders.length + free.length === 0 ? <p>{t('passes.noMeasures')}</p> : null}
          <ul className={styles['lines']}>
            {holders.map(({ card, count }) => (
              <li key={card.id}>
                <PassLine
                  subject={card.id}
                  name={shortText(card, t('card.empty'))}
                  lang={language}
                  note={t('passes.count', { count })}
                  links={links}
                />
              </li>
            ))}
            {free.map((card) => (
              <li key={card.id}>
                <PassLine
                  subject={card.id}
                  name={shortText(card, t('card.empty'))}
                  lang={language}
                  note={t('passes.nobody')}
                  links={links}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FollowUp board={board} />
    </>
  )
}
