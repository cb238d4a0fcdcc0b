import { ArrowDown, ArrowUp, ChevronRight, Ellipsis, Link2, MoveRight, PanelRightOpen, PencilLine, Trash2 } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../model/card.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage } from '../board/board-context.ts'
import { articleOf, focusCard, focused } from '../board/focus.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import styles from './card-menu.module.css'
import card from './card.module.css'
import { useMovePlaces } from './move-dialog.tsx'

interface CardMenuProps {
  readonly card: Card
  readonly column: string
  readonly canWrite: boolean
  readonly onEdit: () => void
  readonly onClose: () => void
}

/** Everything that can be done by dragging, and the rest, without dragging. */
export function CardMenu(props: CardMenuProps): ReactNode {
  const { t, i18n } = useTranslation()
  const actions = useActions()
  const open = useOpen()
  const id = props.card.id
  const home = props.card.place.in === props.column
  const returnFocus = (event: Event): void => {
    event.preventDefault()
    // An editor, a dialog or what was clicked may have it by now.
    if (!focused()) articleOf(id, props.column)?.focus()
  }
  const index = useBoard((state) => cardIdsIn(state, props.column).indexOf(id))
  const last = useBoard((state) => cardIdsIn(state, props.column).length - 1)
  return (
    <Menu.Root defaultOpen modal={false} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Menu.Trigger
        className={card['menu']}
        lang={i18n.language}
        aria-label={t('card.menu', { text: shortText(props.card, t('card.empty')) })}
      >
        <Ellipsis size={18} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          className={styles['menu']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={returnFocus}
          data-no-drag
        >
          {props.canWrite ? <Item icon={<PencilLine size={16} aria-hidden />} text={t('card.edit')} onSelect={props.onEdit} /> : null}
          <Item
            icon={<PanelRightOpen size={16} aria-hidden />}
            text={t('card.details')}
            onSelect={() => open({ what: 'details', card: id })}
          />
          {props.canWrite ? (
            <>
              <Item icon={<Link2 size={16} aria-hidden />} text={t('card.linkWith')} onSelect={() => open({ what: 'link', card: id })} />
              <Menu.Separator className={styles['line']} />
              {home && index > 0 ? (
                <Item
                  icon={<ArrowUp size={16} aria-hidden />}
                  text={t('card.moveUp')}
                  onSelect={() => actions.move(id, { in: props.column, index: index - 1 })}
                />
              ) : null}
              {home && index < last ? (
                <Item
                  icon={<ArrowDown size={16} aria-hidden />}
                  text={t('card.moveDown')}
                  onSelect={() => actions.move(id, { in: props.column, index: index + 1 })}
                />
              ) : null}
              <MoveTo card={props.card} />
              <Menu.Separator className={styles['line']} />
              <Item icon={<Trash2 size={16} aria-hidden />} text={t('card.remove')} onSelect={() => actions.remove(id)} danger />
            </>
          ) : null}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

function MoveTo({ card: moved }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const open = useOpen()
  const language = useBoardLanguage()
  const possible = useMovePlaces(moved)
  const phone = useMedia(PHONE)
  if (possible.length === 0) return null
  if (phone)
    return (
      <Item icon={<MoveRight size={16} aria-hidden />} text={t('card.moveTo')} onSelect={() => open({ what: 'move', card: moved.id })} />
    )
  return (
    <Menu.Sub>
      <Menu.SubTrigger className={styles['item']}>
        <MoveRight size={16} aria-hidden />
        {t('card.moveTo')}
        <ChevronRight size={16} aria-hidden className={styles['more']} />
      </Menu.SubTrigger>
      <Menu.Portal>
        <Menu.SubContent className={styles['menu']} lang={language} sideOffset={4} collisionPadding={8}>
          {possible.map((question) => (
            <Item
              key={question.id}
              text={question.title}
              onSelect={() => {
                actions.move(moved.id, { in: question.id, index: Number.MAX_SAFE_INTEGER })
                focusCard(moved.id, question.id)
              }}
            />
          ))}
        </Menu.SubContent>
      </Menu.Portal>
    </Menu.Sub>
  )
}

function Item(props: {
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
