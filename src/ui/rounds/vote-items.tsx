import { CircleMinus, CirclePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { useView } from '../board/board-context.ts'
import { MenuItem } from '../card/menu-item.tsx'
import { useCast, useOwnVotes, useSpent } from './ballot.ts'
import { useIsVotable } from './round-in.ts'

/** In the menu of a card that is voted about. */
export function VoteItems({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const votable = useIsVotable(id)
  const own = useOwnVotes(id)
  const cast = useCast(id)
  const budget = useView((view) => view?.rounds.voting?.budget ?? 0)
  const left = budget - useSpent()
  if (!votable) return null
  return (
    <>
      <MenuItem
        icon={<CirclePlus size={16} aria-hidden />}
        text={`${t('votes.give')} (${t('votes.left', { left, budget })})`}
        onSelect={() => void cast(1)}
      />
      {own > 0 ? <MenuItem icon={<CircleMinus size={16} aria-hidden />} text={t('votes.take')} onSelect={() => void cast(-1)} /> : null}
    </>
  )
}
