import { expect, test } from 'vitest'
import { frameSchema, type Frame } from '../../src/model/frame.ts'
import type { PersonId, QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { Command, CommandBody } from '../../src/protocol/commands.ts'
import { applyCommand } from '../../server/frame.ts'
import { admit, roleOf } from '../../server/frame/roster.ts'
import { viewFor } from '../../server/view.ts'
import { after, newFrame, NOW, noFacts, people, run } from '../helpers/frames.ts'
import { kickoff } from '../helpers/kickoff.ts'

const [first, second] = kickoff.questions.map((question) => question.id) as [QuestionId, QuestionId]
const done = (frame: Frame, body: CommandBody): Frame => after(frame, [body])

test('a command sent twice is done once and answered twice', () => {
  const command = { id: 'twiceTwice', type: 'move-question', question: first, to: 1 } as Command
  const once = applyCommand(newFrame(), command, { sender: people.facilitator, now: 0, facts: noFacts, sealed: new Map() }).frame!
  expect(once.questions[1]?.id).toBe(first)
  expect(applyCommand(once, command, { sender: people.facilitator, now: 0, facts: noFacts, sealed: new Map() })).toEqual({
    frame: once,
    effects: [],
  })
})

test('only the newest 200 commands are remembered', () => {
  let frame = newFrame()
  for (let at = 0; at < 230; at++) frame = done(frame, { type: 'rename-me', name: `Name ${at}` })
  expect(frame.answered).toHaveLength(200)
  expect(frame.rev).toBe(231)
})

test('a board always keeps a facilitator', () => {
  const frame = newFrame()
  expect(run(frame, { type: 'change-role', person: people.facilitator, role: 'viewer' })).toEqual({ refused: 'last-facilitator' })
  expect(run(frame, { type: 'remove-person', person: people.facilitator })).toEqual({ refused: 'last-facilitator' })
  const two = done(frame, { type: 'change-role', person: people.participant, role: 'facilitator' })
  expect(roleOf(done(two, { type: 'change-role', person: people.facilitator, role: 'viewer' }), people.facilitator)).toBe('viewer')
})

test('a removed person keeps the entry but has no role and is not shown', () => {
  const frame = done(newFrame(), { type: 'remove-person', person: people.viewer })
  expect(roleOf(frame, people.viewer)).toBeNull()
  expect(frame.roster).toHaveLength(3)
  expect(viewFor({ frame, online: new Set(), now: NOW }, people.facilitator).people).toHaveLength(2)
  expect(run(frame, { type: 'remove-person', person: people.viewer })).toEqual({ refused: 'unknown' })
  expect(run(frame, { type: 'change-role', person: people.viewer, role: 'participant' })).toEqual({ refused: 'unknown' })
})

test('questions: known, not twice, not too many, and never thrown away with cards or an answer in them', () => {
  const frame = newFrame()
  const add = (id: string): CommandBody => ({ type: 'add-question', question: id as QuestionId, title: 'Neu', hint: '' })
  expect(run(frame, add(first))).toEqual({ refused: 'invalid' })
  expect(run(frame, add('bin'))).toEqual({ refused: 'invalid' })
  expect(run(frame, { type: 'lock-question', question: 'q9' as QuestionId, locked: true })).toEqual({ refused: 'unknown' })
  const isFirst = (question: QuestionId): boolean => question === first
  for (const facts of [
    { ...noFacts, holdsCards: isFirst },
    { ...noFacts, isAnswered: isFirst },
  ]) {
    expect(run(frame, { type: 'remove-question', question: first }, { facts })).toEqual({ refused: 'not-empty' })
    expect(run(frame, { type: 'remove-question', question: second }, { facts }).frame).toBeDefined()
  }
  let full = frame
  while (full.questions.length < LIMITS.questions) full = done(full, add(`n${full.questions.length}`))
  expect(run(full, add('more'))).toEqual({ refused: 'full' })
  let last = frame
  while (last.questions.length > 1) last = done(last, { type: 'remove-question', question: last.questions[0]!.id })
  expect(run(last, { type: 'remove-question', question: last.questions[0]!.id })).toEqual({ refused: 'invalid' })
})

test('a renewed link makes the older ones of its role useless', () => {
  expect(done(newFrame(), { type: 'renew-link', role: 'viewer' }).linkGeneration).toEqual({ facilitator: 1, participant: 1, viewer: 2 })
})

test('coming back by a better link raises the role, by a lesser one it does not lower it', () => {
  const frame = newFrame()
  const raised = admit(frame, { id: people.viewer, name: 'Vera', role: 'participant' })!
  expect(roleOf(raised, people.viewer)).toBe('participant')
  expect(raised.rev).toBe(frame.rev + 1)
  expect(roleOf(admit(raised, { id: people.viewer, name: 'Vera', role: 'viewer' })!, people.viewer)).toBe('participant')
  expect(admit(raised, { id: people.viewer, name: 'Vera', role: 'viewer' })).toBe(raised)
})

test('a full roster takes nobody in', () => {
  const frame = newFrame()
  const roster = Array.from({ length: LIMITS.people }, (_, at) => ({ id: `p${at}` as PersonId, name: 'x', role: 'viewer' as const }))
  expect(admit({ ...frame, roster }, { id: 'new' as PersonId, name: 'x', role: 'viewer' })).toBeNull()
  const withGone = [...roster.slice(1), { ...roster[0]!, removed: true }]
  expect(admit({ ...frame, roster: withGone }, { id: 'new' as PersonId, name: 'x', role: 'viewer' })).not.toBeNull()
})

test('a view says who is online and who one is, and carries no secret of the frame', () => {
  const view = viewFor({ frame: newFrame(), online: new Set([people.viewer]), now: NOW }, people.participant)
  expect(view.me).toEqual({ id: people.participant, role: 'participant', founder: false, ready: false, hand: false })
  expect(view.people.map((person) => person.online)).toEqual([false, false, true])
  const shared = [
    'title',
    'organisation',
    'goal',
    'language',
    'locked',
    'questions',
    'people',
    'ready',
    'rounds',
    'agenda',
    'follows',
    'timer',
    'call',
    'spotlight',
  ]
  expect(Object.keys(view).toSorted()).toEqual([...shared, 'rev', 'now', 'lead', 'me'].toSorted())
  expect(view.lead).toBeNull()
  const note = kickoff.agenda![0]!.note!.de
  expect(JSON.stringify(view)).not.toContain(note)
  expect(viewFor({ frame: newFrame(), online: new Set(), now: NOW }, people.facilitator).lead?.notes['arrive']).toBe(note)
})

test('a frame that the first version stored is read, with everything newer empty', () => {
  const first = [
    'rev',
    'title',
    'organisation',
    'goal',
    'language',
    'locked',
    'questions',
    'roster',
    'linkGeneration',
    'template',
    'answered',
  ]
  const stored = Object.fromEntries(Object.entries(newFrame()).filter(([key]) => first.includes(key)))
  const read = frameSchema.parse(JSON.parse(JSON.stringify(stored)))
  expect(read).toEqual({ ...newFrame(), agenda: { startAt: null, current: null, blocks: [] }, notes: {} })
  expect(run(read, { type: 'next-block', from: null })).toEqual({ refused: 'not-now' })
})
