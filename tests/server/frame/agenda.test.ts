import { expect, test } from 'vitest'
import { newBlockId, type BlockId, type CardId, type QuestionId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { viewFor } from '../../../server/view.ts'
import { rulesFor } from '../../../server/room/rules.ts'
import { after, newFrame, noFacts, NOW, people, run } from '../../helpers/frames.ts'
import { kickoff } from '../../helpers/kickoff.ts'

const ids = kickoff.agenda!.map((block) => block.id as BlockId)
const [one, two, three] = ids as [BlockId, BlockId, BlockId]
const add = (block: string): CommandBody => ({
  type: 'add-block',
  block: block as BlockId,
  title: 'Neu',
  minutes: 5,
  way: 'talk',
  questions: [],
})

test('a new board has the agenda of its template, in its language, two to four hours long', () => {
  const { agenda } = newFrame()
  expect(agenda.blocks.map((block) => block.title)).toEqual([
    'Ankommen',
    'Sammeln',
    'Ordnen & bewerten',
    'Zuordnen',
    'Fall proben',
    'Plan beschließen',
  ])
  const minutes = agenda.blocks.reduce((sum, block) => sum + block.minutes, 0)
  expect(minutes).toBeGreaterThanOrEqual(120)
  expect(minutes).toBeLessThanOrEqual(240)
})

test('two facilitators who go on at the same time go on by one block', () => {
  const frame = after(newFrame(), [{ type: 'start-block', block: one }])
  const next: CommandBody = { type: 'next-block', from: one }
  const once = after(frame, [next])
  expect(once.agenda.current).toBe(two)
  expect(run(once, next)).toEqual({ refused: 'not-now' })
  expect(run(frame, { type: 'start-block', block: one })).toEqual({ refused: 'not-now' })
})

test('a new block takes ticks and spotlight away and ends the timer, or starts one of its length', () => {
  let frame = after(newFrame(), [
    { type: 'start-block', block: one },
    { type: 'start-timer', minutes: 3 },
    { type: 'spotlight', card: 'c1' as CardId },
    { type: 'set-ready', ready: true },
  ])
  frame = after(frame, [{ type: 'next-block', from: one }])
  expect(frame).toMatchObject({ ready: [], spotlight: null, timer: null })
  frame = after(frame, [{ type: 'next-block', from: two, timer: true }])
  const minutes = kickoff.agenda![2]!.minutes
  expect(frame.timer).toEqual({ state: 'running', endsAt: NOW + minutes * 60_000, totalMs: minutes * 60_000 })
})

test('the running block can be skipped, changed and moved, but not removed', () => {
  const frame = after(newFrame(), [{ type: 'start-block', block: two }])
  expect(run(frame, { type: 'remove-block', block: two })).toEqual({ refused: 'not-now' })
  expect(after(frame, [{ type: 'move-block', block: two, to: 4 }]).agenda.current).toBe(two)
  const skipped = after(frame, [{ type: 'skip-block', block: two, skipped: true }])
  expect(skipped.agenda.current).toBe(three)
  expect(after(skipped, [{ type: 'start-block', block: two }]).agenda.blocks[1]).toMatchObject({ skipped: false, startedAt: NOW })
})

test('blocks: known, not twice, not too many; a note goes with its block', () => {
  const frame = newFrame()
  expect(run(frame, add(one))).toEqual({ refused: 'invalid' })
  for (const type of ['remove-block', 'start-block'] as const) {
    expect(run(frame, { type, block: 'ghost' as BlockId })).toEqual({ refused: 'unknown' })
  }
  let full = frame
  while (full.agenda.blocks.length < LIMITS.blocks) full = after(full, [add(newBlockId())])
  expect(run(full, add('more'))).toEqual({ refused: 'full' })
  expect(Object.keys(after(frame, [{ type: 'remove-block', block: one }]).notes)).not.toContain(one)
  expect(after(frame, [{ type: 'note-block', block: one, note: '' }]).notes).not.toHaveProperty(one)
})

test('a private note is in no view but a facilitator’s', () => {
  const frame = after(newFrame(), [{ type: 'note-block', block: one, note: 'MARKER' }])
  const seen = (person: keyof typeof people): string => JSON.stringify(viewFor({ frame, online: new Set(), now: NOW }, people[person]))
  expect(seen('facilitator')).toContain('MARKER')
  expect(seen('participant')).not.toContain('MARKER')
  expect(seen('viewer')).not.toContain('MARKER')
})

test('a question that goes leaves the blocks in which it was in focus', () => {
  const frame = after(newFrame(), [{ type: 'remove-question', question: 'feelings' as QuestionId }])
  expect(frame.agenda.blocks[1]!.questions).toEqual(['information', 'everyday', 'merge'])
})

test('everybody is called once for each number, to what there is', () => {
  const call: CommandBody = { type: 'call-everyone', question: 'merge' as QuestionId, card: 'c1' as CardId, screen: null }
  expect(after(newFrame(), [call, call]).call).toEqual({ number: 2, question: 'merge', card: 'c1', screen: null })
  expect(run(newFrame(), { ...call, question: 'ghost' as QuestionId })).toEqual({ refused: 'unknown' })
  const facts = { ...noFacts, hasCard: () => false }
  expect(run(newFrame(), call, { facts })).toEqual({ refused: 'unknown' })
  expect(run(newFrame(), { type: 'spotlight', card: 'c1' as CardId }, { facts })).toEqual({ refused: 'unknown' })
})

test('what is read stands still for participants; the parking lot never does', () => {
  const reading = after(newFrame(), [
    { type: 'describe-block', block: two, way: 'read' },
    { type: 'start-block', block: two },
  ])
  expect([...rulesFor(reading, 'participant', false).locked]).toEqual(kickoff.agenda![1]!.questions)
  expect(rulesFor(reading, 'facilitator', false).locked.size).toBe(0)
  const whole = after(reading, [{ type: 'describe-block', block: two, questions: [] }])
  const locked = rulesFor(whole, 'participant', false).locked
  expect(locked.size).toBe(kickoff.questions.length - 1)
  expect(locked.has('parking')).toBe(false)
  expect(rulesFor(after(whole, [{ type: 'next-block', from: two }]), 'participant', false).locked.size).toBe(0)
})
