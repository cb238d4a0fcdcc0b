import { describe, expect, test } from 'vitest'
import type { Frame } from '../../../src/model/frame.ts'
import type { KindId, PersonId, QuestionId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { applyCommand } from '../../../server/frame.ts'
import type { ContentFacts, Effect } from '../../../server/frame/command-handler.ts'
import { talliesOf, type Own } from '../../../server/frame/sealed.ts'
import { viewFor } from '../../../server/view.ts'
import { newFrame, noFacts, people } from '../../helpers/frames.ts'
import { kickoff } from '../../helpers/kickoff.ts'

const [first, second] = kickoff.questions.map((question) => question.id) as [QuestionId, QuestionId]
const { facilitator, participant } = people
const [anna, ben] = ['anna', 'ben'] as unknown as [PersonId, PersonId]
const roster = [
  ...newFrame().roster,
  { id: anna, name: 'Anna', role: 'participant' as const },
  { id: ben, name: 'Ben', role: 'participant' as const },
]

function workshop(facts: ContentFacts = noFacts) {
  let frame: Frame = { ...newFrame(), roster }
  const sealed = new Map<PersonId, Own>()
  let number = 0
  const effects: Effect[] = []
  return {
    sealed,
    frame: () => frame,
    revealed: () => effects.flatMap((effect) => (effect.type === 'cards-revealed' ? [effect.cards] : [])),
    effects,
    run: (body: CommandBody, sender = facilitator): string => {
      const command = { id: `command${number++}`, ...body }
      const outcome = applyCommand(frame, command, { sender, now: 0, facts, sealed })
      if (outcome.refused !== undefined) return outcome.refused
      frame = outcome.frame
      effects.push(...outcome.effects)
      for (const effect of outcome.effects) if (effect.type === 'sealed') sealed.set(effect.person, effect.own)
      return 'done'
    },
  }
}
const open: CommandBody = { type: 'open-silence', round: 'r1', questions: [first], kinds: [] }
const put = (draft: string, text = draft, question = first): CommandBody => ({
  type: 'put-draft',
  draft,
  question,
  kind: 'actor' as KindId,
  text,
})

describe('silent writing', () => {
  test('takes drafts only while it is open, only where it takes place, and so many', () => {
    const { run, sealed } = workshop()
    expect(run(put('a'), anna)).toBe('closed')
    run({ ...open, kinds: ['actor' as KindId] })
    expect(run(put('a', 'x', second), anna)).toBe('invalid')
    expect(run({ ...put('a'), kind: 'task' as KindId } as CommandBody, anna)).toBe('invalid')
    expect(run(put('a', 'Vertrieb'), anna)).toBe('done')
    expect(run(put('a', 'Vertrieb Innendienst'), anna)).toBe('done')
    expect(sealed.get(anna)?.drafts.map((draft) => draft.text)).toEqual(['Vertrieb Innendienst'])
    for (let at = 1; at < LIMITS.drafts; at++) run(put(`d${at}`), anna)
    expect(run(put('more'), anna)).toBe('full')
    expect(run(put('a', 'noch einmal anders'), anna)).toBe('done')
  })

  test('changes nothing in the frame: of what is written others learn a number', () => {
    const { run, frame, sealed } = workshop()
    run(open)
    const before = frame()
    run(put('a', 'GEHEIM'), anna)
    run(put('b'), anna)
    run(put('c'), ben)
    expect(frame()).toBe(before)
    const moment = { frame: frame(), online: new Set([anna, ben]), now: 0, tallies: talliesOf(frame().rounds, sealed) }
    const view = viewFor(moment, facilitator)
    expect(view.rounds.silence).toEqual({ id: 'r1', questions: [first], kinds: [], writing: true, drafts: { [first]: 3 }, authors: null })
    expect(JSON.stringify(view)).not.toContain('GEHEIM')
  })

  test('is revealed all at once, in another order, under new ids, without a name', () => {
    const orders = new Set<string>()
    for (let turn = 0; turn < 40; turn++) {
      const { run, revealed, sealed, frame } = workshop()
      run(open)
      for (const id of ['a', 'b']) run(put(id), anna)
      for (const id of ['c', 'd']) run(put(id), ben)
      expect(run({ type: 'reveal-drafts', authors: 'all' })).toBe('done')
      const [cards = []] = revealed()
      expect(cards.map((card) => card.text).toSorted()).toEqual(['a', 'b', 'c', 'd'])
      expect(cards.every((card) => card.by === null && card.id.length === 14)).toBe(true)
      expect([...sealed.values()].flatMap((own) => own.drafts)).toEqual([])
      expect(frame().rounds.silence).toBeNull()
      orders.add(cards.map((card) => card.text).join(''))
    }
    expect(orders.size).toBeGreaterThan(5)
  })

  test('names only who chose so, and only in this round', () => {
    const { run, revealed, sealed } = workshop()
    run(open)
    run(put('a'), anna)
    run({ type: 'sign-drafts', named: true }, anna)
    run(put('b'), ben)
    run({ type: 'reveal-drafts', authors: 'all' })
    expect(Object.fromEntries(revealed()[0]!.map((card) => [card.text, card.by]))).toEqual({ a: 'Anna', b: null })
    expect(sealed.get(anna)?.named).toBe(false)
  })

  test('author by author: chance picks, writing is over, the last one ends the round', () => {
    const { run, revealed, frame, sealed } = workshop()
    run(open)
    run(put('a'), anna)
    run(put('b'), ben)
    run(put('b2'), ben)
    run({ type: 'reveal-drafts', authors: 'one' })
    expect(frame().rounds.silence?.writing).toBe(false)
    expect(talliesOf(frame().rounds, sealed).authors).toBe(1)
    expect(run(put('zu spät'), participant)).toBe('closed')
    run({ type: 'reveal-drafts', authors: 'one' })
    expect(
      revealed()
        .map((cards) => cards.length)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2])
    expect(frame().rounds.silence).toBeNull()
  })

  test('ended without a reveal, drafts stay with their authors until a later round', () => {
    const { run, revealed, sealed } = workshop()
    run(open)
    run(put('a'), anna)
    run({ type: 'end-silence' })
    expect(sealed.get(anna)?.drafts).toHaveLength(1)
    run({ ...open, round: 'r2', questions: [second] })
    run({ type: 'reveal-drafts', authors: 'all' })
    expect(revealed()).toEqual([[]])
    run({ ...open, round: 'r3' })
    run({ type: 'reveal-drafts', authors: 'all' })
    expect(revealed()[1]?.map((card) => card.text)).toEqual(['a'])
  })

  test('nothing is revealed that the board cannot hold, and nothing is lost by it', () => {
    const { run, sealed } = workshop({ ...noFacts, roomForCards: () => 1 })
    run(open)
    run(put('a'), anna)
    run(put('b'), anna)
    expect(run({ type: 'reveal-drafts', authors: 'all' })).toBe('full')
    expect(sealed.get(anna)?.drafts).toHaveLength(2)
  })

  test('a question stays while people write about it', () => {
    const { run } = workshop()
    run(open)
    expect(run({ type: 'remove-question', question: first })).toBe('busy')
  })
})
