import { Ellipsis } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { QuestionMenu } from '../board/lazy-parts.ts'
import { IconButton } from '../common/controls.tsx'

/** What a facilitator does with a question as a whole. */
export function QuestionMenuButton({ question, mark }: { readonly question: QuestionId; readonly mark: string }): ReactNode {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = (
    <IconButton label={t('rounds.menu', { mark })} aria-haspopup="menu" onClick={() => setOpen(true)}>
      <Ellipsis size={18} aria-hidden />
    </IconButton>
  )
  if (!open) return button
  return (
    <Suspense fallback={button}>
      <QuestionMenu question={question} mark={mark} onClose={() => setOpen(false)} />
    </Suspense>
  )
}
