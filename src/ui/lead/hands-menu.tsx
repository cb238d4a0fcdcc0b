import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import menu from '../card/card-menu.module.css'
import styles from './lead.module.css'
import type { PersonId } from '../../model/ids.ts'
import { useCommand } from './use-command.ts'

interface HandsProps {
  readonly hands: readonly { readonly id: PersonId; readonly name: string }[]
  readonly children: ReactNode
}

/** Who wants to say something, the first one first. */
export function HandsMenu({ hands, children }: HandsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles['hands']} aria-label={t('lead.hands', { count: hands.length })}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
          <Menu.Label className={styles['menuLabel']}>{t('lead.handsTitle')}</Menu.Label>
          <HandItems hands={hands} />
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

export function HandItems({ hands }: Pick<HandsProps, 'hands'>): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  return hands.map(({ id, name }) => (
    <Menu.Item key={id} className={menu['item']} onSelect={() => command({ type: 'lower-hand', person: id })}>
      {t('lead.lowerHand', { name })}
    </Menu.Item>
  ))
}
