import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { newBoardId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts'
import {
  connectClient,
  createTestBoard,
  joinTestBoard,
  openBrowser,
  until,
  type Browser,
  type NewTestBoard,
} from '../helpers/connect-client.ts'
import { random } from '../helpers/random.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

let server: TestServer
let board: NewTestBoard
const open: WebSocket[] = []

async function start(env: Record<string, string> = {}): Promise<void> {
  server = await startTestServer({ env })
  board = await createTestBoard(server.url)
}
beforeEach(() => start())
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate()
  await server.close()
})

interface Dial {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly browser?: Browser
}

/** A socket by hand; its status or close code tells what the server thought of it. */
function dial({ path = `/ws/${board.id}?v=${PROTOCOL_VERSION}&epoch=1`, headers = {}, browser = board.browser }: Dial = {}) {
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, {
    headers: { origin: server.origin, cookie: browser.cookie, ...headers },
    perMessageDeflate: false,
  })
  open.push(socket)
  const result = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('close', (code) => resolve(code))
    socket.on('error', () => undefined)
  })
  const opened = new Promise<void>((resolve) => void socket.once('open', resolve))
  return { socket, result, opened }
}

const isAlive = async (): Promise<boolean> => (await openBrowser(server.url).get('/healthz')).status === 200

describe('before the handshake', () => {
  test.each([
    ['another host', (origin: string) => origin.replace('127.0.0.1', 'evil.example')],
    ['a longer host', (origin: string) => `${origin.replace(/:\d+$/, '')}.evil.example`],
    ['another port', (origin: string) => origin.replace(/\d+$/, '1')],
    ['null', () => 'null'],
    ['nothing', () => ''],
    ['no address', () => 'http://'],
    ['a file', () => 'file://'],
  ])('an Origin of %s is refused with 403', async (_name, origin) => {
    expect(await dial({ headers: { origin: origin(server.origin) } }).result).toBe(403)
  })

  test('with PUBLIC_URL exactly its origin counts, whatever the Host header says', async () => {
    await server.close()
    await start({ PUBLIC_URL: 'https://board.example' }).catch(() => undefined)
    const tell = (origin: string): Promise<number> =>
      dial({ path: `/ws/${newBoardId()}?v=${PROTOCOL_VERSION}`, headers: { origin }, browser: openBrowser('') }).result
    expect(await tell(server.origin)).toBe(403)
    expect(await tell('http://board.example')).toBe(403)
    expect(await tell('https://board.example:444')).toBe(403)
    expect(await tell('https://board.example')).toBe(CloseCode.NoBoard)
  })

  test.each(['/ws/', '/ws/x', '/ws/..%2f..%2fetc%2fpasswd', '/other', `/ws/${'a'.repeat(23)}`, '//'])('%s leads nowhere', async (path) => {
    expect(await dial({ path }).result).toBe(404)
  })

  test('one address has so many sockets and no more', async () => {
    await server.close()
    await start({ LIMIT_SOCKETS_PER_IP: '3' })
    const first = [dial(), dial(), dial()]
    await Promise.all(first.map((one) => one.opened))
    expect(await dial().result).toBe(429)
    first[0]!.socket.close()
    await first[0]!.result
    await expect.poll(async () => (await Promise.race([dial().opened.then(() => 'open'), dial().result])) === 'open').toBe(true)
  })
})

