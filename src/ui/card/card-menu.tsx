import {
  ArrowDown,
  ArrowUp,
  ChevronRight,
  CircleCheck,
  Ellipsis,
  Link2,
  MoveRight,
  PanelRightOpen,
  PencilLine,
  Rows3,
  Trash2,
  Ungroup,
  Unlink2,
} from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN, type Card } from '../../model/card.ts'
import type { Question } from '../../model/template.ts'
import { cardIdsIn, linksOfCard, type BoardState } from '../../sync/board-store.ts'
import { relationOf, useBoard, useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import { loadStacks } from '../board/lazy-parts.ts'
import { toggleTick, useIsTicked } from '../many/ticks.ts'
import { useMany } from '../many/use-many.ts'
import { articleOf, focusCard, focused } from '../board/focus.ts'
import { hasLane, laneOf, laneRule, lanesOf, NO_LANE, type LaneName, type LaneRule } from '../board/forms/lane.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { LeadEntries } from '../lead/lead-entries.tsx'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import styles from './card-menu.module.css'
import card from './card.module.css'
import { VoteItems } from '../rounds/vote-items.tsx'
import { MenuItem } from './menu-item.tsx'
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
  const place = useBoard((state) => (state.cards.has(props.card.place.in) ? props.card.place.in : props.column))
  const home = props.card.place.in === place
  const many = useMany()
  const isStack = many.template.stack === props.card.kind
  const ticked = useIsTicked(id)
  const returnFocus = (event: Event): void => {
    event.preventDefault()
    // An editor, a dialog or what was clicked may have it by now.
    if (!focused()) articleOf(id, props.column)?.focus()
  }
  const lanes = useLanes(props.card, props.column)
  const above = useBoard((state) => neighbour(state, place, props.card, -1, lanes?.rule))
  const below = useBoard((state) => neighbour(state, place, props.card, 1, lanes?.rule))
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
          <VoteItems id={id} />
          {props.canWrite ? <MenuItem icon={<PencilLine size={16} aria-hidden />} text={t('card.edit')} onSelect={props.onEdit} /> : null}
          <MenuItem
            icon={<PanelRightOpen size={16} aria-hidden />}
            text={t('card.details')}
            onSelect={() => open({ what: 'details', card: id })}
          />
          <LeadEntries card={id} />
          {props.canWrite ? (
            <>
              {isStack ? (
                <MenuItem
                  icon={<Ungroup size={16} aria-hidden />}
                  text={t('many.dissolve')}
                  onSelect={() => void loadStacks().then(({ dissolve }) => dissolve(many, id))}
                />
              ) : (
                <MenuItem
                  icon={<Link2 size={16} aria-hidden />}
                  text={t('card.linkWith')}
                  onSelect={() => open({ what: 'link', card: id })}
                />
              )}
              <UnlinkFrom card={props.card} />
              <MenuItem
                icon={<CircleCheck size={16} aria-hidden />}
                text={t(ticked ? 'many.deselect' : 'many.select')}
                onSelect={() => toggleTick(id)}
              />
              <Menu.Separator className={styles['line']} />
              {home && above >= 0 ? (
                <MenuItem
                  icon={<ArrowUp size={16} aria-hidden />}
                  text={t('card.moveUp')}
                  onSelect={() => actions.move(id, { in: place, index: above })}
                />
              ) : null}
              {home && below >= 0 ? (
                <MenuItem
                  icon={<ArrowDown size={16} aria-hidden />}
                  text={t('card.moveDown')}
                  onSelect={() => actions.move(id, { in: place, index: below })}
                />
              ) : null}
              {lanes?.others.map((lane) => (
                <MenuItem
                  key={lane.value}
                  icon={<Rows3 size={16} aria-hidden />}
                  text={lane.value === NO_LANE ? t('forms.takeOut') : t('forms.putInLane', { lane: lane.title })}
                  onSelect={() => actions.toLane(id, lanes.question, lane)}
                />
              ))}
              <MoveTo card={props.card} />
              <Menu.Separator className={styles['line']} />
              <MenuItem icon={<Trash2 size={16} aria-hidden />} text={t('card.remove')} onSelect={() => actions.remove(id)} danger />
            </>
          ) : null}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The lanes of the column that a card may be put into, without its own. */
function useLanes(
  card: Card,
  column: string,
): { readonly question: Question; readonly rule: LaneRule; readonly others: readonly LaneName[] } | null {
  const { t } = useTranslation()
  const template = useTemplate()
  const { board } = useConnection()
  const language = useBoardLanguage()
  const question = template.questions.find((known) => known.id === column)
  const rule = laneRule(question, template)
  if (!question || !rule || !hasLane(rule, card.kind)) return null
  const state = board.getState()
  const all = [{ value: NO_LANE, title: t('forms.noLane') }, ...lanesOf(state, template, language, question, rule)]
  return { question, rule, others: all.filter((lane) => lane.value !== laneOf(state, rule, card)) }
}

/** The index among the cards of its place to which a card goes up or down, past one of its own lane; -1 when there is none. */
function neighbour(state: BoardState, place: string, card: Card, step: 1 | -1, rule: LaneRule | undefined): number {
  const ids = cardIdsIn(state, place)
  const lane = rule && laneOf(state, rule, card)
  for (let at = ids.indexOf(card.id) + step; at >= 0 && at < ids.length; at += step) {
    const other = state.cards.get(ids[at] ?? '')
    if (other && (!rule || laneOf(state, rule, other) === lane)) return at
  }
  return -1
}

function UnlinkFrom({ card: linked }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const open = useOpen()
  const language = useBoardLanguage()
  const template = useTemplate()
  const cards = useBoard((state) => state.cards)
  const links = useBoard((state) => linksOfCard(state, linked.id))
  const phone = useMedia(PHONE)
  const ends = links.flatMap((link) => {
    const target = link.to === linked.id
    const other = cards.get(target ? link.from : link.to)
    const relation = relationOf(template, link.relation)
    if (!relation || !other || other.place.in === BIN) return []
    return [{ id: link.id, text: `${(target ? relation.labelTo : relation.labelFrom)[language]}: ${shortText(other, t('card.empty'))}` }]
  })
  if (ends.length === 0) return null
  const icon = <Unlink2 size={16} aria-hidden />
  if (phone) return <MenuItem icon={icon} text={t('card.unlinkItem')} onSelect={() => open({ what: 'details', card: linked.id })} />
  return (
    <Menu.Sub>
      <Menu.SubTrigger className={styles['item']}>
        {icon}
        {t('card.unlinkItem')}
        <ChevronRight size={16} aria-hidden className={styles['more']} />
      </Menu.SubTrigger>
      <Menu.Portal>
        <Menu.SubContent className={styles['menu']} lang={language} sideOffset={4} collisionPadding={8}>
          {ends.map(({ id, text }) => (
            <MenuItem key={id} text={text} onSelect={() => actions.unlink(id)} />
          ))}
        </Menu.SubContent>
      </Menu.Portal>
    </Menu.Sub>
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
      <MenuItem
        icon={<MoveRight size={16} aria-hidden />}
        text={t('card.moveTo')}
        onSelect={() => open({ what: 'move', card: moved.id })}
      />
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
            <MenuItem
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
