import { CircleStop, Eye, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../board/board-context.ts'
import { MenuItem } from '../card/menu-item.tsx'
import { toast } from '../common/toasts.tsx'
import { useAsk } from './use-ask.ts'
import { useReveal } from './use-reveal.ts'

/** How silent writing goes on: all at once, one author after another, or not at all. */
export function RevealItems(): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const reveal = useReveal()
  const authors = useView((view) => view?.rounds.silence?.authors ?? null)
  const end = async (): Promise<void> => {
    if (await ask({ type: 'end-silence' })) toast(t('rounds.ended'))
  }
  return (
    <>
      <MenuItem
        icon={<Eye size={16} aria-hidden />}
        text={t(authors === null ? 'rounds.revealAll' : 'rounds.revealRest')}
        onSelect={() => void reveal('all')}
      />
      <MenuItem
        icon={<UserRound size={16} aria-hidden />}
        text={authors === null ? t('rounds.revealOne') : t('rounds.revealNext', { count: authors })}
        onSelect={() => void reveal('one')}
      />
      <MenuItem icon={<CircleStop size={16} aria-hidden />} text={t('rounds.end')} onSelect={() => void end()} />
    </>
  )
}
