import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toBoardFile } from '../../src/model/board.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { routes, type Entry, type Links } from '../../src/protocol/api.ts'
import { createTestBoard, joinTestBoard, openBrowser } from '../helpers/connect-client.ts'
import { kickoff } from '../helpers/kickoff.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'
import { readFileSync } from 'node:fs'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const HEADERS = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'x-frame-options',
  'permissions-policy',
  'cross-origin-opener-policy',
]

describe('every answer', () => {
  test.each([
    ['GET', '/healthz', 200],
    ['GET', '/api/templates', 200],
    ['GET', '/api/boards/Bunknownunknownunknown', 404],
    ['GET', '/nowhere', 404],
    ['GET', '/..%2f..%2fetc%2fpasswd', 404],
    ['GET', '/assets/..%2f..%2f..%2fpackage.json', 404],
    ['DELETE', '/api/boards', 405],
    ['POST', '/api/boards', 403],
  ])('%s %s: %i, with the security headers', async (method, path, status) => {
    const response = await fetch(server.url + path, { method })
    expect(response.status).toBe(status)
    for (const name of HEADERS) expect(response.headers.get(name), name).toBeTruthy()
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('who gets in', () => {
  test('the link of a role gives that role, and the cookie cannot be read by a page', async () => {
    const board = await createTestBoard(server.url)
    for (const role of ['participant', 'viewer', 'facilitator'] as const) {
      const browser = openBrowser(server.url)
      const joined = await browser.post<Entry>(routes.join(board.id), { secret: board.links[role], name: 'Ben' })
      expect(joined.body.me.role).toBe(role)
      expect(joined.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
      expect((await browser.get<Entry>(routes.board(board.id))).body.me.name).toBe('Ben')
    }
  })

  test('coming back with the same cookie is the same person', async () => {
    const board = await createTestBoard(server.url)
    const browser = await joinTestBoard(board, 'viewer', 'Ben')
    const first = (await browser.get<Entry>(routes.board(board.id))).body.me
    const again = (await browser.post<Entry>(routes.join(board.id), { secret: board.links.participant, name: 'Benjamin' })).body.me
    expect(again).toEqual({ id: first.id, name: 'Benjamin', role: 'participant' })
  })

  test('unknown, forbidden and wrong look the same', async () => {
    const board = await createTestBoard(server.url)
    const stranger = openBrowser(server.url)
    const answers = [
      await stranger.get(routes.board(board.id)),
      await stranger.get(routes.board('Bunknownunknownunknown' as never)),
      await stranger.get(routes.links(board.id)),
      await stranger.post(routes.join(board.id), { secret: 'x'.repeat(43), name: 'Eve' }),
      await stranger.post(routes.join('Bunknownunknownunknown' as never), { secret: board.links.viewer, name: 'Eve' }),
    ]
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 404, body: { error: 'not-found' } })
  })

  test('only a facilitator sees the links', async () => {
    const board = await createTestBoard(server.url)
    expect((await board.browser.get<Links>(routes.links(board.id))).body).toEqual({ ...board.links, code: null })
    const ben = await joinTestBoard(board, 'participant', 'Ben')
    expect((await ben.get(routes.links(board.id))).status).toBe(404)
  })

  test('a foreign page and one without an origin make nothing', async () => {
    const body = { template: 'kickoff', language: 'de', name: 'Eve' }
    const browser = openBrowser(server.url)
    expect((await browser.post(routes.boards, body, { origin: 'https://evil.example' })).body).toEqual({ error: 'origin' })
    expect((await browser.post(routes.boards, body, { origin: 'null' })).status).toBe(403)
    expect((await browser.post(routes.boards, body, { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('guessing links is slowed down, and so is making boards', async () => {
    await server.close()
    server = await startTestServer({ env: { LIMIT_WRONG_LINKS_PER_MINUTE: '5', LIMIT_BOARDS_PER_MINUTE: '3' } })
    const board = await createTestBoard(server.url)
    const eve = openBrowser(server.url)
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) statuses.push((await eve.post(routes.join(board.id), { secret: `${n}`.repeat(43), name: 'Eve' })).status)
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429])
    await createTestBoard(server.url)
    await createTestBoard(server.url)
    await expect(createTestBoard(server.url)).rejects.toThrow('429')
  })
})

describe('what comes in', () => {
  test('bodies that do not fit are refused with a code', async () => {
    const browser = openBrowser(server.url)
    const bad = async (body: unknown): Promise<unknown> => (await browser.post(routes.boards, body)).body
    expect(await bad({})).toMatchObject({ error: 'invalid' })
    expect(await bad({ template: 'ghost', language: 'de', name: 'x' })).toMatchObject({ error: 'invalid' })
    expect(await bad({ template: 'kickoff', language: 'de', name: 'x'.repeat(61) })).toMatchObject({ error: 'invalid' })
    expect(await bad({ template: 'kickoff', language: 'de', name: 'x', title: 'x'.repeat(100_000) })).toMatchObject({ error: 'too-large' })
  })

  test('a broken file names the place of its fault; a whole one becomes the board', async () => {
    const browser = openBrowser(server.url)
    const put = (file: string) => browser.post<Entry & { error?: string; detail?: string }>(routes.importBoard, { file, name: 'Anna' })
    expect((await put('{')).body).toMatchObject({ error: 'broken-file' })
    const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
    const file = toBoardFile(sampleBoard(kickoff, sample, 'de')) as { cards: { place: unknown }[] }
    const broken = structuredClone(file)
    broken.cards[3]!.place = 5
    expect((await put(JSON.stringify(broken))).body).toMatchObject({
      error: 'broken-file',
      detail: expect.stringContaining('cards.3.place'),
    })
    const made = await put(JSON.stringify(file))
    expect(made.status).toBe(200)
    expect(made.body.me.role).toBe('facilitator')
  })

  test('a body that lies about its length is cut off', async () => {
    const status = await new Promise<number | string>((resolve) => {
      const sent = request(
        server.url + routes.boards,
        { method: 'POST', headers: { origin: server.origin, 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode ?? 0),
      )
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
      for (let n = 0; n < 64; n++) sent.write(' '.repeat(4096))
      sent.end()
    })
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(status)
  })
})

test('the log has no name, no text, no secret and no whole address', async () => {
  const board = await createTestBoard(server.url, { name: 'Frieda Geheim', title: 'Titel Geheim' })
  await joinTestBoard(board, 'participant', 'Ben Geheim')
  await openBrowser(server.url).post(routes.join(board.id), { secret: 'y'.repeat(43), name: 'Eve Geheim' })
  const log = server.log.join('\n')
  expect(log.length).toBeGreaterThan(0)
  expect(log).not.toMatch(/Geheim|127\.0\.0\.1|yyyyyyyy/)
  for (const secret of [...Object.values(board.links), board.id, board.browser.cookie]) expect(log).not.toContain(secret)
})
