import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardLanguage, useView } from '../../board/board-context.ts'
import { JoinSheet } from './join-sheet.tsx'
import styles from './projector.module.css'

/** Before the first part begins: what it is about, what comes, and how one gets in. */
export function Overview({ invitation }: { readonly invitation: ComponentProps<typeof JoinSheet>['invitation'] | null }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const goal = useView((view) => view?.goal ?? '')
  const blocks = useView((view) => view?.agenda.blocks ?? null) ?? []
  return (
    <>
      <main className={styles['overview']} lang={language}>
        {goal ? <p className={styles['goal']}>{goal}</p> : null}
        <ol className={styles['agenda']}>
          {blocks
            .filter((block) => !block.skipped)
            .map((block) => (
              <li key={block.id} data-done={block.endedAt !== null}>
                <span>{block.title}</span>
                <span>
                  {block.endedAt === null ? t('projector.minutes', { count: block.minutes }) : <Check aria-label={t('projector.done')} />}
                </span>
              </li>
            ))}
        </ol>
      </main>
      {invitation ? <JoinSheet invitation={invitation} /> : null}
    </>
  )
}
