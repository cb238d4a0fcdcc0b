import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openContent } from '../../src/model/content.ts'
import { newCommandId, type CardId, type KindId, type QuestionId } from '../../src/model/ids.ts'
import { readCards } from '../../src/model/read-content.ts'
import { routes, type Entry } from '../../src/protocol/api.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import type { Result } from '../../src/protocol/messages.ts'
import { itemOf } from '../../server/gate/yjs-internals.ts'
import { openSqliteStore } from '../../server/store/sqlite-store.ts'
import { createTestBoard, joinTestBoard, until, type Browser, type NewTestBoard } from '../helpers/connect-client.ts'
import { random } from '../helpers/random.ts'
import { startTestServer } from '../helpers/start-test-server.ts'
import { tap, type Tap } from '../helpers/tap.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function tapOf(board: NewTestBoard, browser: Browser): Promise<Tap> {
  const opened = await tap(board, browser)
  closers.push(opened.close)
  return opened
}

async function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-secrecy-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startTestServer({ store: openSqliteStore(join(folder, 'auftakt.db')) })
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const browsers = {
    frieda: board.browser,
    second: await joinTestBoard(board, 'facilitator', 'Friedrich'),
    anna: await joinTestBoard(board, 'participant', 'Annabella'),
    ben: await joinTestBoard(board, 'participant', 'Benedikt'),
    cora: await joinTestBoard(board, 'participant', 'Cora'),
    vera: await joinTestBoard(board, 'viewer', 'Vera'),
  }
  const taps: [string, Tap][] = []
  for (const [name, browser] of Object.entries(browsers)) taps.push([name, await tapOf(board, browser)])
  const people = Object.fromEntries(taps) as Record<keyof typeof browsers, Tap>
  const answers: string[] = []
  /** Everything that HTTP has to say, to everybody. */
  const askAll = async (): Promise<void> => {
    const paths = [routes.health, routes.templates, routes.board(board.id), routes.links(board.id), routes.snapshots(board.id)]
    for (const path of [...paths, ...[1, 2, 3, 4].map((at) => routes.snapshot(board.id, at))]) {
      for (const browser of Object.values(browsers)) answers.push(JSON.stringify((await browser.get(path)).body))
    }
  }
  const inFiles = (text: string): string[] => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
  return { server, board, browsers, people, answers, askAll, inFiles }
}

const first = 'actors' as QuestionId
const put = (draft: string, text: string): CommandBody => ({ type: 'put-draft', draft, question: first, kind: 'actor' as KindId, text })

test('what is written in silence reaches nobody before the reveal, and tells nobody whose it was afterwards', async () => {
  const { people, answers, askAll, server, inFiles, browsers, board } = await workshop()
  const { frieda, anna, ben } = people
  await frieda.command({ type: 'open-silence', round: 'r1', questions: [first], kinds: [] })
  const markers = { anna: 'MARKE-vonAnna-7310', ben: 'MARKE-vonBen-4482' }
  await anna.command(put('entwurfA', markers.anna))
  await ben.command(put('entwurfB', markers.ben))
  await frieda.command({ type: 'keep-snapshot', name: 'mitten drin' })
  await until(() => frieda.view()?.rounds.silence?.drafts[first] === 2)
  await askAll()
  ben.close()
  const before = new Map(Object.entries(people).map(([name, { frames }]) => [name, frames.length]))
  for (const [name, { frames }] of Object.entries(people)) {
    const heard = Buffer.concat(frames)
    for (const [author, marker] of Object.entries(markers)) {
      expect(heard.includes(marker), `${name} hears ${author}`).toBe(name === author)
    }
  }
  expect(answers.filter((answer) => answer.includes('MARKE') || answer.includes('entwurf'))).toEqual([])
  expect(server.log.join('\n')).not.toContain('MARKE')

  expect(await frieda.command({ type: 'reveal-drafts', authors: 'all' })).not.toHaveProperty('refused')
  const cora = openContent(people.cora.doc)
  await until(() => readCards(cora).length === 2)
  expect(
    readCards(cora)
      .map((card) => card.text)
      .toSorted(),
  ).toEqual(Object.values(markers))
  const clients = readCards(cora).map((card) => itemOf(cora.cards.get(card.id)!)?.id.client)
  expect(new Set(clients).size).toBe(1)
  const ids = await Promise.all(
    [browsers.anna, browsers.ben].map(async (browser) => (await browser.get<Entry>(routes.board(board.id))).body.me.id),
  )
  const secrets = [...ids, 'Annabella', 'Benedikt', 'entwurfA', 'entwurfB']
  for (const [name, { frames }] of Object.entries(people)) {
    const carrying = frames.slice(before.get(name)).filter((frame) => frame.includes('MARKE'))
    expect(carrying.length, name).toBe(name === 'ben' ? 0 : 1)
    for (const frame of carrying) for (const secret of secrets) expect(frame.includes(secret), `${name}: ${secret}`).toBe(false)
  }
  await askAll()
  const linked = answers.filter((answer) => answer.includes('MARKE') && secrets.some((secret) => answer.includes(secret)))
  expect(linked).toEqual([])
  expect(inFiles('entwurfA')).toEqual([])
  expect(anna.mine()).toEqual({ drafts: [], named: false, votes: {} })
})

