import type { CardId } from '../../model/ids.ts'
import { binCards, moveCards, restoreCards } from '../../model/stack.ts'
import type { LaneName } from '../board/forms/lane.ts'
import { joinStack, putInLane } from '../board/forms/put-in-lane.ts'
import type { DropTarget } from '../dnd/drag-store.ts'
import { slotIndex, type Slot } from '../dnd/slot-index.ts'
import { linkMany } from './many-links.ts'
import { stackOnto } from './many-stacks.ts'
import { clearTicks } from './ticks.ts'
import type { Many } from './use-many.ts'
import { byLock, keysAt, tell, titleOf } from './what-fits.ts'

/** Changes to several cards at once: each is one step of undo, does what can be done, and says in words what could not. */

export function moveMany(many: Many, ids: readonly CardId[], to: string, slot?: Slot): void {
  const { connection, template, rules, t } = many
  const { free, shut } = byLock(many, ids)
  // The cards of a stack go along with it.
  const stacks = new Set<string>(free.filter((card) => card.kind === template.stack).map((card) => card.id))
  const own = free.filter((card) => !stacks.has(card.place.in) && card.id !== to)
  const fit = own.filter((card) => rules.accepts(to, card.kind, card.id))
  if (fit.length > 0) {
    const moved = fit.map((card) => card.id)
    const keys = keysAt(connection, to, moved, slot && slotIndex(connection.board.getState(), moved, slot))
    connection.undo.step(() => {
      joinStack(connection, template, to, moved)
      moveCards(connection.content, moved, { in: to, keys }, template.stack)
    })
    clearTicks()
  }
  tell(many, fit.length, t('many.moved', { count: fit.length, title: titleOf(many, to) }), [
    [own.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

export function removeMany(many: Many, ids: readonly CardId[]): void {
  const { connection, template, t } = many
  const { free, shut } = byLock(many, ids)
  const gone = free.map((card) => card.id)
  connection.undo.step(() => binCards(connection.content, gone, template.stack))
  const back = { label: t('common.undo'), run: () => connection.undo.step(() => restoreCards(connection.content, gone, template.stack)) }
  tell(many, gone.length, t('many.removed', { count: gone.length }), [[shut, 'many.locked']], back)
}

/** Puts the cards into a lane, and at the slot in it if there is one. */
function sortMany(many: Many, ids: readonly CardId[], column: string, lane: LaneName, slot?: Slot): void {
  const { connection, template, rules, t } = many
  const question = template.questions.find((known) => known.id === column)
  if (!question) return
  const { free, shut } = byLock(many, ids)
  const fit = free.filter((card) => rules.laneFor(column, card.id, lane.value) !== null)
  const moved = fit.map((card) => card.id)
  const keys = slot && keysAt(connection, column, moved, slotIndex(connection.board.getState(), moved, slot))
  connection.undo.step(() => {
    for (const id of moved) putInLane(connection, template, question, id, lane.value)
    if (keys) moveCards(connection.content, moved, { in: column, keys }, template.stack)
  })
  clearTicks()
  tell(many, fit.length, t('many.moved', { count: fit.length, title: lane.title }), [
    [free.length - fit.length, 'many.unfit'],
    [shut, 'many.locked'],
  ])
}

/** What one drop does with all ticked cards. */
export function dropMany(many: Many, ids: readonly CardId[], target: DropTarget): void {
  if (target.kind === 'stack') return stackOnto(many, target.card, ids)
  if (target.kind === 'slot') {
    return target.lane
      ? sortMany(many, ids, target.column, target.lane, target)
      : moveMany(many, ids, target.inside ?? target.column, target)
  }
  if (target.kind === 'lane') return sortMany(many, ids, target.column, target.lane)
  linkMany(many, ids, { relation: target.relation, other: target.card, target: !target.reversed })
}
