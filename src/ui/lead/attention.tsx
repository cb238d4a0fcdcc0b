import { Check, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '../../protocol/view.ts'
import { Button } from '../common/controls.tsx'
import styles from './lead.module.css'
import { useCommand } from './use-command.ts'

/** "I am done" and "I want to say something", for everybody who does not lead. */
export function Attention({ view }: { readonly view: View }): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const { ready, hand, role } = view.me
  const count = t('lead.ready', { count: view.ready.count, of: view.ready.of })
  return (
    <>
      {role === 'participant' && view.agenda.current !== null ? (
        <Button className={styles['tick']} aria-pressed={ready} title={count} onClick={() => command({ type: 'set-ready', ready: !ready })}>
          <Check size={18} aria-hidden />
          <span>{t('lead.iAmReady')}</span>
        </Button>
      ) : null}
      {view.agenda.current !== null ? <ReadyCount view={view} /> : null}
      <Button
        className={styles['tick']}
        aria-pressed={hand}
        title={t(hand ? 'lead.handUp' : 'lead.raise')}
        onClick={() => command({ type: 'raise-hand', raised: !hand })}
      >
        <Hand size={18} aria-hidden />
        <span>{t('lead.raise')}</span>
      </Button>
    </>
  )
}

export function ReadyCount({ view, names }: { readonly view: View; readonly names?: string | undefined }): ReactNode {
  const { t } = useTranslation()
  if (view.ready.of === 0) return null
  return (
    <span className={styles['count']} title={names} data-testid="ready-count">
      {t('lead.ready', { count: view.ready.count, of: view.ready.of })}
    </span>
  )
}
