import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '../../insight/gap.ts'
import { useConnection, useOpenBoard } from '../board/board-context.ts'
import { usePlainBoard } from '../board/use-plain-board.ts'
import { Button, CheckField, Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { showGaps, useGaps, useGapStore } from '../gaps/gap-store.ts'
import { useMend } from '../gaps/use-mend.ts'
import styles from './dialogs.module.css'
import { PLAN_PARTS } from '../../export/plan-look.ts'
import { PlanFiles } from './plan-files.tsx'
import { PlanPapers } from './plan-papers.tsx'
import { lookOf, PlanLookFields, type PlanForm } from './plan-look-fields.tsx'
import { saveBoardFile, saveFile } from './save-board.ts'

const SHOWN_GAPS = 6

/** Where the board stands, and the files that leave the room. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const { entry } = useOpenBoard()
  const store = useGapStore()
  const mend = useMend()
  const board = usePlainBoard()
  const [people, setPeople] = useState(false)
  const [final, setFinal] = useState(false)
  const [form, setForm] = useState<PlanForm>({ parts: PLAN_PARTS, language: board.language, logo: null, color: null })
  const [step, setStep] = useState<'idle' | 'making' | 'failed'>('idle')
  const [share, setShare] = useState(0)
  const running = useRef<AbortController | null>(null)
  const gaps = useGaps((state) => state.insight?.gaps) ?? []
  const complete = useGaps((state) => state.insight?.maturity.complete) ?? 0
  const total = useGaps((state) => state.insight?.maturity.total) ?? 0

  const make = async (): Promise<void> => {
    const abort = new AbortController()
    running.current = abort
    setStep('making')
    setShare(0)
    try {
      const { makePlanPdf } = await import('../../export/plan-pdf.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const date = new Date().toLocaleDateString('sv-SE')
      const options = { date, people, status: final ? ('final' as const) : ('draft' as const), language: form.language }
      const { pdf, title } = await makePlanPdf(board, options, lookOf(form), { signal: abort.signal, onShare: setShare })
      saveFile(fileName(title, 'pdf'), pdf)
      toast(t('plan.ready'))
      setStep('idle')
    } catch {
      setStep(abort.signal.aborted ? 'idle' : 'failed')
    }
  }
  const close = (): void => {
    running.current?.abort()
    onClose()
  }
  // A place on the board is under this dialog.
  const mendHere = (gap: Gap): void => {
    if (!mend(gap)) close()
  }
  const showAll = (): void => {
    close()
    showGaps(store, { question: '', rule: null })
  }
  return (
    <Dialog title={t('plan.title')} shape="wide" onClose={close}>
      <p>{t('plan.text')}</p>
      {step === 'failed' ? <Problem>{t('plan.failed')}</Problem> : null}
      <div>
        <CheckField label={t('plan.people')} checked={people} onChecked={setPeople} />
        <CheckField label={t('plan.final')} checked={final} onChecked={setFinal} />
      </div>
      <PlanLookFields form={form} onForm={setForm} />
      <div className={styles['row']}>
        <Button look="primary" disabled={step === 'making'} onClick={() => void make()}>
          {step === 'making' ? t('plan.making') : t('plan.make')}
        </Button>
        {step === 'making' ? <progress aria-label={t('plan.making')} value={share} /> : null}
        {step === 'making' ? <Button onClick={() => running.current?.abort()}>{t('common.cancel')}</Button> : null}
        <Button look="quiet" title={t('plan.jsonText')} onClick={() => void saveBoardFile(connection, entry)}>
          {t('plan.json')}
        </Button>
      </div>
      <section className={styles['gaps']}>
        <h3>
          {t('plan.gaps')} <span>{total === 0 ? t('maturity.none') : t('maturity.complete', { complete, total })}</span>
        </h3>
        {gaps.length === 0 ? <p>{t('plan.noGaps')}</p> : null}
        <ul>
          {gaps.slice(0, SHOWN_GAPS).map((gap) => (
            <li key={gap.id} data-level={gap.level}>
              <span lang={board.language}>{gap.text}</span>
              <Button look="quiet" lang={board.language} onClick={() => mendHere(gap)}>
                {gap.mend}
              </Button>
            </li>
          ))}
        </ul>
        {gaps.length > SHOWN_GAPS ? (
          <Button look="quiet" onClick={showAll}>
            {t('plan.moreGaps', { count: gaps.length - SHOWN_GAPS })}
          </Button>
        ) : null}
      </section>
      <PlanPapers board={board} language={form.language} look={lookOf(form)} />
      <PlanFiles board={board} />
    </Dialog>
  )
}
