import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as TakeBack from '../../server/room/take-back.ts'
import type { KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { readCards } from '../../src/model/read-content.ts'
import { addCard } from '../../src/model/write-content.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { connectClient, createTestBoard, joinTestBoard, until } from '../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

const { hole } = vi.hoisted(() => ({ hole: { isOpen: false } }))
vi.mock('../../server/room/take-back.ts', async (original) => {
  const real = await original<typeof TakeBack>()
  const takeBack: typeof TakeBack.takeBack = (...given) => {
    if (!hole.isOpen) return real.takeBack(...given)
    hole.isOpen = false
    throw new TypeError('nobody thought of this')
  }
  return { ...real, takeBack }
})

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

test('an error that nobody thought of ends one connection for good and costs the others a moment', async () => {
  const board = await createTestBoard(server.url)
  const [anna, ben] = [connectClient(board, board.browser), connectClient(board, await joinTestBoard(board, 'participant', 'Ben'))]
  await Promise.all([anna.synced, ben.synced])
  const write = (text: string): unknown => addCard(anna.content, { kind: 'actor' as KindId, text, in: 'actors', order: 'a0' as OrderKey })
  write('vorher')
  await anna.allSaved()
  hole.isOpen = true
  write('trifft den Fehler')
  await until(() => anna.closeCodes.length > 0 && ben.closeCodes.length > 0)
  expect([anna.closeCodes, ben.closeCodes]).toEqual([[CloseCode.Unmergeable], [CloseCode.TryAgain]])
  await until(() => ben.provider.synced)
  expect(readCards(ben.content).map((card) => card.text)).toEqual(['vorher'])
  expect(server.log.join()).toContain('room-broken')
  anna.close()
  ben.close()
})
