import { describe, expect, test } from 'vitest'
import type { Frame } from '../../../src/model/frame.ts'
import type { CardId, PersonId, QuestionId } from '../../../src/model/ids.ts'
import { votesOf } from '../../../src/model/rounds.ts'
import type { Command, CommandBody } from '../../../src/protocol/commands.ts'
import { applyCommand } from '../../../server/frame.ts'
import type { ContentFacts } from '../../../server/frame/command-handler.ts'
import { spent, type Own } from '../../../server/frame/sealed.ts'
import { newFrame, noFacts, people } from '../../helpers/frames.ts'
import { kickoff } from '../../helpers/kickoff.ts'
import { random } from '../../helpers/random.ts'

const [first, second] = kickoff.questions.map((question) => question.id) as [QuestionId, QuestionId]
const { facilitator, participant } = people
const card = (at: number): CardId => `card${at}` as CardId
/** Cards 0-9 are actors in the first question, 10-19 tasks in it, 20-29 lie in the second, others nowhere. */
const facts: ContentFacts = {
  ...noFacts,
  placeOf: (id) => {
    const at = Number(id.slice(4))
    if (at >= 30) return null
    return { question: at < 20 ? first : second, kind: at >= 10 && at < 20 ? 'task' : 'actor' }
  },
}

/** A frame with its sealed part, as a room keeps both. */
function workshop(frame: Frame = newFrame()) {
  const sealed = new Map<PersonId, Own>()
  let number = 0
  const send = (command: Command, sender: PersonId): string => {
    const outcome = applyCommand(frame, command, { sender, now: 0, facts, sealed })
    if (outcome.refused !== undefined) return outcome.refused
    frame = outcome.frame
    for (const effect of outcome.effects) if (effect.type === 'sealed') sealed.set(effect.person, effect.own)
    return 'done'
  }
  return {
    sealed,
    send,
    frame: () => frame,
    run: (body: CommandBody, sender = facilitator) => send({ id: `command${number++}`, ...body }, sender),
  }
}
const open = { type: 'open-votes', round: 'r1', questions: [first], kinds: [], budget: 5, cap: 3 } satisfies CommandBody
const cast = (at: number, votes: number, round = 'r1'): CommandBody => ({ type: 'cast-votes', round, card: card(at), votes })

describe('a vote', () => {
  test('keeps to budget, cap and scope, and is withdrawn as long as it is open', () => {
    const { run, sealed } = workshop()
    expect(run(cast(1, 1), participant)).toBe('closed')
    run({ ...open, kinds: ['actor' as never] })
    expect(run(cast(1, 3), participant)).toBe('done')
    expect(run(cast(2, 4), participant)).toBe('spent')
    expect(run(cast(2, 3), participant)).toBe('spent')
    expect(run(cast(2, 2), participant)).toBe('done')
    for (const outside of [12, 22, 99]) expect(run(cast(outside, 1), participant)).toBe('unknown')
    expect(run(cast(3, 1, 'other'), participant)).toBe('closed')
    expect(run(cast(1, 0), participant)).toBe('done')
    expect(run(cast(3, 1), participant)).toBe('done')
    expect(sealed.get(participant)?.votes).toEqual({ card2: 2, card3: 1 })
    expect(run({ ...open, round: 'r2' })).toBe('busy')
  })

  test('counts at the close, hands beside devices, and forgets the ballots', () => {
    const { run, sealed, frame } = workshop()
    run(open)
    run(cast(1, 2), participant)
    run(cast(1, 1), facilitator)
    run(cast(2, 2), facilitator)
    run({ type: 'count-hands', round: 'r1', card: card(3), votes: 4 })
    run({ type: 'count-hands', round: 'r1', card: card(2), votes: 9 })
    run({ type: 'count-hands', round: 'r1', card: card(2), votes: 0 })
    expect(run({ type: 'close-votes', round: 'r1' })).toBe('done')
    expect(frame().rounds).toMatchObject({
      voting: null,
      results: [
        {
          voters: 2,
          cards: [
            { card: card(3), votes: 0, shown: 4 },
            { card: card(1), votes: 3, shown: 0 },
            { card: card(2), votes: 2, shown: 0 },
          ],
        },
      ],
    })
    expect(votesOf(frame().rounds.results)).toEqual({ card3: 4, card1: 3, card2: 2 })
    for (const own of sealed.values()) expect(own).toMatchObject({ votes: {}, answered: [] })
    expect(run(cast(1, 1), participant)).toBe('closed')
  })

  test('of a card that was voted on twice, the newer one counts', () => {
    const { run, frame } = workshop()
    run({ ...open, questions: [first, second] })
    run(cast(1, 3), participant)
    run(cast(21, 1), participant)
    run({ type: 'close-votes', round: 'r1' })
    run({ ...open, round: 'r2' })
    run(cast(2, 1, 'r2'), participant)
    run({ type: 'close-votes', round: 'r2' })
    expect(votesOf(frame().rounds.results)).toEqual({ card2: 1, card21: 1 })
    run({ type: 'drop-result', round: 'r2' })
    expect(votesOf(frame().rounds.results)).toEqual({ card21: 1 })
    expect(run({ ...open, round: 'r1' })).toBe('invalid')
  })

  test('a discarded vote leaves neither totals nor ballots', () => {
    const { run, sealed, frame } = workshop()
    run(open)
    run(cast(1, 3), participant)
    run({ type: 'discard-votes', round: 'r1' })
    expect(frame().rounds).toMatchObject({ voting: null, results: [] })
    expect(spent(sealed.get(participant)!)).toBe(0)
  })
})

