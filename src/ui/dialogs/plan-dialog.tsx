import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { findGaps } from '../../insight/gaps.ts'
import { maturity } from '../../insight/maturity.ts'
import { useConnection, useOpenBoard } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { usePlainBoard } from '../board/use-plain-board.ts'
import { Button, CheckField, Problem } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './dialogs.module.css'
import { saveBoardFile, saveFile } from './save-board.ts'

const SHOWN_GAPS = 6

/** Where the board stands, and the files that leave the room. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const { entry } = useOpenBoard()
  const open = useOpen()
  const board = usePlainBoard()
  const [people, setPeople] = useState(true)
  const [final, setFinal] = useState(false)
  const [step, setStep] = useState<'idle' | 'making' | 'failed'>('idle')
  const running = useRef<AbortController | null>(null)
  const gaps = useMemo(() => findGaps(board), [board])
  const state = useMemo(() => maturity(board, gaps), [board, gaps])

  const make = async (): Promise<void> => {
    const abort = new AbortController()
    running.current = abort
    setStep('making')
    try {
      const { makePlanPdf } = await import('../../export/plan-pdf.ts')
      const { derivePlan } = await import('../../insight/plan.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const date = new Date().toLocaleDateString('sv-SE')
      const plan = derivePlan(board, { date, people, status: final ? 'final' : 'draft' })
      saveFile(fileName(plan.title, 'pdf'), await makePlanPdf(plan, abort.signal))
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
  return (
    <Dialog title={t('plan.title')} shape="wide" onClose={close}>
      <p>{t('plan.text')}</p>
      {step === 'failed' ? <Problem>{t('plan.failed')}</Problem> : null}
      <div>
        <CheckField label={t('plan.people')} checked={people} onChecked={setPeople} />
        <CheckField label={t('plan.final')} checked={final} onChecked={setFinal} />
      </div>
      <div className={styles['row']}>
        <Button look="primary" disabled={step === 'making'} onClick={() => void make()}>
          {step === 'making' ? t('plan.making') : t('plan.make')}
        </Button>
        {step === 'making' ? <Button onClick={() => running.current?.abort()}>{t('common.cancel')}</Button> : null}
        <Button look="quiet" title={t('plan.jsonText')} onClick={() => void saveBoardFile(connection, entry)}>
          {t('plan.json')}
        </Button>
      </div>
      <section className={styles['gaps']}>
        <h3>
          {t('plan.gaps')}{' '}
          <span>{state.total === 0 ? t('maturity.none') : t('maturity.complete', { complete: state.complete, total: state.total })}</span>
        </h3>
        {gaps.length === 0 ? <p>{t('plan.noGaps')}</p> : null}
        <ul>
          {gaps.slice(0, SHOWN_GAPS).map((gap) => (
            <li key={gap.id} data-level={gap.level}>
              <span lang={board.language}>{gap.text}</span>
              {gap.cards[0] ? (
                <Button look="quiet" lang={board.language} onClick={() => gap.cards[0] && open({ what: 'details', card: gap.cards[0] })}>
                  {gap.mend}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {gaps.length > SHOWN_GAPS ? <p>{t('plan.moreGaps', { count: gaps.length - SHOWN_GAPS })}</p> : null}
      </section>
    </Dialog>
  )
}
