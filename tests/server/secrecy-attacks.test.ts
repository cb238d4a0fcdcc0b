import Database from 'libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent } from '../../src/model/content.ts'
import type { KindId, QuestionId } from '../../src/model/ids.ts'
import { readCards } from '../../src/model/read-content.ts'
import { routes, type Entry, type PassList } from '../../src/protocol/api.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { MessageType } from '../../src/protocol/messages.ts'
import { openSqliteStore } from '../../server/store/sqlite-store.ts'
import { createTestBoard, joinTestBoard, openBrowser, until, type Browser } from '../helpers/connect-client.ts'
import { hostileFrames } from '../helpers/hostile-frames.ts'
import { startTestServer } from '../helpers/start-test-server.ts'
import { tap, type Tap } from '../helpers/tap.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const first = 'actors' as QuestionId
const put = (draft: string, text: string): CommandBody => ({ type: 'put-draft', draft, question: first, kind: 'actor' as KindId, text })
const DRAFTS = { entwurfEins: 'MARKE-eins-7310', entwurfZwei: 'MARKE-zwei-4482' }
const COMMANDS = { draft: 'commandOfADraft1', vote: 'commandOfAVote11' }

/** Anna has drafts and a ballot in hand; everybody else would like to see them. */
async function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-attack-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'auftakt.db')
  const server = await startTestServer({ store: openSqliteStore(file), env: { LOG_LEVEL: 'debug' } })
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const enter = async (browser: Browser): Promise<Tap> => {
    const opened = await tap(board, browser)
    closers.push(opened.close)
    return opened
  }
  const browsers = {
    anna: await joinTestBoard(board, 'participant', 'Annabella'),
    ben: await joinTestBoard(board, 'participant', 'Benedikt'),
    frieda: board.browser,
    vera: await joinTestBoard(board, 'viewer', 'Vera'),
  }
  const [anna, ben, frieda, vera] = await Promise.all(Object.values(browsers).map(enter))
  const people = { anna: anna!, ben: ben!, frieda: frieda!, vera: vera! }
  const done = async (who: Tap, body: CommandBody, id?: string): Promise<void> =>
    expect(await who.command(body, id), body.type).not.toHaveProperty('refused')

  await done(people.frieda, { type: 'open-silence', round: 'r0', questions: [first], kinds: [] })
  await done(people.ben, put('vorher', 'Vertrieb'))
  await done(people.frieda, { type: 'reveal-drafts', authors: 'all' })
  await until(() => readCards(openContent(people.frieda.doc)).length === 1)
  const card = readCards(openContent(people.frieda.doc))[0]!.id
  await done(people.frieda, { type: 'open-silence', round: 'r1', questions: [first], kinds: [] })
  await done(people.frieda, { type: 'open-votes', round: 'v1', questions: [first], kinds: [], budget: 9, cap: 9 })
  const revBefore = people.frieda.view()!.rev
  for (const [id, text] of Object.entries(DRAFTS)) await done(people.anna, put(id, text), id === 'entwurfEins' ? COMMANDS.draft : undefined)
  await done(people.anna, { type: 'cast-votes', round: 'v1', card, votes: 7 }, COMMANDS.vote)
  const me = (await browsers.anna.get<Entry>(routes.board(board.id))).body.me.id
  const secrets = [...Object.entries(DRAFTS).flat(), ...Object.values(COMMANDS), `"${card}":7`]
  const heardBy = (who: Tap): string[] => secrets.filter((secret) => Buffer.concat(who.frames).includes(secret))
  const annaHas = {
    drafts: expect.arrayContaining([expect.objectContaining({ id: 'entwurfEins', text: DRAFTS.entwurfEins })]) as never,
    named: false,
    votes: { [card]: 7 },
  }
  return { server, board, browsers, people, card, me, secrets, heardBy, enter, done, annaHas, revBefore, file }
}

