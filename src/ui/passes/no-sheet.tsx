import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '../../protocol/api.ts'
import { MessagePage } from '../board/message-page.tsx'
import { Button } from '../common/controls.tsx'

/** What a page behind a pass shows until the server has answered. */
export function SheetNotYet({ error, onAgain }: { readonly error: ErrorCode | 'offline' | null; readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation()
  if (error === null) return <MessagePage title={t('common.loading')} busy />
  return (
    <MessagePage title={t('join.offline')} text={error === 'offline' ? t('status.offlineText') : t(`error.${error}`, { detail: '' })}>
      <Button look="primary" onClick={onAgain}>
        {t('common.again')}
      </Button>
    </MessagePage>
  )
}

/** For a pass that was withdrawn, ran out or never was: the three look the same. */
export function SheetGone(): ReactNode {
  const { t } = useTranslation()
  return <MessagePage title={t('status.gone')} text={t('status.goneText')} />
}
