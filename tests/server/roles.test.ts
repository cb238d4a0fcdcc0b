import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createMemoryStore } from '../../server/store/memory-store.ts'
import type { BoardStore } from '../../server/store/board-store.ts'
import type { CardId, KindId, QuestionId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { cardText, readCard, readCards } from '../../src/model/read-content.ts'
import { addCard, moveCard, writeText } from '../../src/model/write-content.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client, type NewTestBoard } from '../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

let server: TestServer
let board: NewTestBoard
let anna: Client
const clients: Client[] = []

async function enter(role: 'participant' | 'viewer', name: string): Promise<Client> {
  return open(await joinTestBoard(board, role, name))
}
async function open(browser: NewTestBoard['browser']): Promise<Client> {
  const client = connectClient(board, browser)
  clients.push(client)
  await client.synced
  await until(() => client.view() !== null)
  return client
}
const write = (client: Client, text: string, place = 'everyday'): CardId =>
  addCard(client.content, { kind: 'task' as KindId, text, in: place, order: 'a0' as OrderKey })!

beforeEach(async () => {
  server = await startTestServer()
  board = await createTestBoard(server.url)
  anna = await open(board.browser)
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

describe('a viewer', () => {
  test('who writes with a modified client is shut out, and nothing has changed', async () => {
    const id = write(anna, 'Rückruf')
    await anna.allSaved()
    const eve = await enter('viewer', 'Eve')
    await until(() => readCard(eve.content, id) !== null)
    const before = Y.encodeStateAsUpdate(anna.doc)
    writeText(cardText(eve.content, id)!, 'gekapert')
    await until(() => eve.closeCodes.includes(CloseCode.Forbidden))
    await anna.allSaved()
    expect(Y.encodeStateAsUpdate(anna.doc)).toEqual(before)
  })

  test('who offers changes in the handshake is shut out too', async () => {
    const eve = await enter('viewer', 'Eve')
    eve.provider.disconnect()
    write(eve, 'untergeschoben')
    eve.provider.connect()
    await until(() => eve.closeCodes.includes(CloseCode.Forbidden))
    expect(readCards(anna.content)).toEqual([])
  })

  test('whose commands are sent by hand is refused', async () => {
    const eve = await enter('viewer', 'Eve')
    expect((await eve.command({ type: 'lock-board', locked: true })).refused).toBe('forbidden')
    expect(anna.view()?.locked).toBe(false)
  })
})

describe('roles that change while people are connected', () => {
  test('a participant who becomes a viewer writes no more, and may again afterwards', async () => {
    const ben = await enter('participant', 'Ben')
    write(ben, 'vorher')
    await ben.allSaved()
    const person = ben.view()!.me.id
    await anna.command({ type: 'change-role', person, role: 'viewer' })
    await until(() => ben.view()?.me.role === 'viewer')
    write(ben, 'danach')
    await until(() => ben.notices.length > 0 || ben.closeCodes.length > 0)
    await until(() => !readCards(anna.content).some((card) => card.text === 'danach' && card.place.in !== 'bin'))
    expect(
      readCards(anna.content)
        .filter((card) => card.place.in === 'everyday')
        .map((card) => card.text),
    ).toEqual(['vorher'])
  })

  test('who is removed is out at once, and the old cookie opens nothing', async () => {
    const browser = await joinTestBoard(board, 'participant', 'Ben')
    const ben = await open(browser)
    await anna.command({ type: 'remove-person', person: ben.view()!.me.id })
    await until(() => ben.closeCodes.includes(CloseCode.SignedOut))
    expect((await browser.get(`/api/boards/${board.id}`)).status).toBe(404)
    expect(anna.view()?.people.map((person) => person.name)).toEqual(['Frieda'])
  })

  test('a renewed link shuts the old one', async () => {
    await anna.command({ type: 'renew-link', role: 'participant' })
    await expect(joinTestBoard(board, 'participant', 'Ben')).rejects.toThrow('404')
  })
})

describe('a lock', () => {
  const lock = (locked: boolean) => anna.command({ type: 'lock-question', question: 'everyday' as QuestionId, locked })

  test('takes back what was under way, tells its author, and nobody diverges', async () => {
    const ben = await enter('participant', 'Ben')
    const id = write(ben, 'Rückruf')
    await until(() => readCard(anna.content, id) !== null)
    await lock(true)
    // Written before the news of the lock could have come back to a slow connection.
    writeText(cardText(ben.content, id)!, 'Rückruf geändert')
    moveCard(ben.content, id, { in: 'parking', order: 'a1' as OrderKey })
    const late = write(ben, 'zu spät')
    await until(() => ben.notices.length > 0)
    for (const client of [anna, ben]) {
      await until(() => readCard(client.content, id)?.text === 'Rückruf' && readCard(client.content, id)?.place.in === 'everyday')
      await until(() => readCard(client.content, late) === null || readCard(client.content, late)?.place.in === 'bin')
    }
    await ben.allSaved()
    expect(Y.decodeStateVector(Y.encodeStateVector(ben.doc))).toEqual(Y.decodeStateVector(Y.encodeStateVector(anna.doc)))
    expect(ben.closeCodes).toEqual([])
    // Everything the server took back it wrote under the one id that it made the board with.
    expect([...anna.doc.store.clients.keys()].filter((client) => client !== anna.doc.clientID && client !== ben.doc.clientID)).toHaveLength(
      2,
    )
  })

  test('binds participants, not facilitators, and ends', async () => {
    await lock(true)
    const own = write(anna, 'darf ich')
    await anna.allSaved()
    expect(readCard(anna.content, own)?.place.in).toBe('everyday')
    await lock(false)
    const ben = await enter('participant', 'Ben')
    const id = write(ben, 'wieder offen')
    await until(() => readCard(anna.content, id)?.place.in === 'everyday')
    expect(ben.notices).toEqual([])
  })
})

describe('malformed frames', () => {
  test.each([
    ['an unknown type', Uint8Array.of(9, 1, 2)],
    ['half a sync message', Uint8Array.of(0, 2, 200)],
    ['a sync update of noise', Uint8Array.of(0, 2, 5, 255, 254, 253, 252, 251)],
    ['nothing', new Uint8Array(0)],
  ])('%s closes that socket and touches nobody else', async (_name, bytes) => {
    const ben = await enter('participant', 'Ben')
    ben.raw(bytes)
    await until(() => ben.closeCodes.includes(CloseCode.Malformed))
    const id = write(anna, 'weiter')
    await anna.allSaved()
    expect(readCard(anna.content, id)?.text).toBe('weiter')
  })

  test('a command that is no command gets a refusal, not a closed socket', async () => {
    const ben = await enter('participant', 'Ben')
    expect((await ben.command({ type: 'grant-all' } as never)).refused).toBe('invalid')
    expect(ben.closeCodes).toEqual([])
  })
})

describe('saved means on disk', () => {
  /** A store whose commits wait until they are let through, or fail. */
  function held(): { store: BoardStore; hold: (state: 'open' | 'wait' | 'fail') => void; isWaiting: () => boolean } {
    const inner = createMemoryStore()
    let state: 'open' | 'wait' | 'fail' = 'open'
    let waiting = 0
    const letThrough = (): Promise<void> => vi.waitUntil(() => state !== 'wait', { timeout: 10_000, interval: 5 }).then(() => undefined)
    const store: BoardStore = {
      ...inner,
      commit: async (writes) => {
        waiting++
        await letThrough()
        waiting--
        if (state === 'fail') throw new Error('ENOSPC: no space left on device')
        return inner.commit(writes)
      },
    }
    return { store, hold: (next) => (state = next), isWaiting: () => waiting > 0 }
  }
  let disk: ReturnType<typeof held>
  beforeEach(async () => {
    for (const client of clients.splice(0)) client.close()
    await server.close()
    disk = held()
    server = await startTestServer({ store: disk.store })
    board = await createTestBoard(server.url)
    anna = await open(board.browser)
    await anna.allSaved()
  })

  test('nothing is acknowledged, and nobody else sees it, before the commit', async () => {
    const ben = await enter('participant', 'Ben')
    await ben.allSaved()
    disk.hold('wait')
    const id = write(anna, 'noch nicht')
    await until(() => disk.isWaiting())
    await fetch(`${server.url}/healthz`)
    expect(anna.saved.at(-1)!.count).toBeLessThan(anna.sent())
    expect(readCard(ben.content, id)).toBeNull()
    disk.hold('open')
    await anna.allSaved()
    await until(() => readCard(ben.content, id) !== null)
  })

  test('a full disk is told, the server lives, and everything is written once there is room', async () => {
    disk.hold('fail')
    write(anna, 'während der Störung')
    await until(() => anna.saved.at(-1)?.failing === true)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    write(anna, 'noch eine')
    disk.hold('open')
    await anna.allSaved()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const ben = await enter('participant', 'Ben')
    await until(() => readCards(ben.content).length === 2)
  })
})

test('presence is what the server vouches for: a foreign name or id gets nowhere', async () => {
  const ben = await enter('participant', 'Ben')
  ben.provider.awareness.setLocalState({
    user: { id: 'Pfake', name: 'Frieda', role: 'facilitator' },
    editing: 'card1',
    extra: 'x'.repeat(50),
  })
  await until(() => [...anna.provider.awareness.getStates().values()].some((state) => state['editing'] === 'card1'))
  const seen = [...anna.provider.awareness.getStates().values()].find((state) => state['editing'] === 'card1')!
  expect(seen['user']).toEqual({ id: ben.view()!.me.id, name: 'Ben', role: 'participant' })
  expect(seen['extra']).toBeUndefined()
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, 1)
  encoding.writeVarUint(inner, anna.doc.clientID)
  encoding.writeVarUint(inner, 2 ** 40)
  encoding.writeVarString(inner, JSON.stringify({ editing: 'gekapert' }))
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  ben.raw(encoding.toUint8Array(encoder))
  ben.provider.awareness.setLocalStateField('editing', 'card2')
  await until(() => [...anna.provider.awareness.getStates().values()].some((state) => state['editing'] === 'card2'))
  for (const client of [anna, ben]) {
    expect([...client.provider.awareness.getStates().values()].some((state) => state['editing'] === 'gekapert')).toBe(false)
  }
})
