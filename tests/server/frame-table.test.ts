import { describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../src/model/board.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { BlockId, CardId, KindId, PersonId, QuestionId } from '../../src/model/ids.ts'
import { commandSchema, type CommandBody, type CommandOf, type CommandType } from '../../src/protocol/commands.ts'
import type { Refusal } from '../../src/protocol/messages.ts'
import { PLAN_PASS } from '../../src/model/passes.ts'
import { NO_ROUNDS } from '../../src/model/rounds.ts'
import type { ContentFacts } from '../../server/frame/command-handler.ts'
import { NOTHING, type Sealed } from '../../server/frame/sealed.ts'
import { after, newFrame, noFacts, NOW, people, run } from '../helpers/frames.ts'
import { kickoff } from '../helpers/kickoff.ts'

const [first] = kickoff.questions.map((question) => question.id) as [QuestionId]
const blocks = kickoff.agenda!.map((block) => block.id as BlockId)
const [two, last] = [blocks[1]!, blocks.at(-1)!]
const { participant, viewer } = people

const scope = { id: 'round', questions: [first], kinds: [] }
const card = 'card' as CardId
const draft = { type: 'put-draft', draft: 'draft', question: first, kind: 'actor' as KindId, text: 'Vertrieb' } as const
const facts: ContentFacts = { ...noFacts, placeOf: () => ({ question: first, kind: 'actor' }), markOf: () => 'as it was' }
/** The participant has a draft, and votes in hand. */
const sealed: Sealed = new Map([
  [participant, { ...NOTHING, drafts: [{ id: 'draft', question: first, kind: 'actor' as KindId, text: 'x' }], votes: { [card]: 1 } }],
])

/** What a workshop can be in the middle of; each holds something that the commands below depend on. */
const PHASES = {
  'before it begins': newFrame(),
  'with a lock and hands up': after(newFrame(), [
    { type: 'lock-board', locked: true },
    { type: 'lock-question', question: first, locked: true },
    { type: 'raise-hand', raised: true },
  ]),
  'while the second block is read': after(newFrame(), [
    { type: 'describe-block', block: two, way: 'read' },
    { type: 'start-block', block: two },
  ]),
  'with the timer running': after(newFrame(), [{ type: 'start-timer', minutes: 3 }]),
  'with the timer paused': after(newFrame(), [{ type: 'start-timer', minutes: 3 }, { type: 'pause-timer' }]),
  'with a code read out': after(newFrame(), [{ type: 'open-code', minutes: 30 }]),
  'with a link to the plan': after(newFrame(), [{ type: 'open-pass', subject: PLAN_PASS }]),
  'after the facilitator handed over': after({ ...newFrame(), founder: people.facilitator }, [{ type: 'hand-over', person: participant }]),
  'after the end': after(newFrame(), [
    { type: 'start-block', block: last },
    { type: 'end-agenda', from: last },
  ]),
  'in the middle of silent writing and a vote': {
    ...newFrame(),
    rounds: { ...NO_ROUNDS, silence: { ...scope, writing: true }, voting: { ...scope, budget: 3, cap: 2, shown: {} } },
  },
  'after a reveal and a close': {
    ...newFrame(),
    rounds: { ...NO_ROUNDS, results: [{ ...scope, budget: 3, cap: 2, voters: 0, cards: [] }], revealed: [{ card, mark: 'as it was' }] },
  },
} satisfies Record<string, Frame>
type Phase = keyof typeof PHASES
const PHASE_NAMES = Object.keys(PHASES) as Phase[]

interface Row<T extends CommandType> {
  readonly body: Omit<CommandOf<T>, 'id'>
  readonly roles: readonly Role[]
  /** Refused in these phases although the role may send it. */
  readonly refused?: Partial<Record<Phase, Refusal | undefined>>
  /** Changes nothing that anybody else could see. */
  readonly sealed?: true
}
const RUNNING = 'in the middle of silent writing and a vote'
const AFTER = 'after a reveal and a close'
const onlyIn = (phase: Phase, otherwise: Refusal): Partial<Record<Phase, Refusal>> =>
  Object.fromEntries(PHASE_NAMES.filter((name) => name !== phase).map((name) => [name, otherwise]))
const LEADS: readonly Role[] = ['facilitator']
const WRITES: readonly Role[] = ['facilitator', 'participant']
const everywhere = (refusal: Refusal): Partial<Record<Phase, Refusal>> =>
  Object.fromEntries(PHASE_NAMES.map((phase) => [phase, refusal] as const))
const noTimer = { ...everywhere('not-now'), 'with the timer running': undefined, 'with the timer paused': undefined }

/** A command of the protocol without a row does not compile, and fails below. */
const TABLE: { readonly [T in CommandType]: Row<T> } = {
  'describe-board': { body: { type: 'describe-board', title: 'Neu', organisation: 'Werk', goal: 'Ziel' }, roles: LEADS },
  'lock-board': { body: { type: 'lock-board', locked: true }, roles: LEADS },
  'describe-question': { body: { type: 'describe-question', question: first, title: 'Neu' }, roles: LEADS },
  'add-question': { body: { type: 'add-question', question: 'q9' as QuestionId, title: 'Neu', hint: '' }, roles: LEADS },
  'remove-question': { body: { type: 'remove-question', question: first }, roles: LEADS, refused: { [RUNNING]: 'busy' } },
  'move-question': { body: { type: 'move-question', question: first, to: 3 }, roles: LEADS },
  'lock-question': { body: { type: 'lock-question', question: first, locked: true }, roles: LEADS },
  'rename-me': { body: { type: 'rename-me', name: 'Neu' }, roles: ROLES },
  'change-role': { body: { type: 'change-role', person: viewer, role: 'participant' }, roles: LEADS },
  'remove-person': { body: { type: 'remove-person', person: viewer }, roles: LEADS },
  'renew-link': { body: { type: 'renew-link', role: 'participant' }, roles: LEADS },
  'set-my-area': { body: { type: 'set-my-area', area: { text: 'Werkstatt' } }, roles: ROLES },
  'hand-over': { body: { type: 'hand-over', person: viewer }, roles: LEADS },
  'take-lead': {
    body: { type: 'take-lead' },
    roles: ['participant'],
    refused: { ...everywhere('forbidden'), 'after the facilitator handed over': undefined },
  },
  'set-link-until': { body: { type: 'set-link-until', role: 'viewer', until: NOW }, roles: LEADS },
  'open-code': { body: { type: 'open-code', minutes: 60 }, roles: LEADS },
  'close-code': {
    body: { type: 'close-code' },
    roles: LEADS,
    refused: { ...everywhere('not-now'), 'with a code read out': undefined },
  },
  'open-pass': { body: { type: 'open-pass', subject: card }, roles: LEADS },
  'close-pass': {
    body: { type: 'close-pass', subject: PLAN_PASS },
    roles: LEADS,
    refused: { ...everywhere('not-now'), 'with a link to the plan': undefined },
  },
  'set-ready': { body: { type: 'set-ready', ready: true }, roles: WRITES },
  'raise-hand': { body: { type: 'raise-hand', raised: true }, roles: ROLES },
  'lower-hand': {
    body: { type: 'lower-hand', person: people.facilitator },
    roles: LEADS,
    refused: { ...everywhere('unknown'), 'with a lock and hands up': undefined },
  },
  'add-block': {
    body: { type: 'add-block', block: 'b9' as BlockId, title: 'Neu', minutes: 10, way: 'talk', questions: [first], at: 1 },
    roles: LEADS,
  },
  'describe-block': { body: { type: 'describe-block', block: two, minutes: 5, way: 'vote', questions: [] }, roles: LEADS },
  'move-block': { body: { type: 'move-block', block: two, to: 0 }, roles: LEADS },
  'remove-block': { body: { type: 'remove-block', block: two }, roles: LEADS, refused: { 'while the second block is read': 'not-now' } },
  'note-block': { body: { type: 'note-block', block: two, note: 'Nicht vergessen' }, roles: LEADS },
  'plan-start': { body: { type: 'plan-start', at: NOW }, roles: LEADS },
  'start-block': { body: { type: 'start-block', block: two }, roles: LEADS, refused: { 'while the second block is read': 'not-now' } },
  'next-block': {
    body: { type: 'next-block', from: two },
    roles: LEADS,
    refused: { ...everywhere('not-now'), 'while the second block is read': undefined },
  },
  'back-block': {
    body: { type: 'back-block', from: two },
    roles: LEADS,
    refused: { ...everywhere('not-now'), 'while the second block is read': undefined },
  },
  'skip-block': { body: { type: 'skip-block', block: two, skipped: true }, roles: LEADS },
  'end-agenda': {
    body: { type: 'end-agenda', from: two },
    roles: LEADS,
    refused: { ...everywhere('not-now'), 'while the second block is read': undefined },
  },
  'start-timer': { body: { type: 'start-timer', minutes: 5 }, roles: LEADS },
  'add-minute': { body: { type: 'add-minute' }, roles: LEADS, refused: noTimer },
  'pause-timer': { body: { type: 'pause-timer' }, roles: LEADS, refused: { ...noTimer, 'with the timer paused': 'not-now' } },
  'resume-timer': { body: { type: 'resume-timer' }, roles: LEADS, refused: { ...noTimer, 'with the timer running': 'not-now' } },
  'stop-timer': { body: { type: 'stop-timer' }, roles: LEADS, refused: noTimer },
  'call-everyone': { body: { type: 'call-everyone', question: first, card: null, screen: 'board' }, roles: LEADS },
  spotlight: { body: { type: 'spotlight', card: 'c1' as CardId }, roles: LEADS },
  'open-silence': {
    body: { type: 'open-silence', round: 'next', questions: [first], kinds: [] },
    roles: LEADS,
    refused: { [RUNNING]: 'busy' },
  },
  'put-draft': { body: draft, roles: WRITES, refused: onlyIn(RUNNING, 'closed'), sealed: true },
  'drop-draft': { body: { type: 'drop-draft', draft: 'draft' }, roles: WRITES, sealed: true },
  'sign-drafts': { body: { type: 'sign-drafts', named: true }, roles: WRITES, sealed: true },
  'reveal-drafts': { body: { type: 'reveal-drafts', authors: 'all' }, roles: LEADS, refused: onlyIn(RUNNING, 'closed') },
  'end-silence': { body: { type: 'end-silence' }, roles: LEADS, refused: onlyIn(RUNNING, 'closed') },
  'undo-reveal': { body: { type: 'undo-reveal' }, roles: LEADS, refused: onlyIn(AFTER, 'closed') },
  'open-votes': {
    body: { type: 'open-votes', round: 'next', questions: [first], kinds: [], budget: 3, cap: 1 },
    roles: LEADS,
    refused: { [RUNNING]: 'busy' },
  },
  'cast-votes': {
    body: { type: 'cast-votes', round: 'round', card, votes: 2 },
    roles: WRITES,
    refused: onlyIn(RUNNING, 'closed'),
    sealed: true,
  },
  'count-hands': {
    body: { type: 'count-hands', round: 'round', card, votes: 7 },
    roles: LEADS,
    refused: onlyIn(RUNNING, 'closed'),
  },
  'close-votes': { body: { type: 'close-votes', round: 'round' }, roles: LEADS, refused: onlyIn(RUNNING, 'closed') },
  'discard-votes': { body: { type: 'discard-votes', round: 'round' }, roles: LEADS, refused: onlyIn(RUNNING, 'closed') },
  'drop-result': { body: { type: 'drop-result', round: 'round' }, roles: LEADS, refused: onlyIn(AFTER, 'unknown') },
  'keep-snapshot': { body: { type: 'keep-snapshot', name: 'Vor der Pause' }, roles: LEADS },
  'drop-snapshot': { body: { type: 'drop-snapshot', snapshot: 1 }, roles: LEADS },
}

const inRole = (frame: Frame, role: Role): PersonId => frame.roster.find((person) => person.role === role)!.id

describe.each(PHASE_NAMES)('%s', (phase) => {
  describe.each(ROLES)('as %s', (role) => {
    test.each(Object.values(TABLE) as Row<CommandType>[])('$body.type', ({ body, roles, refused, sealed: isSealed }) => {
      const frame = PHASES[phase]
      const before = structuredClone(frame)
      const outcome = run(frame, body as CommandBody, { sender: inRole(frame, role), facts, sealed })
      const expected = roles.includes(role) ? refused?.[phase] : 'forbidden'
      if (expected === undefined && isSealed) expect(outcome.frame).toBe(frame)
      else if (expected === undefined) expect(outcome).toMatchObject({ frame: { rev: frame.rev + 1 } })
      else expect(outcome).toEqual({ refused: expected })
      expect(frame).toEqual(before)
    })
  })
})

test('every command of the protocol has a row that its schema takes, and changes the frame in some phase', () => {
  const types = commandSchema.options.map((option) => option.shape.type.value)
  expect(Object.keys(TABLE).toSorted()).toEqual(types.toSorted())
  for (const { body, sealed: isSealed } of Object.values(TABLE) as Row<CommandType>[]) {
    expect(commandSchema.safeParse({ id: 'command1', ...body }).error).toBeUndefined()
    const isFelt = PHASE_NAMES.some((phase) => {
      const frame = PHASES[phase]
      const [role = 'facilitator'] = TABLE[body.type].roles
      const outcome = run(frame, body as CommandBody, {
        sender: isSealed ? participant : inRole(frame, role),
        facts,
        sealed,
      })
      if (isSealed || body.type.endsWith('-snapshot')) return outcome.frame !== undefined && outcome.effects.length > 0
      const { frame: next } = outcome
      return next && JSON.stringify({ ...next, rev: 0, answered: 0 }) !== JSON.stringify({ ...frame, rev: 0, answered: 0 })
    })
    expect(isFelt, body.type).toBe(true)
  }
})

test('who is not on the roster, or was removed, may do nothing', () => {
  const frame = after(newFrame(), [{ type: 'remove-person', person: participant }])
  for (const { body } of Object.values(TABLE)) {
    for (const sender of ['nobody' as PersonId, participant]) {
      expect(run(frame, body, { sender })).toEqual({ refused: 'forbidden' })
    }
  }
})
