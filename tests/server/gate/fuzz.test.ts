import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CardId, FieldId, KindId, QuestionId, RelationId } from '../../../src/model/ids.ts'
import { cardText } from '../../../src/model/read-content.ts'
import { addCard, addLink, binCard, moveCard, setKind, writeText } from '../../../src/model/write-content.ts'
import { addComment, setVerdict, setVoice, shareField } from '../../../src/model/write-voices.ts'
import { itemOf } from '../../../server/gate/yjs-internals.ts'
import { random } from '../../helpers/random.ts'
import { anna, createBoard, joinBoard, kind, order, seeded } from './gate-bench.ts'

/** Honest updates of every sort, as material to be broken. */
function material(board: ReturnType<typeof createBoard>): Uint8Array[] {
  const client = joinBoard(board, 3_000_000_001)
  const { content } = client
  const updates: Uint8Array[] = []
  const keep = (): void => {
    const update = client.next()
    updates.push(update)
    board.deliver(update)
  }
  for (let at = 0; at < 10; at++) {
    const id = addCard(content, { id: `karte${at}` as CardId, kind, text: `Karte ${at}`, in: 'q1', order })!
    keep()
    writeText(cardText(content, id)!, `Karte ${at} geändert`)
    keep()
    moveCard(content, id, { in: seeded, order })
    keep()
    setKind(content, id, 'task' as KindId)
    binCard(content, id)
    keep()
    addLink(content, 'does' as RelationId, id, seeded)
    keep()
    writeText(shareField(content, id, 'done' as FieldId)!, 'alles fertig')
    setVoice(content, 'q1' as QuestionId, anna, { stance: 'object', reason: `Grund ${at}` })
    keep()
    setVerdict(content, 'q1' as QuestionId, at % 2 === 0 ? 'agreed' : null)
    addComment(content, { card: id, by: anna, text: 'Wer?', at: '2027-01-31T10:05Z' })
    keep()
  }
  writeText(cardText(content, seeded)!, 'ganz anders')
  updates.push(client.next(), Y.encodeStateAsUpdate(client.doc))
  return updates
}

function corrupt(updates: readonly Uint8Array[], dice: ReturnType<typeof random>): Uint8Array {
  const update = dice.pick(updates).slice()
  switch (dice.below(5)) {
    case 0:
      return update.slice(0, dice.below(update.length))
    case 1:
      update[dice.below(update.length)] = dice.below(256)
      return update
    case 2:
      for (let flips = dice.below(6) + 1; flips > 0; flips--) update[dice.below(update.length)]! ^= 1 << dice.below(8)
      return update
    case 3: {
      const other = dice.pick(updates)
      return Uint8Array.of(...update.slice(0, dice.below(update.length)), ...other.slice(dice.below(other.length)))
    }
    default:
      return Uint8Array.from({ length: dice.below(40) + 1 }, () => dice.below(256))
  }
}

/** What is wrong with the inside of a document: Yjs works on and on with a broken list. */
function flawOf(doc: Y.Doc): string | null {
  for (const item of [...doc.store.clients.values()].flat()) {
    if (!(item instanceof Y.Item)) continue
    const name = `${item.id.client}:${item.id.clock}`
    const { left, right, parent } = item
    if (left && left.right !== item) return `${name} is not right of its left`
    if (right && right.left !== item) return `${name} is not left of its right`
    if (!(parent instanceof Y.AbstractType)) return `${name} has no parent`
    if (left && (left.parent !== parent || left.parentSub !== item.parentSub)) return `${name} lies beside another place`
    if (item.parentSub !== null && right !== null && !item.deleted) return `${name} lives behind a newer value`
    if (itemOf(parent)?.deleted && !item.deleted) return `${name} lives in something deleted`
  }
  return null
}

test.each([20_261_123, 7, 4711])('broken updates change nothing unless they are allowed, and never leave a gap (seed %i)', (seed) => {
  const dice = random(seed)
  const board = createBoard(2_000_000_001)
  const updates = material(board)
  let refused = 0
  for (let round = 0; round < 4000; round++) {
    const before = Y.encodeStateVector(board.content.doc)
    const verdict = board.deliver(corrupt(updates, dice), anna)
    if (typeof verdict === 'object') continue
    refused++
    expect(Y.encodeStateVector(board.content.doc), `round ${round}`).toEqual(before)
  }
  expect(refused).toBeGreaterThan(1000)
  expect(flawOf(board.content.doc)).toBeNull()
  const copy = joinBoard(board)
  expect(copy.content.cards.toJSON()).toEqual(board.content.cards.toJSON())
})
