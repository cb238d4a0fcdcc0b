import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandBody } from '../../protocol/commands.ts'
import type { CommandOutcome } from '../../sync/frame-store.ts'
import { useConnection } from '../board/board-context.ts'
import { toast } from '../common/toasts.tsx'

/** Sends a command and says why when it was not carried out; true when it was. */
export function useAsk(): (body: CommandBody, about?: 'draft') => Promise<boolean> {
  const { command } = useConnection()
  const say = useSayRefusal()
  return useCallback(
    async (body, about) => {
      const outcome = await command(body)
      if (outcome !== 'done') say(outcome, about)
      return outcome === 'done'
    },
    [command, say],
  )
}

export function useSayRefusal(): (outcome: Exclude<CommandOutcome, 'done'>, about?: 'draft') => void {
  const { t } = useTranslation()
  return useCallback(
    (outcome, about) => {
      if (about === 'draft' && (outcome === 'offline' || outcome === 'closed' || outcome === 'full')) toast(t(`rounds.draft.${outcome}`))
      else toast(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
    },
    [t],
  )
}
