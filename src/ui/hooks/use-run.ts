import { useTranslation } from 'react-i18next'
import type { CommandBody } from '../../protocol/commands.ts'
import { useConnection } from '../board/board-context.ts'
import { toast } from '../common/toasts.tsx'

/** Sends a command and says why when it was refused. True: it is done. */
export function useRun(): (body: CommandBody) => Promise<boolean> {
  const { t } = useTranslation()
  const connection = useConnection()
  return async (body) => {
    const outcome = await connection.command(body)
    if (outcome !== 'done') toast(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
    return outcome === 'done'
  }
}