test('no frame that a browser could send, and no replay, gets a word of a draft or a ballot, or changes one', async () => {
  const { server, browsers, people, card, me, heardBy, enter, annaHas, secrets } = await workshop()
  await until(() => Object.keys(people.anna.mine()?.votes ?? {}).length === 1)
  const annasClient = people.anna.doc.clientID
  let closed = 0
  let answered = 0
  for (const browser of [browsers.ben, browsers.frieda, browsers.vera]) {
    for (const frame of hostileFrames({
      victim: me,
      client: annasClient,
      card,
      drafts: Object.keys(DRAFTS),
      commands: COMMANDS,
      question: first,
    })) {
      const attacker = await enter(browser)
      attacker.raw(frame)
      const isAnswered = await Promise.race([
        attacker.command({ type: 'raise-hand', raised: false }).then(() => true),
        until(() => attacker.isClosed()).then(() => false),
      ])
      if (isAnswered) answered++
      else closed++
      // Of replays the attacker has the ids, so only what they stand for counts.
      expect(heardBy(attacker).filter((secret) => !Object.values(COMMANDS).includes(secret) && !(secret in DRAFTS))).toEqual([])
      attacker.close()
    }
  }
  expect(answered).toBeGreaterThan(10)
  expect(closed).toBeGreaterThan(10)
  const again = await enter(browsers.anna)
  await until(() => again.mine() !== null)
  expect(again.mine()).toEqual(annaHas)
  expect(server.log.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([])
}, 60_000)

test('no address, method or cookie gets it either, nor does a link that opens the plan', async () => {
  const { server, board, browsers, people, me, secrets, done } = await workshop()
  await done(people.frieda, { type: 'keep-snapshot', name: 'mitten drin' })
  await done(people.frieda, { type: 'open-pass', subject: '*' })
  const passes = (await browsers.frieda.get<PassList>(routes.passes(board.id))).body
  const secret = passes['*']!.secret!
  const bodies = [
    {},
    { secret },
    { secret, known: '' },
    { person: me },
    { subject: '*', secret },
    { secret: board.links.participant, name: 'Annabella' },
  ]
  const own = Object.values(routes).flatMap((route) => (typeof route === 'function' ? [route(board.id, 1)] : [route]))
  const guessed = [
    '/metrics',
    '/debug',
    '/auftakt.db',
    '/data/auftakt.db',
    ...['drafts', 'votes', 'sealed', 'export', `people/${me}`].map((part) => `${routes.board(board.id)}/${part}`),
  ]
  const answers: string[] = []
  let read = 0
  const requests: RequestInit[] = [
    ...['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'].map((method) => ({ method })),
    ...bodies.map((body) => ({ method: 'POST', body: JSON.stringify(body) })),
  ]
  const paths = [...own, ...guessed].filter((each) => each !== routes.leave(board.id))
  for (const browser of [browsers.ben, browsers.frieda, browsers.vera, openBrowser(server.url)]) {
    const headers = { origin: server.url, cookie: browser.cookie, 'content-type': 'application/json' }
    for (const [path, request] of paths.flatMap((each) => requests.map((given) => [each, given] as const))) {
      const answer = await fetch(server.url + path, { ...request, headers })
      if (answer.ok && request.method === 'POST') read++
      answers.push(`${await answer.text()} ${JSON.stringify([...answer.headers])}`)
    }
  }
  expect(read, 'some of it answers').toBeGreaterThan(4)
  expect(
    answers.some((answer) => answer.includes('Vertrieb')),
    'with what is on the board',
  ).toBe(true)
  expect(answers.filter((answer) => secrets.some((each) => answer.includes(each)))).toEqual([])
  expect(server.log.filter((line) => secrets.some((each) => line.includes(each)))).toEqual([])
}, 60_000)

test('who takes the name, the role or the place of somebody gets nothing of theirs', async () => {
  const { server, board, browsers, people, me, heardBy, enter, done, annaHas } = await workshop()
  const code = (await browsers.ben.post<{ code: string }>(routes.device(board.id), { person: me })).body.code
  const device = openBrowser(server.url)
  expect((await device.post<Entry>(routes.moveDevice, { code })).body.me.id, 'a code is for its own person').not.toBe(me)
  const namesake = await joinTestBoard(board, 'participant', 'Annabella')
  await done(people.ben, { type: 'rename-me', name: 'Annabella' })
  await done(people.frieda, { type: 'change-role', person: me, role: 'viewer' })
  await done(people.frieda, { type: 'change-role', person: me, role: 'participant' })
  for (const browser of [device, namesake, browsers.ben, browsers.frieda]) {
    const attacker = await enter(browser)
    await until(() => attacker.mine() !== null)
    expect(attacker.mine()).toEqual({ drafts: [], named: false, votes: {} })
    expect(heardBy(attacker)).toEqual([])
  }
  const anna = await enter(browsers.anna)
  await until(() => anna.mine() !== null)
  expect(anna.mine()).toEqual(annaHas)
  await done(people.frieda, { type: 'remove-person', person: me })
  await browsers.anna.post(routes.join(board.id), { secret: board.links.participant, name: 'Annabella' })
  const back = await enter(browsers.anna)
  await until(() => back.mine() !== null)
  expect(back.mine(), 'what was sealed went with the person').toEqual({ drafts: [], named: false, votes: {} })
})

test('while people write and vote the others learn numbers: no revision, no presence, no saved count moves', async () => {
  const { people, card, done, revBefore } = await workshop()
  await until(() => people.ben.view()?.rounds.silence?.drafts[first] === 2)
  const from = people.ben.frames.length
  for (let at = 0; at < 5; at++) await done(people.anna, put(`weiter${at}`, `Noch ein Gedanke ${at}`))
  for (let votes = 6; votes > 0; votes--) await done(people.anna, { type: 'cast-votes', round: 'v1', card, votes })
  await until(() => people.ben.view()?.rounds.silence?.drafts[first] === 7)
  const told = people.ben.frames.slice(from)
  expect(told.map((frame) => frame[0])).toEqual(told.map(() => MessageType.ViewChange))
  for (const frame of told) {
    const change = JSON.parse(frame.toString('utf8', frame.indexOf('{'))) as Record<string, unknown>
    expect(Object.keys(change).toSorted()).toEqual(['now', 'rev', 'rounds'])
    expect(change['rev']).toBe(revBefore)
  }
  expect(told.length, 'keys that are pressed one after another are told together').toBeLessThan(11)
})

test('who holds the database sees drafts and ballots while a round runs, and no trace of who wrote what afterwards', async () => {
  const { server, board, people, done, me, file, card } = await workshop()
  expect(JSON.stringify(rowsOf(file)['sealed']), 'nothing is hidden from who holds the file').toContain(DRAFTS.entwurfEins)
  await done(people.frieda, { type: 'reveal-drafts', authors: 'all' })
  await done(people.frieda, { type: 'close-votes', round: 'v1' })
  await until(() => readCards(openContent(people.frieda.doc)).length === 3)
  const tables = rowsOf(file)
  expect(tables['sealed']).toEqual([])
  const holding = Object.entries(tables).filter(([, rows]) => JSON.stringify(rows).includes(me))
  expect(holding.map(([name]) => name)).toEqual(expect.arrayContaining(['frames', 'sessions']))
  for (const [name] of holding) expect(['frames', 'sessions', 'bindings']).toContain(name)
  const frame = JSON.parse(String(tables['frames']![0]!['json'])) as Record<string, unknown>
  const naming = Object.keys(frame).filter((key) => JSON.stringify(frame[key]).includes(me))
  expect(naming).toEqual(['roster'])
  const doc = new Y.Doc()
  for (const { bytes } of tables['updates'] as unknown as { bytes: ArrayBuffer }[]) Y.applyUpdate(doc, new Uint8Array(bytes))
  const owned = new Set((tables['bindings'] ?? []).map((row) => row['client']))
  expect(
    [...doc.store.clients.keys()].filter((client) => owned.has(client)),
    'no hand of a person is in the document',
  ).toEqual([])
  expect(readCards(openContent(doc)).map(({ id }) => id)).toContain(card)
  expect((await server.store.load(board.id))?.sealed).toEqual([])
})

function rowsOf(file: string): Record<string, readonly Record<string, unknown>[]> {
  const database = new Database(file, { readonly: true })
  const tables = ['boards', 'frames', 'updates', 'bindings', 'sessions', 'sealed', 'codes', 'snapshots']
  const rows = tables.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]] as const)
  database.close()
  return Object.fromEntries(rows)
}