test('a ballot reaches nobody, and after the close nothing on the server links it to a person', async () => {
  const { people, answers, askAll, server, inFiles, board } = await workshop()
  const { frieda, anna, ben, cora } = people
  await frieda.command({ type: 'open-silence', round: 'r1', questions: [first], kinds: [] })
  await anna.command(put('a', 'Vertrieb'))
  await anna.command(put('b', 'Service'))
  await frieda.command({ type: 'reveal-drafts', authors: 'all' })
  await until(() => readCards(openContent(cora.doc)).length === 2)
  const [card, other] = readCards(openContent(cora.doc)).map(({ id }) => id) as [CardId, CardId]
  await frieda.command({ type: 'open-votes', round: 'v1', questions: [first], kinds: [], budget: 9, cap: 9 })
  const start = new Map(Object.entries(people).map(([name, { frames }]) => [name, frames.length]))
  const cast = (who: Tap, id: CardId, votes: number): Promise<Result> => who.command({ type: 'cast-votes', round: 'v1', card: id, votes })
  await cast(anna, card, 7)
  await cast(ben, other, 4)
  await frieda.command({ type: 'keep-snapshot', name: 'mitten drin' })
  await askAll()
  expect(inFiles(`"${card}":7`)).not.toEqual([])
  for (const [name, { frames }] of Object.entries(people)) {
    const heard = Buffer.concat(frames.slice(start.get(name)))
    expect(heard.includes(card), `${name} hears of Anna's ballot`).toBe(name === 'anna')
    expect(heard.includes(other), `${name} hears of Ben's ballot`).toBe(name === 'ben')
  }
  expect(frieda.view()?.rounds.voting).not.toHaveProperty('shown')
  expect(await frieda.command({ type: 'close-votes', round: 'v1' })).not.toHaveProperty('refused')
  await until(() => cora.view()?.rounds.voting === null)
  expect(cora.view()?.rounds.results[0]?.cards).toEqual([
    { card, votes: 7, shown: 0 },
    { card: other, votes: 4, shown: 0 },
  ])
  expect(anna.mine()?.votes).toEqual({})
  expect(inFiles(`"${card}":7`)).toEqual([])
  expect((await server.store.load(board.id))?.sealed).toEqual([])
  await askAll()
  expect(answers.filter((answer) => answer.includes(`"${card}":7`))).toEqual([])
  expect(server.log.join('\n')).not.toContain(card)
})

test('over real sockets, with replays, doubled ids and lost connections, no budget and no cap is broken', async () => {
  const seed = Number(process.env['SEED'] ?? 815)
  const { below, pick, next } = random(seed)
  const { people, board, browsers } = await workshop()
  const { frieda } = people
  await frieda.command({ type: 'open-silence', round: 'r1', questions: [first], kinds: [] })
  for (let at = 0; at < 6; at++) await frieda.command(put(`d${at}`, `Karte ${at}`))
  await frieda.command({ type: 'reveal-drafts', authors: 'all' })
  await until(() => readCards(openContent(frieda.doc)).length === 6)
  const cards = readCards(openContent(frieda.doc)).map(({ id }) => id)
  await frieda.command({ type: 'open-votes', round: 'v1', questions: [first], kinds: [], budget: 5, cap: 2 })
  const names = ['anna', 'ben', 'cora'] as const
  const sockets = Object.fromEntries(names.map((name) => [name, people[name]])) as Record<(typeof names)[number], Tap>
  const sent: [(typeof names)[number], string, CommandBody][] = []
  for (let round = 0; round < 40; round++) {
    const answers: Promise<unknown>[] = []
    for (let at = 0; at < 15; at++) {
      const fresh = [pick(names), newCommandId(), { type: 'cast-votes', round: 'v1', card: pick(cards), votes: below(4) }] as const
      const [name, id, body] = sent.length > 0 && next() < 0.4 ? pick(sent) : fresh
      sent.push([name, id, body])
      answers.push(sockets[name].command(body, id))
    }
    const name = pick(names)
    if (next() < 0.3) {
      sockets[name].close()
      sockets[name] = await tapOf(board, browsers[name])
    } else await Promise.race([Promise.all(answers), until(() => false, 300).catch(() => undefined)])
  }
  await frieda.command({ type: 'lock-board', locked: false })
  let cast = 0
  for (const name of names) {
    const fresh = await tapOf(board, browsers[name])
    await until(() => fresh.mine() !== null)
    const votes = Object.values(fresh.mine()!.votes)
    const sum = votes.reduce((total, count) => total + count, 0)
    expect(sum, `seed ${seed}`).toBeLessThanOrEqual(5)
    expect(Math.max(0, ...votes), `seed ${seed}`).toBeLessThanOrEqual(2)
    cast += sum
  }
  await frieda.command({ type: 'close-votes', round: 'v1' })
  await until(() => (frieda.view()?.rounds.results.length ?? 0) > 0)
  expect(frieda.view()!.rounds.results[0]!.cards.reduce((sum, { votes }) => sum + votes, 0)).toBe(cast)
  expect(cast, `seed ${seed}`).toBeGreaterThan(0)
}, 60_000)
