import { ChevronDown, EyeOff } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { useIsFacilitator } from '../board/board-context.ts'
import menu from '../card/card-menu.module.css'
import { RevealItems } from './reveal-items.tsx'
import { useSilence } from './round-in.ts'
import styles from './rounds.module.css'

/** Silent writing at a question: a number is all that is told of it. */
export function SilenceStrip({ question }: { readonly question: QuestionId }): ReactNode {
  const { t } = useTranslation()
  const silence = useSilence(question)
  const facilitator = useIsFacilitator()
  if (!silence) return null
  const count = silence.drafts[question] ?? 0
  return (
    <div className={styles['strip']} data-strip="silence">
      <p>
        <EyeOff size={16} aria-hidden />
        <span>
          <b>{silence.writing ? t('rounds.silence') : t('rounds.revealing')}</b>{' '}
          <span className={styles['number']}>{t('rounds.drafts', { count })}</span>
          {silence.authors === null ? null : (
            <span className={styles['number']}> · {t('rounds.authorsLeft', { count: silence.authors })}</span>
          )}
        </span>
      </p>
      {facilitator ? (
        <Menu.Root modal={false}>
          <Menu.Trigger className={styles['act']}>
            {t('rounds.reveal')}
            <ChevronDown size={15} aria-hidden />
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
              <RevealItems />
            </Menu.Content>
          </Menu.Portal>
        </Menu.Root>
      ) : null}
    </div>
  )
}
