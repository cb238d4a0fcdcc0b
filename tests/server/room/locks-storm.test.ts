import { expect, test } from 'vitest'
import type { FieldId } from '../../../src/model/ids.ts'
import { cardText, readAnswer, readCards } from '../../../src/model/read-content.ts'
import { moveCard, setField, writeText } from '../../../src/model/write-content.ts'
import { random } from '../../helpers/random.ts'
import { all, lock } from './locked-room.ts'
import { openRoom, order, q1, q2, seeded, write, type RoomBench } from './room-bench.ts'

const due = 'due' as FieldId

test.each([3, 33, 333])(
  'locks that come and go while twenty people write: nothing changes under a lock, all converge (seed %i)',
  (seed) => {
    const dice = random(seed)
    const bench = openRoom()
    const frieda = bench.join('frieda')
    const writers = Array.from({ length: 20 }, (_, at) => bench.join(at % 2 === 0 ? 'anna' : 'ben'))
    bench.settle()
    const cards = [seeded, write(frieda, 'zwei'), write(frieda, 'drei', q2)]
    bench.settle()
    const locked = new Set<string>()
    const frozen = new Map<string, unknown>()
    const inside = (question: string): unknown =>
      readCards(bench.room.state.content)
        .filter((card) => card.place.in === question)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (let step = 0; step < 300; step++) {
      const writer = dice.pick(writers)
      const id = dice.pick(cards)
      const acts: (() => unknown)[] = [
        () => writeText(cardText(writer.content, id)!, `${dice.below(1000)} ${cardText(writer.content, id)!.toString().slice(0, 20)}`),
        () => moveCard(writer.content, id, { in: dice.pick([q1, q2]), order }),
        () => setField(writer.content, id, due, `${dice.below(1000)}`),
        () => write(writer, `neu ${step}`, dice.pick([q1, q2])),
        () => writer.history.undo(),
        () => writer.history.redo(),
      ]
      dice.pick(acts)()
      if (dice.next() < 0.3) writer.deliver()
      if (dice.next() < 0.1) {
        const question = dice.pick([q1, q2])
        bench.flush()
        lock(frieda, question, !locked.delete(question))
        bench.flush()
        if (readFrameLock(bench, question)) {
          locked.add(question)
          frozen.set(question, inside(question))
        } else frozen.delete(question)
      }
      if (dice.next() < 0.3) {
        bench.flush()
        for (const [question, cards] of frozen) expect(inside(question), `step ${step}`).toEqual(cards)
      }
    }
    bench.settle()
    bench.settle()
    const state = all(bench.room.state.content)
    for (const peer of [frieda, ...writers]) {
      expect(all(peer.content)).toEqual(state)
      expect(peer.closed()).toBeNull()
      expect(peer.doc.store.pendingStructs).toBeNull()
    }
    expect(readAnswer(bench.room.state.content, q1)).toBe('')
  },
)

function readFrameLock(bench: RoomBench, question: string): boolean {
  return bench.room.state.frame().questions.find((entry) => entry.id === question)?.locked ?? false
}
