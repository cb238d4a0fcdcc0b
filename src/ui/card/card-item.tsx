import { Ellipsis } from 'lucide-react'
import { questionOf } from '../../sync/board-store.ts'
import { isTicked, tickRange, toggleTick, useIsTicked } from '../many/ticks.ts'
import { memo, Suspense, use, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Avatar } from '../board/avatar.tsx'
import { useBoard, useBoardLanguage, useCanWrite, useKind, usePeersAt, useTemplate } from '../board/board-context.ts'
import { BY } from '../../model/card.ts'
import { CarryContext } from '../board/carry-context.ts'
import { editCard, stopEditing, useIsEdited } from './editing.ts'
import { CardMenu } from '../board/lazy-parts.ts'
import { useOpen } from '../board/screen-context.ts'
import { useWords } from '../hooks/use-words.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { OwnVotes, pressVote, VoteTotal } from '../rounds/card-votes.tsx'
import { CardBody } from '../board/forms/card-body.tsx'
import { StackCards } from '../many/stack-cards.tsx'
import { CardChips } from './card-chips.tsx'
import { CardEditor } from './card-editor.tsx'
import type { CardItemProps } from './card-in-card.ts'
import { CardAuthor } from './card-author.tsx'
import { CardKind } from './card-face.tsx'
import styles from './card.module.css'
import { CommentCount } from './comment-count.tsx'
import { NestedCards } from './nested-cards.tsx'

/** A card in a column's list. It renders when its own record changes, and at no other card's. */
export const CardItem = memo(function CardItem({ id, column, question }: CardItemProps): ReactNode {
  const { t, language: spoken } = useWords()
  const card = useBoard((state) => state.cards.get(id))
  const language = useBoardLanguage()
  const kind = useKind(card?.kind ?? ('' as never))
  const canWrite = useCanWrite(useBoard((state) => questionOf(state, id)))
  const isStack = useTemplate().stack === card?.kind
  const ticked = useIsTicked(id)
  const peers = usePeersAt(id)
  const actions = useActions()
  const open = useOpen()
  const carry = use(CarryContext)
  const editing = useIsEdited(id, column) && canWrite
  const [menu, setMenu] = useState(false)
  if (!card) return null
  const text = shortText(card, '') || t('card.empty')

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.metaKey || event.altKey) return
    const item = event.currentTarget.closest<HTMLElement>('[data-card]')
    const act = cardKeys(event, canWrite, {
      tick: () => toggleTick(id),
      tickNext: (step) => {
        if (!isTicked(id)) toggleTick(id)
        const next = focusNeighbour(event.currentTarget, step)
        if (next && item) tickRange(next)
      },
      edit: () => editCard(id, column),
      carry: () => carry(id),
      // What is asked of a card that is ticked is asked of all that are.
      menu: () => (ticked ? selectionButton('move')?.focus() : setMenu(true)),
      remove: () => (ticked ? selectionButton('remove')?.click() : actions.remove(id)),
      details: () => open({ what: 'details', card: id }),
      link: () => open({ what: 'link', card: id }),
      next: (step) => focusNeighbour(event.currentTarget, step),
      vote: (by) => pressVote(event.currentTarget, by),
    })
    if (!act) return
    event.preventDefault()
    act()
  }
  const menuButton = (
    <button
      type="button"
      className={styles['menu']}
      lang={spoken}
      aria-label={t('card.menu', { text })}
      aria-haspopup="menu"
      onClick={() => setMenu(true)}
    >
      <Ellipsis size={18} aria-hidden />
    </button>
  )
  return (
    <li
      className={styles['item']}
      data-card={id}
      data-kind={card.kind}
      data-ticked={ticked || undefined}
      data-fixed={!canWrite || editing ? true : undefined}
    >
      <article
        className={styles['card']}
        lang={language}
        data-color={kind?.color}
        data-peers={peers.length > 0}
        tabIndex={0}
        aria-label={`${kind?.label[language] ?? ''}: ${text}${ticked ? `, ${t('many.isSelected')}` : ''}`}
        aria-describedby={canWrite ? 'card-help' : 'card-help-read'}
        aria-keyshortcuts={canWrite ? 'Space Enter X M L' : 'Enter M'}
        onKeyDown={onKeyDown}
        data-holds={isStack || undefined}
        onDoubleClick={(event) => canWrite && !ticked && isOnCard(event.target, id) && editCard(id, column)}
      >
        <div className={styles['top']}>
          <span className={styles['handle']} data-handle aria-hidden />
          <CardKind card={card} />
          <VoteTotal id={id} />
          <CommentCount id={id} />
          {peers.map((peer) => (
            <span key={peer.user.id}>
              <Avatar id={peer.user.id} name={peer.user.name} small />
            </span>
          ))}
          {menu ? (
            <Suspense fallback={menuButton}>
              <CardMenu
                card={card}
                column={column}
                canWrite={canWrite}
                onEdit={() => editCard(id, column)}
                onClose={() => setMenu(false)}
              />
            </Suspense>
          ) : (
            menuButton
          )}
        </div>
        {editing ? (
          <CardEditor id={id} onDone={() => stopEditing(id)} />
        ) : (
          <p className={styles['text']} dir="auto">
            {card.text}
          </p>
        )}
        {card.fields[BY] === undefined ? null : <CardAuthor card={card} />}
        {peers.length > 0 ? (
          <span className="visually-hidden" lang={spoken}>
            {t('card.editing', { names: peers.map((peer) => peer.user.name).join(', ') })}
          </span>
        ) : null}
        {question && !isStack ? <CardBody card={card} question={question} canWrite={canWrite} /> : null}
        {isStack ? <StackCards id={id} /> : null}
        {isStack || (question?.form === 'chain' && question.container === card.kind) ? null : <NestedCards id={id} />}
        <CardChips card={card} canWrite={canWrite} question={question} />
        <OwnVotes id={id} />
      </article>
    </li>
  )
})