describe('after the handshake, where a browser can read why', () => {
  test('no session, another board’s session and no board look the same', async () => {
    const other = await createTestBoard(server.url)
    expect(await dial({ browser: openBrowser(server.url) }).result).toBe(CloseCode.NoBoard)
    expect(await dial({ browser: other.browser }).result).toBe(CloseCode.NoBoard)
    expect(await dial({ path: `/ws/${newBoardId()}?v=${PROTOCOL_VERSION}&epoch=1` }).result).toBe(CloseCode.NoBoard)
  })

  test('an old page and an old copy are told so', async () => {
    expect(await dial({ path: `/ws/${board.id}?v=${PROTOCOL_VERSION - 1}&epoch=1` }).result).toBe(CloseCode.Outdated)
    expect(await dial({ path: `/ws/${board.id}` }).result).toBe(CloseCode.Outdated)
    expect(await dial({ path: `/ws/${board.id}?v=${PROTOCOL_VERSION}&epoch=7` }).result).toBe(CloseCode.Replaced)
  })

  test('y-websocket does not try again after a final answer', async () => {
    const client = connectClient(board, openBrowser(server.url))
    await until(() => client.closeCodes.includes(CloseCode.NoBoard))
    expect(client.provider.shouldConnect).toBe(false)
    client.close()
  })

  test('one person has so many sockets and no more', async () => {
    await server.close()
    await start({ LIMIT_SOCKETS_PER_PERSON: '2' })
    await Promise.all([dial().opened, dial().opened])
    expect(await dial().result).toBe(CloseCode.TryAgain)
    const paul = await joinTestBoard(board, 'participant', 'Paul')
    await dial({ browser: paul }).opened
  })

  test('a text frame and bytes that are no message end the socket', async () => {
    for (const data of ['hallo', Uint8Array.of(99), new Uint8Array(0)]) {
      const { socket, opened, result } = dial()
      await opened
      socket.send(data)
      expect(await result).toBe(CloseCode.Malformed)
    }
    expect(await isAlive()).toBe(true)
  })

  test('a frame beyond the limit is not even read', async () => {
    const { socket, opened, result } = dial()
    await opened
    socket.send(new Uint8Array(LIMITS.frameBytes + 1))
    expect(await result).toBe(1009)
  })

  test('who sends too many messages or bytes is asked to come back later', async () => {
    await server.close()
    await start({ LIMIT_MESSAGES_PER_SECOND: '5', LIMIT_BYTES_PER_SECOND: '1000' })
    const many = dial()
    await many.opened
    for (let at = 0; at < 60; at++) many.socket.send(Uint8Array.of(0, 0, 1, 0))
    expect(await many.result).toBe(CloseCode.TryAgain)
    const much = dial()
    await much.opened
    for (let at = 0; at < 5; at++) much.socket.send(new Uint8Array(5000).fill(3))
    expect(await much.result).toBe(CloseCode.TryAgain)
  })

  test('who does not read is let go, and the others do not notice', async () => {
    const slow = dial()
    await slow.opened
    slow.socket.send(Uint8Array.of(0, 0, 1, 0))
    slow.socket.pause()
    const anna = connectClient(board, board.browser)
    const ben = connectClient(board, await joinTestBoard(board, 'participant', 'Ben'))
    await Promise.all([anna.synced, ben.synced])
    const isLetGo = (): boolean => server.log.some((line) => line.includes('reads too slowly'))
    for (let round = 0; round < 400 && !isLetGo(); round++) {
      anna.doc.transact(() => {
        for (const answer of anna.content.answers.values()) {
          const text = answer.get('text') as Y.Text
          text.delete(0, text.length)
          text.insert(0, randomBytes(LIMITS.textChars / 2).toString('hex'))
        }
      })
      await anna.allSaved()
    }
    expect(isLetGo()).toBe(true)
    await until(() => ben.doc.store.clients.get(anna.doc.clientID)?.length === anna.doc.store.clients.get(anna.doc.clientID)?.length)
    expect([...anna.closeCodes, ...ben.closeCodes]).toEqual([])
    anna.close()
    ben.close()
  })
})

test('random bytes, broken frames and half a handshake leave the server as it is', async () => {
  const seed = 20_261_123
  const dice = random(seed)
  const handshake = [
    `GET /ws/${board.id}?v=${PROTOCOL_VERSION}&epoch=1 HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Origin: ${server.origin}`,
    `Cookie: ${board.browser.cookie}`,
    '',
    '',
  ].join('\r\n')
  const anna = connectClient(board, board.browser)
  await anna.synced
  for (let round = 0; round < 150; round++) {
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    if (dice.next() < 0.8) socket.write(dice.next() < 0.9 ? handshake : handshake.slice(0, dice.below(handshake.length)))
    socket.write(Uint8Array.from({ length: dice.below(60) + 1 }, () => dice.below(256)))
    if (dice.next() < 0.5) socket.write(Uint8Array.of(0xc2, 0x80, 1, 2, 3, 4))
    setTimeout(() => socket.destroy(), 20)
  }
  expect(await isAlive(), `seed ${seed}`).toBe(true)
  expect(anna.provider.synced).toBe(true)
  expect(anna.closeCodes).toEqual([])
  anna.close()
})
