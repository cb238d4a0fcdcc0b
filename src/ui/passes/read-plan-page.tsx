import { FileDown, Printer } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { derivePlan } from '../../insight/plan.ts'
import type { Board } from '../../model/board.ts'
import type { BoardId } from '../../model/ids.ts'
import { secretSchema, type ErrorCode } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { Button, Problem } from '../common/controls.tsx'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { saveFile } from '../dialogs/save-board.ts'
import { PlanSheet } from '../places/plan/plan-sheet.tsx'
import planStyles from '../places/plan/plan.module.css'
import { SheetGone, SheetNotYet } from './no-sheet.tsx'
import styles from './read-plan-page.module.css'
import { useHash, useOnReturn } from './use-return.ts'

const ASK_EVERY_MS = 10_000

/** The plan for who leads the company: always the present one, for reading, without the board behind it. */
export function ReadPlanPage({ id }: { readonly id: BoardId }): ReactNode {
  const secret = secretSchema.safeParse(useHash().slice(1))
  return secret.success ? <Reader key={secret.data} id={id} secret={secret.data} /> : <SheetGone />
}

function Reader({ id, secret }: { readonly id: BoardId; readonly secret: string }): ReactNode {
  const { t, i18n } = useTranslation()
  const [board, setBoard] = useState<Board | null>(null)
  const [checkedAt, setCheckedAt] = useState<number | null>(null)
  const [error, setError] = useState<ErrorCode | 'offline' | null>(null)
  const known = useRef('')
  const load = useCallback(async (): Promise<void> => {
    const answer = await api.plan(id, secret, known.current)
    setError(answer.ok ? null : answer.error)
    if (!answer.ok) return
    known.current = answer.value.version
    setCheckedAt(Date.now())
    if (answer.value.board) setBoard(answer.value.board)
  }, [id, secret])
  useOnReturn(load, ASK_EVERY_MS)
  useEffect(() => {
    document.title = board ? `${board.title} · ${t('brand')}` : t('brand')
  }, [board, t])

  if (error === 'not-found' || error === 'invalid') return <SheetGone />
  if (!board) return <SheetNotYet error={error} onAgain={() => void load()} />
  const time = checkedAt === null ? '' : new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(checkedAt)
  return (
    <Sheet
      board={board}
      day={new Date(checkedAt ?? 0).toLocaleDateString('sv-SE')}
      news={t(error === null ? 'readPlan.live' : 'readPlan.stale', { time })}
      isStale={error !== null}
    />
  )
}

function Sheet({
  board,
  day,
  news,
  isStale,
}: {
  readonly board: Board
  readonly day: string
  readonly news: string
  readonly isStale: boolean
}): ReactNode {
  const { t } = useTranslation()
  const present = useDeferredValue(board)
  const plan = useMemo(() => derivePlan(present, { date: day }), [present, day])
  const [step, setStep] = useState<'idle' | 'making' | 'failed'>('idle')
  const make = async (): Promise<void> => {
    setStep('making')
    try {
      const { makePlanPdf } = await import('../../export/plan-pdf.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const { pdf, title } = await makePlanPdf(board, { date: day }, {}, { signal: new AbortController().signal, onShare: () => undefined })
      saveFile(fileName(title, 'pdf'), pdf)
      setStep('idle')
    } catch {
      setStep('failed')
    }
  }
  return (
    <main className={styles['page']} aria-labelledby="place-title" data-plan>
      <div className={planStyles['tools']}>
        <p className={styles['news']} data-stale={isStale}>
          {news}
        </p>
        <LanguageSwitch />
        <Button onClick={() => window.print()}>
          <Printer size={18} aria-hidden />
          {t('planView.print')}
        </Button>
        <Button look="primary" disabled={step === 'making'} onClick={() => void make()}>
          <FileDown size={18} aria-hidden />
          {step === 'making' ? t('readPlan.making') : t('readPlan.pdf')}
        </Button>
      </div>
      {step === 'failed' ? <Problem>{t('readPlan.failed')}</Problem> : null}
      <PlanSheet plan={plan} />
    </main>
  )
}
