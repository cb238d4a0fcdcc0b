import type { CardId, FieldId, QuestionId } from '../../../src/model/ids.ts'
import { writeText } from '../../../src/model/write-content.ts'
import { shareField } from '../../../src/model/write-voices.ts'
import { openRoom, q1, q2, seeded, write, type Peer, type RoomBench } from './room-bench.ts'

export const lock = (frieda: Peer, question = q1, locked = true): void =>
  frieda.command({ type: 'lock-question', question: question as QuestionId, locked })

export function lockedRoom(): RoomBench & { anna: Peer; frieda: Peer; free: CardId } {
  const bench = openRoom()
  const [anna, frieda] = [bench.join('anna'), bench.join('frieda')]
  bench.settle()
  const free = write(frieda, 'frei', q2)
  writeText(shareField(frieda.content, seeded, 'done' as FieldId)!, 'alles fertig')
  bench.settle()
  lock(frieda)
  return { ...bench, anna, frieda, free }
}

export const all = ({ cards, links, answers, voices, comments }: Peer['content']): unknown =>
  [cards, links, answers, voices, comments].map((root) => root.toJSON() as unknown)
