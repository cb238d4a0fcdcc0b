import { useTranslation } from 'react-i18next'
import { toast } from '../common/toasts.tsx'
import { useAsk } from './use-ask.ts'

/** Puts drafts on the board: all, or those of one author. */
export function useReveal(): (authors: 'all' | 'one') => Promise<void> {
  const { t } = useTranslation()
  const ask = useAsk()
  const undo = useUndoReveal()
  return async (authors) => {
    if (await ask({ type: 'reveal-drafts', authors }))
      toast(t(`rounds.done.${authors}`), { label: t('common.undo'), run: () => void undo() })
  }
}

export function useUndoReveal(): () => Promise<void> {
  const { t } = useTranslation()
  const ask = useAsk()
  return async () => {
    if (await ask({ type: 'undo-reveal' })) toast(t('rounds.revealUndone'))
  }
}
