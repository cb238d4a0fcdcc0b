import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseCode } from '../../protocol/close-codes.ts'
import { Button } from '../common/controls.tsx'
import { saveBoardFile } from '../dialogs/save-board.ts'
import { useConnection, useOpenBoard } from './board-context.ts'
import { MessagePage } from './message-page.tsx'

/** The server ended the connection for good: says why, and lets nobody lose what is on this device. */
export function ClosedPage({ code }: { readonly code: number }): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const { entry } = useOpenBoard()
  const keepsCopy = code === CloseCode.Outdated || code === CloseCode.Malformed
  const fresh = async (): Promise<void> => {
    if (!keepsCopy) await connection.forget()
    window.location.reload()
  }
  return (
    <MessagePage title={t('closed.title')} text={t(`closed.${reason(code)}`)}>
      {code === CloseCode.Replaced ? null : <Button onClick={() => void saveBoardFile(connection, entry)}>{t('closed.saveCopy')}</Button>}
      <Button look="primary" onClick={() => void fresh()}>
        {t('closed.fresh')}
      </Button>
    </MessagePage>
  )
}

function reason(code: number): 'removed' | 'forbidden' | 'noBoard' | 'unmergeable' | 'replaced' | 'outdated' | 'malformed' {
  switch (code) {
    case CloseCode.SignedOut:
      return 'removed'
    case CloseCode.Forbidden:
      return 'forbidden'
    case CloseCode.NoBoard:
      return 'noBoard'
    case CloseCode.Unmergeable:
      return 'unmergeable'
    case CloseCode.Replaced:
      return 'replaced'
    case CloseCode.Outdated:
      return 'outdated'
    default:
      return 'malformed'
  }
}