test('20,000 random commands with replays and doubled ids never break a budget, a cap or the count', () => {
  const seed = Number(process.env['SEED'] ?? 4711)
  const { below, pick, next } = random(seed)
  const persons = Array.from({ length: 40 }, (_, at) => `person${at}` as PersonId)
  const roster = [...newFrame().roster, ...persons.map((id) => ({ id, name: id, role: 'participant' as const }))]
  const { run, send, sealed, frame } = workshop({ ...newFrame(), roster })
  const [budget, cap] = [7, 3]
  const sent: [PersonId, Command, string][] = []
  let done = 0
  let round = 0
  for (let at = 0; at < 20_000; at++) {
    if (at % 5000 === 0) {
      if (round > 0) run({ type: 'close-votes', round: `r${round}` })
      run({ ...open, round: `r${++round}`, budget, cap })
    }
    const isReplay = sent.length > 0 && next() < 0.3
    const [sender, command, answer] = isReplay ? pick(sent.slice(-60)) : [pick(persons), commandOf(at), null]
    const before = JSON.stringify(sealed.get(sender) ?? null)
    const outcome = send(command, sender)
    if (answer === 'done' && outcome === 'done') expect(JSON.stringify(sealed.get(sender) ?? null), `seed ${seed} step ${at}`).toBe(before)
    if (!isReplay) sent.push([sender, command, outcome])
    if (outcome === 'done') done++
    const own = sealed.get(sender)
    if (!own) continue
    expect(spent(own), `seed ${seed} step ${at}`).toBeLessThanOrEqual(budget)
    expect(Math.max(0, ...Object.values(own.votes)), `seed ${seed} step ${at}`).toBeLessThanOrEqual(cap)
    expect(Math.min(1, ...Object.values(own.votes)), `seed ${seed} step ${at}`).toBe(1)
  }
  const cast = [...sealed.values()].reduce((sum, own) => sum + spent(own), 0)
  run({ type: 'close-votes', round: `r${round}` })
  expect(frame().rounds.results[0]?.cards.reduce((sum, { votes }) => sum + votes, 0)).toBe(cast)
  expect(done, `seed ${seed}`).toBeGreaterThan(5000)

  function commandOf(at: number): Command {
    const body = { type: 'cast-votes', round: `r${round - (next() < 0.05 ? 1 : 0)}`, card: card(below(35)), votes: below(cap + 2) } as const
    return { id: `cast${at}cast`, ...body }
  }
})
