import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './card-menu.module.css'

export function MenuItem(props: {
  readonly icon?: ReactNode
  readonly text: string
  readonly danger?: boolean
  readonly onSelect: () => void
}): ReactNode {
  return (
    <Menu.Item className={styles['item']} data-danger={props.danger} onSelect={props.onSelect}>
      {props.icon}
      {props.text}
    </Menu.Item>
  )
}
