import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanLook } from '../../export/plan-look.ts'
import { derivePapers, type Paper } from '../../insight/papers.ts'
import type { Board } from '../../model/board.ts'
import type { Language } from '../../model/text.ts'
import { Problem } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import dialogs from './dialogs.module.css'
import { PaperChoice } from './paper-choice.tsx'
import styles from './plan-papers.module.css'
import { saveFile } from './save-board.ts'

interface Props {
  readonly board: Board
  readonly language: Language
  readonly look: PlanLook
}

/** The papers that people work with afterwards, as the template declares them. */
export function PlanPapers({ board, language, look }: Props): ReactNode {
  const { t } = useTranslation()
  const [making, setMaking] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const running = useRef<AbortController | null>(null)
  // What somebody writes meanwhile may come a moment later.
  const calm = useDeferredValue(board)
  const papers = useMemo(() => derivePapers(calm, { date: today(), language }), [calm, language])
  useEffect(() => () => running.current?.abort(), [])
  if (papers.length === 0) return null

  const make = async (paper: Paper): Promise<void> => {
    const abort = new AbortController()
    running.current = abort
    setMaking(paper.id)
    setFailed(false)
    try {
      const { makePaperPdf } = await import('../../export/plan-pdf.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const [only, ...others] = paper.sheets
      const name = fileName(others.length === 0 && only?.name ? `${paper.title} ${only.name}` : paper.title, 'pdf')
      saveFile(name, await makePaperPdf(paper, abort.signal, look))
      toast(t('files.saved', { name }))
    } catch {
      if (!abort.signal.aborted) setFailed(true)
    }
    setMaking(null)
  }
  return (
    <section className={dialogs['files']} aria-labelledby="plan-papers">
      <h3 id="plan-papers">{t('papers.title')}</h3>
      <p>{t('papers.text')}</p>
      {failed ? <Problem>{t('papers.failed')}</Problem> : null}
      <ul className={styles['papers']}>
        {papers.map((paper) => (
          <PaperChoice
            key={paper.id}
            paper={paper}
            step={making === null ? 'idle' : making === paper.id ? 'making' : 'waiting'}
            onMake={(chosen) => void make(chosen)}
            onCancel={() => running.current?.abort()}
          />
        ))}
      </ul>
    </section>
  )
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE')
}
