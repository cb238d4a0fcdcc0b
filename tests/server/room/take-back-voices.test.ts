import { expect, test } from 'vitest'
import type { PersonId, QuestionId } from '../../../src/model/ids.ts'
import { readComments } from '../../../src/model/read-content.ts'
import { addComment, removeComment, resolveComment, setVoice } from '../../../src/model/write-voices.ts'
import { all, lockedRoom } from './locked-room.ts'
import { openRoom, q1, seeded } from './room-bench.ts'

test('comments do not keep to the lock of a question, but to that of the board and to who may read only', () => {
  const { anna, frieda, settle } = lockedRoom()
  const said = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Wer?' })!
  settle()
  expect(readComments(frieda.content)).toMatchObject([{ text: 'Wer?', by: 'anna' }])
  frieda.command({ type: 'lock-board', locked: true })
  removeComment(anna.content, said, true)
  settle()
  expect(readComments(anna.content)).toHaveLength(1)
  expect(all(anna.content)).toEqual(all(frieda.content))
  expect(anna.notices.map((notice) => notice.kind)).toEqual(['locked'])
})

test('somebody else’s comment is settled by anybody and taken away by a facilitator only', () => {
  const bench = openRoom()
  const [anna, ben, frieda] = [bench.join('anna'), bench.join('ben'), bench.join('frieda')]
  bench.settle()
  const said = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Wer?' })!
  bench.settle()
  resolveComment(ben.content, said, true)
  removeComment(frieda.content, said, false)
  frieda.history.undo()
  ben.deliver()
  bench.settle()
  expect(readComments(ben.content)).toEqual([])
  expect([ben.closed(), frieda.closed()]).toEqual([null, null])
  const second = addComment(anna.content, { card: seeded, by: 'anna' as PersonId, text: 'Und wann?' })!
  bench.settle()
  ben.content.comments.delete(second)
  bench.settle()
  for (const peer of [anna, ben, frieda]) expect(readComments(peer.content)).toMatchObject([{ text: 'Und wann?', by: 'anna' }])
})

test('a voice for a question that is gone by now is let go', () => {
  const bench = openRoom()
  const anna = bench.join('anna')
  bench.settle()
  setVoice(anna.content, 'gone' as QuestionId, 'anna' as PersonId, { stance: 'agree', reason: '' })
  setVoice(anna.content, q1 as QuestionId, 'anna' as PersonId, { stance: 'agree', reason: '' })
  bench.settle()
  expect([...anna.content.voices.keys()]).toEqual([`${q1}:anna`])
})
