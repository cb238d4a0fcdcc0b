import { Maximize2, Megaphone } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { useIsFacilitator } from '../board/board-context.ts'
import menu from '../card/card-menu.module.css'
import { noteOwnCall } from './call.ts'
import { useCommand } from './use-command.ts'

/** What a facilitator can do with a card for everybody's eyes. */
export function LeadEntries({ card }: { readonly card: CardId }): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  if (!useIsFacilitator()) return null
  const call = (): void => {
    noteOwnCall()
    command({ type: 'call-everyone', question: null, card, screen: null })
  }
  return (
    <>
      <Menu.Item className={menu['item']} onSelect={() => command({ type: 'spotlight', card })}>
        <Maximize2 size={16} aria-hidden />
        {t('lead.spotlight')}
      </Menu.Item>
      <Menu.Item className={menu['item']} onSelect={call}>
        <Megaphone size={16} aria-hidden />
        {t('lead.callToCard')}
      </Menu.Item>
    </>
  )
}