interface KeyActs {
  readonly tick: () => void
  readonly tickNext: (step: 1 | -1) => void
  readonly edit: () => void
  readonly carry: () => void
  readonly menu: () => void
  readonly remove: () => void
  readonly details: () => void
  readonly link: () => void
  readonly next: (step: 1 | -1) => void
  readonly vote: (by: 1 | -1) => void
}

function cardKeys({ key, ctrlKey, shiftKey }: KeyboardEvent, canWrite: boolean, acts: KeyActs): (() => void) | null {
  if (canWrite && ((key.toLowerCase() === 'x' && !ctrlKey) || (key === ' ' && ctrlKey))) return acts.tick
  if (ctrlKey) return null
  if (canWrite && shiftKey && key === 'ArrowDown') return () => acts.tickNext(1)
  if (canWrite && shiftKey && key === 'ArrowUp') return () => acts.tickNext(-1)
  if (key.toLowerCase() === 'v') return () => acts.vote(shiftKey ? -1 : 1)
  if (key === 'ArrowDown') return () => acts.next(1)
  if (key === 'ArrowUp') return () => acts.next(-1)
  if (key === 'Enter' || key === 'F2') return canWrite ? acts.edit : acts.details
  if (key.toLowerCase() === 'm' || key === 'ContextMenu') return acts.menu
  if (key === ' ' && canWrite) return acts.carry
  if (key === 'Delete' && canWrite) return acts.remove
  if (key.toLowerCase() === 'l' && canWrite) return acts.link
  return null
}

/** Not in an input on the card, and not on a card that lies in it. */
function isOnCard(target: EventTarget, id: string): boolean {
  const nearest =
    target instanceof Element ? target.closest<HTMLElement>('button, input, textarea, select, [data-no-drag], [data-card]') : null
  return nearest?.dataset['card'] === id
}

function focusNeighbour(card: EventTarget & Element, step: 1 | -1): HTMLElement | null {
  const articles = [...(card.closest('[data-column]')?.querySelectorAll<HTMLElement>('article') ?? [])]
  const next = articles[articles.indexOf(card as HTMLElement) + step]
  next?.focus()
  return next?.closest<HTMLElement>('[data-card]') ?? null
}

/** A button of the bar that acts on everything that is ticked. */
function selectionButton(act: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-selection-bar] [data-act="${act}"]`)
}
