import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openContent } from '../../src/model/content.ts'
import type { CardId, KindId, RelationId } from '../../src/model/ids.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { cardText } from '../../src/model/read-content.ts'
import { addCards, addLink, binCard, moveCard, removeLink, writeText } from '../../src/model/write-content.ts'
import { createBoardStore } from '../../src/sync/board-store.ts'
import { random } from '../helpers/random.ts'

const task = 'task' as KindId
const actor = 'actor' as KindId
const does = 'does' as RelationId

function board(count: number): { content: ReturnType<typeof openContent>; ids: CardId[] } {
  const content = openContent(new Y.Doc())
  const keys = keysForSlot([], 0, count)
  const ids = addCards(
    content,
    keys.map((order, n) => ({ kind: n % 2 === 0 ? task : actor, text: `Karte ${n}`, in: `q${n % 10}`, order })),
  )
  return { content, ids }
}

test('a text edit replaces one record and keeps every other reference', () => {
  const { content, ids } = board(1000)
  const { store } = createBoardStore(content, vi.fn())
  const before = store.getState()
  writeText(cardText(content, ids[500]!)!, 'anders')
  const after = store.getState()
  const changed = ids.filter((id) => before.cards.get(id) !== after.cards.get(id))
  expect(changed).toEqual([ids[500]])
  expect(after.idsIn).toBe(before.idsIn)
  expect(after.idsOfKind).toBe(before.idsOfKind)
  expect(after.links).toBe(before.links)
})

test('a move touches the two lists and no other', () => {
  const { content, ids } = board(100)
  const { store } = createBoardStore(content, vi.fn())
  const before = store.getState()
  moveCard(content, ids[0]!, { in: 'q5', order: 'a0' as never })
  const after = store.getState()
  const changed = [...after.idsIn.keys()].filter((place) => before.idsIn.get(place) !== after.idsIn.get(place))
  expect(changed.sort()).toEqual(['q0', 'q5'])
})

test('an invalid record is reported once', () => {
  const { content } = board(2)
  const onInvalid = vi.fn()
  const { store } = createBoardStore(content, onInvalid)
  const record = new Y.Map<unknown>([['kind', 'task']])
  content.cards.set('broken', record)
  record.set('place', 5)
  expect(onInvalid.mock.calls).toEqual([['cards/broken']])
  expect(store.getState().cards.has('broken')).toBe(false)
})

test.each([1, 2, 3, 4, 5])('after any mix of changes the store equals a fresh reading (seed %i)', (seed) => {
  const { below, pick } = random(seed)
  const { content, ids } = board(60)
  const { store } = createBoardStore(content, vi.fn())
  const undo = new Y.UndoManager([content.cards, content.links], { trackedOrigins: new Set([null]) })
  const acts: ((id: CardId, n: number) => void)[] = [
    (id) => moveCard(content, id, { in: `q${below(10)}`, order: pick(keysForSlot([], 0, 50)) }),
    (id) => binCard(content, id),
    (id) => addLink(content, does, id, pick(ids)),
    () => removeLink(content, pick([...content.links.keys(), 'x'])),
    (id, n) => {
      const text = cardText(content, id)
      if (text) writeText(text, `Text ${n}`)
    },
    (_, n) => ids.push(...addCards(content, [{ kind: task, text: `neu ${n}`, in: 'q1', order: 'a5' as never }])),
    () => undo.undo(),
  ]
  for (let n = 0; n < 300; n++) pick(acts)(pick(ids), n)
  const fresh = createBoardStore(content, vi.fn()).store.getState()
  const kept = store.getState()
  expect(kept.cards).toEqual(fresh.cards)
  expect(kept.links).toEqual(fresh.links)
  for (const [place, list] of fresh.idsIn) expect(kept.idsIn.get(place)).toEqual(list)
  for (const [kind, list] of fresh.idsOfKind) expect(kept.idsOfKind.get(kind)).toEqual(list)
  for (const [id, links] of fresh.linksOf) expect(new Set(kept.linksOf.get(id))).toEqual(new Set(links))
})

test('after close the store follows no more', () => {
  const { content, ids } = board(4)
  const { store, close } = createBoardStore(content, vi.fn())
  close()
  const before = store.getState()
  binCard(content, ids[0]!)
  expect(store.getState()).toBe(before)
})
