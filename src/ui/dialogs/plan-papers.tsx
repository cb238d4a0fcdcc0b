import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Board } from '../../model/board.ts'
import type { PaperForm } from '../../model/template-views.ts'
import type { Language } from '../../model/text.ts'
import { Button, Problem } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './dialogs.module.css'
import { saveFile } from './save-board.ts'

interface Props {
  readonly board: Board
  readonly language: Language
  readonly color: string | null
}

/** The papers that people work with afterwards, as the template declares them. */
export function PlanPapers({ board, language, color }: Props): ReactNode {
  const { t } = useTranslation()
  const [making, setMaking] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const papers = board.template.papers ?? []
  if (papers.length === 0) return null

  const make = async (form: PaperForm): Promise<void> => {
    setMaking(form.id)
    setFailed(false)
    try {
      const { makePaperPdf } = await import('../../export/plan-pdf.ts')
      const { derivePaper } = await import('../../insight/papers.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const paper = derivePaper(board, form, { date: today(), language })
      const name = fileName(paper.title, 'pdf')
      saveFile(name, await makePaperPdf(paper, undefined, color === null ? {} : { color }))
      toast(t('files.saved', { name }))
    } catch {
      setFailed(true)
    }
    setMaking(null)
  }
  return (
    <section className={styles['files']} aria-labelledby="plan-papers">
      <h3 id="plan-papers">{t('papers.title')}</h3>
      <p>{t('papers.text')}</p>
      {failed ? <Problem>{t('papers.failed')}</Problem> : null}
      <div className={styles['row']}>
        {papers.map((form) => (
          <Button key={form.id} lang={language} title={form.hint[language]} disabled={making !== null} onClick={() => void make(form)}>
            {form.title[language]}
          </Button>
        ))}
      </div>
      {making === null ? null : <progress aria-label={t('plan.making')} />}
    </section>
  )
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE')
}
