import { expect, test } from 'vitest'
import type { PersonId } from '../../../src/model/ids.ts'
import { viewSchema } from '../../../src/protocol/view.ts'
import { viewFor } from '../../../server/view.ts'
import { after, newFrame, NOW, people, run } from '../../helpers/frames.ts'

const { facilitator, participant, viewer } = people
const online = new Set([facilitator, participant, viewer])

test('everybody sees how many are ready, who it is only a facilitator and oneself', () => {
  const frame = after(newFrame(), [{ type: 'set-ready', ready: true }], { sender: participant })
  expect(viewFor({ frame, online, now: NOW }, facilitator)).toMatchObject({
    ready: { count: 1, of: 1 },
    lead: { ready: [participant] },
  })
  expect(viewFor({ frame, online, now: NOW }, participant)).toMatchObject({
    ready: { count: 1, of: 1 },
    lead: null,
    me: { ready: true },
  })
  const seen = viewFor({ frame, online, now: NOW }, viewer)
  expect(seen.ready).toEqual({ count: 1, of: 1 })
  expect(JSON.stringify({ ...seen, people: [] })).not.toContain(participant)
  expect(run(frame, { type: 'set-ready', ready: true }, { sender: viewer })).toEqual({ refused: 'forbidden' })
})

test('who has gone without a tick is not waited for', () => {
  const roster = [...newFrame().roster, { id: 'olga' as PersonId, name: 'Olga', role: 'participant' as const }]
  const frame = after({ ...newFrame(), roster }, [{ type: 'set-ready', ready: true }], { sender: participant })
  expect(viewFor({ frame, online, now: NOW }, facilitator).ready).toEqual({ count: 1, of: 1 })
  expect(viewFor({ frame, online: new Set([facilitator]), now: NOW }, facilitator).ready).toEqual({ count: 1, of: 1 })
  expect(viewFor({ frame, online: new Set(['olga' as PersonId]), now: NOW }, facilitator).ready).toEqual({
    count: 1,
    of: 2,
  })
})

test('hands stand in the order in which they went up, for a facilitator and for oneself', () => {
  let frame = after(newFrame(), [{ type: 'raise-hand', raised: true }], { sender: viewer })
  frame = after(frame, [{ type: 'raise-hand', raised: true }], { sender: participant })
  frame = after(frame, [{ type: 'raise-hand', raised: true }], { sender: viewer })
  expect(viewFor({ frame, online, now: NOW }, facilitator).lead?.hands).toEqual([viewer, participant])
  expect(viewFor({ frame, online, now: NOW }, viewer).me.hand).toBe(true)
  frame = after(frame, [{ type: 'lower-hand', person: viewer }])
  expect(viewFor({ frame, online, now: NOW }, viewer).me.hand).toBe(false)
  expect(viewFor({ frame, online, now: NOW }, facilitator).lead?.hands).toEqual([participant])
})

test('every view fits the schema that a browser reads it with', () => {
  const frame = after(newFrame(), [{ type: 'raise-hand', raised: true }])
  for (const person of Object.values(people)) {
    const view = viewFor({ frame, online, now: NOW }, person)
    expect(viewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view)
  }
})
