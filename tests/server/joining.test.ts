import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CODE_ALPHABET } from '../../src/model/codes.ts'
import type { CardId, KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCards } from '../../src/model/write-content.ts'
import { routes, type DeviceCode, type Door, type Entry, type Invitations } from '../../src/protocol/api.ts'
import {
  connectClient,
  createTestBoard,
  joinTestBoard,
  openBrowser,
  until,
  type Browser,
  type Client,
  type NewTestBoard,
} from '../helpers/connect-client.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../helpers/start-test-server.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let server: TestServer
let board: NewTestBoard
let frieda: Client
let now: number
const clients: Client[] = []

async function start(options: TestServerOptions = {}): Promise<void> {
  server = await startTestServer({ now: () => now, ...options })
  board = await createTestBoard(server.url)
  frieda = await open(board.browser)
}
async function stop(): Promise<void> {
  for (const client of clients.splice(0)) client.close()
  await server.close()
}
async function open(browser: Browser): Promise<Client> {
  const client = connectClient(board, browser)
  clients.push(client)
  await until(() => client.view() !== null)
  return client
}
const invitations = async (): Promise<Invitations> => (await board.browser.get<Invitations>(routes.links(board.id))).body
const byCode = (code: string, name = 'Carla', browser = openBrowser(server.url)) => browser.post<Entry>(routes.joinByCode, { code, name })

beforeEach(async () => {
  now = Date.parse('2027-03-01T09:00:00Z')
  await start()
})
afterEach(stop)

