import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../../../server/store/sqlite-store.ts'
import { LOCAL } from '../../../src/model/content.ts'
import type { Card } from '../../../src/model/card.ts'
import type { BoardId, CardId, FieldId, RelationId } from '../../../src/model/ids.ts'
import { PLAN_PASS } from '../../../src/model/passes.ts'
import { readCard, readCards, readComments, readVoices } from '../../../src/model/read-content.ts'
import { addLink, restoreCard, writeText } from '../../../src/model/write-content.ts'
import { shareField } from '../../../src/model/write-voices.ts'
import { routes, type Entry, type Links, type PassList } from '../../../src/protocol/api.ts'
import { connectClient, openBrowser, until, type Browser, type Client } from '../../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.ts'

/** A board with its key as an earlier server left them when it was killed: before passes, areas, follow-up boards and begun texts. */
const known = JSON.parse(readFileSync('tests/server/attacks/older-data/known.json', 'utf8')) as {
  id: BoardId
  frieda: string
  ben: string
  links: Links
  actor: CardId
  card: CardId
  cards: Card[]
  key: string
  made: number
}
const PROPOSAL = 'proposal' as FieldId
const folders: string[] = []
const clients: Client[] = []
let server: TestServer
let frieda: Client
let ben: Client

function browserOf(cookie: string): Browser {
  const browser = openBrowser(server.url)
  browser.cookie = cookie
  return browser
}
async function open(cookie: string): Promise<Client> {
  const client = connectClient(known, browserOf(cookie))
  clients.push(client)
  await client.synced
  await until(() => client.view() !== null && client.mine() !== null)
  return client
}
const sorted = (cards: readonly Card[]): Card[] => cards.toSorted((a, b) => (a.id < b.id ? -1 : 1))

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-older-'))
  folders.push(folder)
  writeFileSync(join(folder, 'auftakt.db'), gunzipSync(readFileSync('tests/server/attacks/older-data/auftakt.db.gz')))
  server = await startTestServer({
    store: openSqliteStore(join(folder, 'auftakt.db')),
    serverKey: Buffer.from(known.key, 'base64'),
    now: () => known.made + 60_000,
  })
  frieda = await open(known.frieda)
  ben = await open(known.ben)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('everything is there: cards, what was said, drafts, votes, snapshots, links, the code and who is who', async () => {
  expect(sorted(readCards(frieda.content))).toEqual(sorted(known.cards))
  expect(readCard(frieda.content, known.card)?.fields).toEqual({ due: '2027-03-01', [PROPOSAL]: 'wie gehabt' })
  expect(readVoices(frieda.content)).toContainEqual(expect.objectContaining({ stance: 'object', reason: 'Zu viel' }))
  expect(readComments(frieda.content)).toContainEqual(expect.objectContaining({ card: known.card, text: 'Wer?' }))
  expect(frieda.view()!.people.map(({ name, role }) => [name, role])).toEqual([
    ['Frieda', 'facilitator'],
    ['Ben', 'participant'],
  ])
  expect(ben.mine()).toMatchObject({ drafts: [{ text: 'Bens Entwurf' }], votes: { [known.actor]: 2 } })
  const frieda2 = browserOf(known.frieda)
  expect((await frieda2.get(routes.links(known.id))).body).toMatchObject(known.links)
  expect((await frieda2.get(routes.snapshots(known.id))).body).toMatchObject([{ id: 1, reason: 'named', name: 'Vorher' }])
})

test('rounds that were open then end now; an old snapshot comes back; a text that was begun then is written on', async () => {
  await frieda.command({ type: 'close-votes', round: 'v1' })
  await frieda.command({ type: 'reveal-drafts', authors: 'all' })
  await until(() => readCards(frieda.content).some(({ text }) => text === 'Bens Entwurf'))
  expect(frieda.view()!.rounds.results[0]).toMatchObject({ voters: 1 })
  const text = shareField(ben.content, known.card, PROPOSAL)!
  writeText(text, 'wie gehabt, und mehr', LOCAL)
  await ben.allSaved()
  await until(() => readCard(frieda.content, known.card)?.fields[PROPOSAL] === 'wie gehabt, und mehr')
  expect((await browserOf(known.frieda).post(routes.restore(known.id), { snapshot: 1 })).status).toBe(200)
  await until(() => readCard(frieda.content, known.card)?.fields[PROPOSAL] === 'wie gehabt')
})

test('what came since works on it: links to the plan and to a measure, areas, a follow-up board', async () => {
  const anna = openBrowser(server.url)
  expect((await anna.post(routes.door(known.id), { secret: known.links.participant })).status).toBe(200)
  const area = { text: 'Lager' }
  expect((await anna.post(routes.join(known.id), { secret: known.links.participant, name: 'Anna', area })).status).toBe(200)
  expect((await frieda.command({ type: 'open-pass', subject: PLAN_PASS })).refused).toBeUndefined()
  await frieda.command({ type: 'open-pass', subject: known.card })
  const passes = (await browserOf(known.frieda).get<PassList>(routes.passes(known.id))).body
  const plan = await anna.post(routes.plan(known.id), { secret: passes[PLAN_PASS]!.secret })
  expect(plan).toMatchObject({ status: 200, body: { board: { title: 'Vom Herbst' } } })
  // Its template knows no status: there is nothing to report, and nothing breaks.
  const secret = passes[known.card]?.secret
  if (secret) expect((await anna.post(routes.status(known.id), { subject: known.card, secret })).status).toBe(404)
  const next = await browserOf(known.frieda).post<Entry>(routes.follow(known.id), { title: 'Danach' })
  expect(next.status).toBe(200)
})

test('its export of today is imported today, with everything that a file holds', async () => {
  addLink(frieda.content, 'does' as RelationId, known.actor, known.card, LOCAL)
  restoreCard(frieda.content, 'm-file' as CardId, LOCAL)
  await frieda.allSaved()
  await frieda.command({ type: 'open-pass', subject: PLAN_PASS })
  const frieda2 = browserOf(known.frieda)
  const { secret } = (await frieda2.get<PassList>(routes.passes(known.id))).body[PLAN_PASS]!
  const file = (await frieda2.post<{ board: unknown }>(routes.plan(known.id), { secret })).body.board
  const imported = await openBrowser(server.url).post<Entry>(routes.importBoard, { file: JSON.stringify(file), name: 'Frieda' })
  expect(imported.status).toBe(200)
})
