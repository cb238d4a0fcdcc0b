import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandBody } from '../../protocol/commands.ts'
import { useConnection } from '../board/board-context.ts'
import { toast } from '../common/toasts.tsx'

/** Asks the server for a change of the frame; a refusal is told. */
export function useCommand(): (body: CommandBody) => void {
  const { t } = useTranslation()
  const { command } = useConnection()
  return useCallback(
    (body) =>
      void command(body).then((outcome) => {
        if (outcome !== 'done') toast(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
      }),
    [command, t],
  )
}