describe('the spoken code', () => {
  test('lets a participant in, typed as people type it, and only while it is on', async () => {
    expect((await invitations()).code).toBeNull()
    await frieda.command({ type: 'open-code', minutes: 30 })
    const code = (await invitations()).code!
    expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{6}$`))
    const joined = await byCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)
    expect(joined).toMatchObject({ status: 200, body: { board: board.id, me: { name: 'Carla', role: 'participant' } } })
    await frieda.command({ type: 'close-code' })
    expect((await byCode(code)).status).toBe(404)
    await frieda.command({ type: 'open-code', minutes: 30 })
    expect((await invitations()).code).not.toBe(code)
    expect((await byCode(code)).status).toBe(404)
  })

  test('unknown, switched off and expired look the same', async () => {
    await frieda.command({ type: 'open-code', minutes: 30 })
    const code = (await invitations()).code!
    now += 31 * 60_000
    const answers = [await byCode(code), await byCode(code === 'CCCCCC' ? 'FFFFFF' : 'CCCCCC')]
    for (const { status, body } of answers) expect([status, body]).toEqual([404, { error: 'not-found' }])
    expect((await invitations()).code).toBeNull()
  })

  test('whoever comes back by it on the same device is the same person and keeps the role', async () => {
    await frieda.command({ type: 'open-code', minutes: 30 })
    const code = (await invitations()).code!
    const browser = openBrowser(server.url)
    const first = await byCode(code, 'Carla', browser)
    expect((await byCode(code, 'Carla M.', browser)).body.me).toMatchObject({ id: first.body.me.id, name: 'Carla M.' })
    expect((await byCode(code, 'Frieda', board.browser)).body.me.role).toBe('facilitator')
  })

  test('no one but a facilitator learns it, and neither log nor stored frame holds it', async () => {
    const ben = await open(await joinTestBoard(board, 'participant', 'Ben'))
    await frieda.command({ type: 'open-code', minutes: 30 })
    const code = (await invitations()).code!
    await until(() => frieda.view()?.lead?.joining.code?.number === 1)
    await byCode(code)
    expect(JSON.stringify(ben.view())).not.toContain(code)
    expect(ben.view()?.lead).toBeNull()
    expect((await server.store.frame(board.id))!.frame).not.toContain(code)
    expect(server.log.join('\n')).not.toContain(code)
  })

  test('guessing ends soon, for one address and for all together', async () => {
    const guess = async (times: number): Promise<number[]> => {
      const status = []
      for (let at = 0; at < times; at++) status.push((await byCode('CFHJKL')).status)
      return status
    }
    await stop()
    await start({ env: { LIMIT_WRONG_CODES_PER_MINUTE: '3' } })
    expect(await guess(5)).toEqual([404, 404, 404, 429, 429])
    await stop()
    await start({ env: { LIMIT_ALL_WRONG_CODES_PER_MINUTE: '2' } })
    expect(await guess(3)).toEqual([404, 404, 429])
  })

  test.each(['', 'ABCDEF', 'CFHJK', 'CFHJKLM', 'x'.repeat(100)])('%j is none', async (code) => {
    expect((await byCode(code)).status).toBe(400)
  })
})

describe('another device', () => {
  test('goes on as the same person, once', async () => {
    const ben = await joinTestBoard(board, 'participant', 'Ben')
    const { body: given } = await ben.post<DeviceCode>(routes.device(board.id), {})
    const phone = openBrowser(server.url)
    const moved = await phone.post<Entry>(routes.moveDevice, { code: given.code.toLowerCase() })
    const me = (await ben.get<Entry>(routes.board(board.id))).body.me
    expect(moved.body.me).toEqual(me)
    expect((await phone.get<Entry>(routes.board(board.id))).body.me).toEqual(me)
    expect((await openBrowser(server.url).post(routes.moveDevice, { code: given.code })).status).toBe(404)
  })

  test('not after ten minutes, not with an older code, not for somebody who was removed, not for a stranger', async () => {
    const ben = await joinTestBoard(board, 'participant', 'Ben')
    const give = async (): Promise<string> => (await ben.post<DeviceCode>(routes.device(board.id), {})).body.code
    const move = async (code: string): Promise<number> => (await openBrowser(server.url).post(routes.moveDevice, { code })).status
    const old = await give()
    const late = await give()
    expect(await move(old)).toBe(404)
    now += 10 * 60_000
    expect(await move(late)).toBe(404)
    const code = await give()
    const { id } = (await ben.get<Entry>(routes.board(board.id))).body.me
    await frieda.command({ type: 'remove-person', person: id })
    expect(await move(code)).toBe(404)
    expect((await openBrowser(server.url).post(routes.device(board.id), {})).status).toBe(404)
  })
})

describe('the door', () => {
  const knock = (secret: string) => openBrowser(server.url).post<Door>(routes.door(board.id), { secret })

  test('shows where an invitation leads, with the areas on the board first and then those of the template', async () => {
    const [card] = addCards(frieda.content, [{ kind: 'actor' as KindId, text: 'Lager', in: 'actors', order: 'a0' as OrderKey }])
    await frieda.allSaved()
    const { status, body } = await knock(board.links.viewer)
    expect([status, body.role, body.title]).toEqual([200, 'viewer', board.entry.title])
    expect(body.areas[0]).toEqual({ text: 'Lager', area: { card } })
    expect(body.areas).toContainEqual({ text: 'Kundenhotline', area: { text: 'Kundenhotline' } })
    await frieda.command({ type: 'open-code', minutes: 30 })
    const code = (await invitations()).code!
    expect((await openBrowser(server.url).post<Door>(routes.doorByCode, { code })).body).toEqual({ ...body, role: 'participant' })
  })

  test('is shut for links that are wrong, renewed or over, and for codes that are off; all of that counts as guessing', async () => {
    await stop()
    await start({ env: { LIMIT_WRONG_LINKS_PER_MINUTE: '3', LIMIT_WRONG_CODES_PER_MINUTE: '1' } })
    await frieda.command({ type: 'renew-link', role: 'participant' })
    await frieda.command({ type: 'set-link-until', role: 'viewer', until: now })
    const answers = [await knock(board.links.participant), await knock(board.links.viewer), await knock('x'.repeat(43))]
    for (const { status, body } of answers) expect([status, body]).toEqual([404, { error: 'not-found' }])
    expect((await knock(board.links.facilitator)).status).toBe(429)
    const byCode = async (): Promise<number> => (await openBrowser(server.url).post(routes.doorByCode, { code: 'CFHJKL' })).status
    expect([await byCode(), await byCode()]).toEqual([404, 429])
  })

  test('an area that is said there is seen by all; one whose card went meanwhile keeps nobody out', async () => {
    const join = (name: string, area: unknown) =>
      openBrowser(server.url).post<Entry>(routes.join(board.id), { secret: board.links.participant, name, area })
    expect((await join('Ben', { text: 'Werkstatt' })).status).toBe(200)
    expect((await join('Carla', { card: 'Kghostghostghostghost1' })).status).toBe(200)
    expect((await join('Dora', { room: 'x' })).status).toBe(400)
    await until(() => frieda.view()?.people.length === 3)
    expect(frieda.view()?.people.map(({ name, area }) => [name, area])).toEqual([
      [expect.any(String), undefined],
      ['Ben', { text: 'Werkstatt' }],
      ['Carla', undefined],
    ])
  })

  test('whoever comes back without saying it again keeps the area', async () => {
    const browser = openBrowser(server.url)
    const join = (body: object) => browser.post<Entry>(routes.join(board.id), { secret: board.links.participant, name: 'Ben', ...body })
    await join({ area: { text: 'Werkstatt' } })
    await join({})
    await until(() => frieda.view()?.people.length === 2)
    expect(frieda.view()?.people[1]?.area).toEqual({ text: 'Werkstatt' })
  })
})

describe('links end', () => {
  test('after the days that the host sets, but not the facilitator’s; renewing begins anew', async () => {
    await stop()
    await start({ env: { LINK_DAYS: '7' } })
    const join = async (secret: string): Promise<number> =>
      (await openBrowser(server.url).post(routes.join(board.id), { secret, name: 'Ben' })).status
    const ben = await joinTestBoard(board, 'participant', 'Ben')
    now += 7 * DAY_MS
    expect(await join(board.links.participant)).toBe(404)
    expect(await join(board.links.viewer)).toBe(404)
    expect(await join(board.links.facilitator)).toBe(200)
    expect((await ben.get(routes.board(board.id))).status).toBe(200)
    await frieda.command({ type: 'renew-link', role: 'participant' })
    expect(await join((await invitations()).participant)).toBe(200)
    await frieda.command({ type: 'set-link-until', role: 'viewer', until: null })
    expect(await join(board.links.viewer)).toBe(200)
    await until(() => frieda.view()?.lead?.joining.linkUntil.participant === now + 7 * DAY_MS)
    expect(frieda.view()?.lead?.joining.linkUntil.viewer).toBeNull()
  })
})

describe('people', () => {
  test('a tap on an area is seen by all; an area that is no card is refused', async () => {
    const ben = await open(await joinTestBoard(board, 'participant', 'Ben'))
    expect((await ben.command({ type: 'set-my-area', area: { card: 'ghost' as CardId } })).refused).toBe('unknown')
    expect(await ben.command({ type: 'set-my-area', area: { text: 'Werkstatt' } })).not.toHaveProperty('refused')
    await until(() => frieda.view()!.people.some((person) => person.area && 'text' in person.area && person.area.text === 'Werkstatt'))
    await ben.command({ type: 'set-my-area', area: null })
    await until(() => frieda.view()!.people.every((person) => person.area === undefined))
  })

  test('who made the board hands over and takes back; nobody else can take it', async () => {
    const ben = await open(await joinTestBoard(board, 'participant', 'Ben'))
    const carla = await open(await joinTestBoard(board, 'participant', 'Carla'))
    await frieda.command({ type: 'hand-over', person: ben.view()!.me.id })
    await until(() => frieda.view()?.me.role === 'participant' && ben.view()?.me.role === 'facilitator')
    expect(frieda.view()?.lead).toBeNull()
    expect((await carla.command({ type: 'take-lead' })).refused).toBe('forbidden')
    expect(frieda.view()?.me.founder).toBe(true)
    await frieda.command({ type: 'take-lead' })
    await until(() => frieda.view()?.me.role === 'facilitator')
    expect(ben.view()?.me.role).toBe('facilitator')
  })

  test('a removed person’s tick and hand go too', async () => {
    const ben = await open(await joinTestBoard(board, 'participant', 'Ben'))
    await ben.command({ type: 'set-ready', ready: true })
    await ben.command({ type: 'raise-hand', raised: true })
    await until(() => frieda.view()?.lead?.hands.length === 1)
    await frieda.command({ type: 'remove-person', person: ben.view()!.me.id })
    await until(() => frieda.view()?.lead?.hands.length === 0)
    expect(frieda.view()).toMatchObject({ ready: { count: 0, of: 0 }, lead: { ready: [] } })
  })
})
