import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../src/model/board.ts'
import { createFrame, type Frame } from '../../src/model/frame.ts'
import type { PersonId, QuestionId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { templateSchema } from '../../src/model/template.ts'
import type { Command, CommandBody } from '../../src/protocol/commands.ts'
import { admit, applyCommand, roleOf, type ContentFacts } from '../../server/frame.ts'
import { viewFor } from '../../server/view.ts'

const template = templateSchema.parse(JSON.parse(readFileSync('templates/kickoff.json', 'utf8')))
const people = { facilitator: 'frieda', participant: 'paul', viewer: 'vera' } as Record<Role, PersonId>
const [first, second] = template.questions.map((question) => question.id) as [QuestionId, QuestionId]
const empty: ContentFacts = { holdsCards: () => false, isAnswered: () => false }

function newFrame(): Frame {
  const frame = createFrame(template, { title: 'Kickoff', organisation: '', language: 'de' })
  return { ...frame, roster: ROLES.map((role) => ({ id: people[role], name: role, role })) }
}

let number = 0
const run = (frame: Frame, body: CommandBody, sender: PersonId = people.facilitator, facts = empty) =>
  applyCommand(frame, { id: `command${number++}`, ...body }, sender, facts)
const done = (frame: Frame, body: CommandBody): Frame => {
  const outcome = run(frame, body)
  if (outcome.refused !== undefined) throw new Error(outcome.refused)
  return outcome.frame
}

const COMMANDS: readonly CommandBody[] = [
  { type: 'describe-board', title: 'Neu', organisation: 'Werk', goal: 'Ziel' },
  { type: 'describe-question', question: first, title: 'Neu' },
  { type: 'add-question', question: 'q9' as QuestionId, title: 'Neu', hint: '' },
  { type: 'remove-question', question: first },
  { type: 'move-question', question: first, to: 3 },
  { type: 'lock-question', question: first, locked: true },
  { type: 'lock-board', locked: true },
  { type: 'rename-me', name: 'Neu' },
  { type: 'change-role', person: people.viewer, role: 'participant' },
  { type: 'remove-person', person: people.viewer },
  { type: 'renew-link', role: 'participant' },
]
const ALLOWED: Readonly<Record<Role, readonly CommandBody['type'][]>> = {
  facilitator: COMMANDS.map((command) => command.type),
  participant: ['rename-me'],
  viewer: ['rename-me'],
}

describe.each(ROLES)('as %s', (role) => {
  test.each(COMMANDS)('$type', (command) => {
    const frame = newFrame()
    const outcome = run(frame, command, people[role])
    if (ALLOWED[role].includes(command.type)) {
      expect(outcome.frame?.rev).toBe(frame.rev + 1)
      expect({ ...outcome.frame, rev: 0, answered: [] }).not.toEqual({ ...frame, rev: 0, answered: [] })
    } else expect(outcome).toEqual({ refused: 'forbidden' })
    expect(frame).toEqual(newFrame())
  })
})

test('every command of the protocol is in the table', () => {
  expect(new Set(COMMANDS.map((command) => command.type)).size).toBe(11)
})

test('who is not on the roster may do nothing', () => {
  for (const command of COMMANDS) expect(run(newFrame(), command, 'nobody' as PersonId)).toEqual({ refused: 'forbidden' })
})

test('a command sent twice is done once and answered twice', () => {
  const command = { id: 'twiceTwice', type: 'move-question', question: first, to: 1 } as Command
  const once = applyCommand(newFrame(), command, people.facilitator, empty).frame!
  expect(once.questions[1]?.id).toBe(first)
  expect(applyCommand(once, command, people.facilitator, empty)).toEqual({ frame: once, effects: [] })
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
  expect(viewFor(frame, people.facilitator, new Set()).people).toHaveLength(2)
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
    { ...empty, holdsCards: isFirst },
    { ...empty, isAnswered: isFirst },
  ]) {
    expect(run(frame, { type: 'remove-question', question: first }, people.facilitator, facts)).toEqual({ refused: 'not-empty' })
    expect(run(frame, { type: 'remove-question', question: second }, people.facilitator, facts).frame).toBeDefined()
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
  const view = viewFor(newFrame(), people.participant, new Set([people.viewer]))
  expect(view.me).toEqual({ id: people.participant, role: 'participant' })
  expect(view.people.map((person) => person.online)).toEqual([false, false, true])
  expect(Object.keys(view).toSorted()).toEqual(
    ['goal', 'language', 'locked', 'me', 'organisation', 'people', 'questions', 'rev', 'title'].toSorted(),
  )
})
