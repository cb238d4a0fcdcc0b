import { expect, test } from 'vitest'
import { newCommandId, type CardId, type PersonId, type QuestionId } from '../../../src/model/ids.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { parseOwn, spent } from '../../../server/frame/sealed.ts'
import { random } from '../../helpers/random.ts'
import { openRoom, q1, write, type Name, type Peer } from './room-bench.ts'

const COMMANDS = 20_000
const [BUDGET, CAP] = [6, 3]
const VOTERS = ['frieda', 'anna', 'ben'] as const

/** What somebody sent, to be sent again later, by whoever it may be. */
interface Sent {
  readonly id: string
  readonly name: Name
  readonly body: CommandBody
}

test(`${COMMANDS} votes with replays, lost connections and second devices never break a budget or a cap, and what is written is what counts`, () => {
  const seed = Number(process.env['SEED'] ?? 2711)
  const { below, pick, next } = random(seed)
  const bench = openRoom()
  const { room, writes, flush } = bench
  const devices = new Map<Name, Peer[]>(VOTERS.map((name) => [name, [bench.join(name)]]))
  bench.settle()
  const [lead] = devices.get('frieda')!
  const cards: CardId[] = Array.from({ length: 8 }, (_, at) => write(lead!, `Karte ${at}`))
  bench.settle()
  let round = 0
  const begin = (): CommandBody => ({
    type: 'open-votes',
    round: `r${++round}`,
    questions: [q1 as QuestionId],
    kinds: [],
    budget: BUDGET,
    cap: CAP,
  })
  const sent: Sent[] = []
  let lost = 0
  let counted = 0
  for (let at = 0; at < COMMANDS; at++) {
    if (at % 4000 === 0) {
      if (round > 0) closeRound()
      devices.get('frieda')![0]!.command(begin())
    }
    const again = sent.length > 0 && next() < 0.3 ? pick(sent.slice(-80)) : null
    const name = again && next() < 0.9 ? again.name : pick(VOTERS)
    const { id, body } = again ?? { id: newCommandId(), body: cast() }
    pick(devices.get(name)!).command(body, id)
    sent.push({ id, name, body })
    if (next() < 0.02) reconnect(pick(VOTERS))
    if (next() < 0.2) look(at)
  }
  closeRound()
  expect(counted, `seed ${seed}`).toBeGreaterThan(30)
  expect(lost, `seed ${seed}`).toBeGreaterThan(100)
  for (const name of VOTERS) expect(devices.get(name)!.at(-1)!.mine()?.votes).toEqual({})
  expect([...room.state.sealed().values()].filter((own) => spent(own) > 0)).toEqual([])

  function cast(): CommandBody {
    const past = next() < 0.05 ? 1 : 0
    return { type: 'cast-votes', round: `r${round - past}`, card: pick(cards), votes: below(CAP + 3) }
  }

  /** In the middle of what it said; the answer is lost with the connection. Some come back with a second device. */
  function reconnect(name: Name): void {
    const all = devices.get(name)!
    const gone = next() < 0.3 && all.length < 3 ? null : all.shift()
    gone?.leave()
    all.push(bench.join(name))
    lost++
  }

  function look(at: number): void {
    // A disk that fails for a moment takes nothing back and counts nothing twice.
    flush(next() > 0.05)
    for (const [person, own] of room.state.sealed()) {
      const votes = Object.values(own.votes)
      expect(spent(own), `seed ${seed}, step ${at}, ${person}`).toBeLessThanOrEqual(BUDGET)
      expect(Math.max(0, ...votes), `seed ${seed}, step ${at}, ${person}`).toBeLessThanOrEqual(CAP)
      expect(Math.min(1, ...votes), `seed ${seed}, step ${at}, ${person}`).toBe(1)
    }
  }

  function closeRound(): void {
    flush()
    const rows = new Map(writes.flatMap((each) => (each.sealed ?? []).map((row) => [row.person, row.json] as const)))
    const onDisk = (name: string): number => {
      const json = rows.get(name as PersonId)
      return json ? spent(parseOwn(json)) : 0
    }
    const own = [...room.state.sealed()].map(([person, part]) => [person, spent(part)] as const)
    expect(
      own.map(([person]) => [person, onDisk(person)]),
      `seed ${seed}`,
    ).toEqual(own)
    devices.get('frieda')![0]!.command({ type: 'close-votes', round: `r${round}` })
    flush()
    const total = room.state.frame().rounds.results[0]!.cards.reduce((sum, { votes }) => sum + votes, 0)
    expect(total, `seed ${seed}`).toBe(own.reduce((sum, [, votes]) => sum + votes, 0))
    counted += total
    writes.splice(0)
  }
}, 60_000)
