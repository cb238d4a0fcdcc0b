import { afterEach, expect, test } from 'vitest'
import { parseBoardFile } from '../../src/model/board.ts'
import { readCards } from '../../src/model/read-content.ts'
import type { KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCard } from '../../src/model/write-content.ts'
import { restoredSchema, routes, snapshotListSchema } from '../../src/protocol/api.ts'
import { connectClient, createTestBoard, joinTestBoard, until } from '../helpers/connect-client.ts'
import { startTestServer } from '../helpers/start-test-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function workshop() {
  const server = await startTestServer({ now: () => Date.parse('2027-03-01T09:00:00Z') })
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const anna = await joinTestBoard(board, 'participant', 'Anna')
  const [frieda, peer] = [connectClient(board, board.browser), connectClient(board, anna)]
  closers.push(frieda.close, peer.close)
  await Promise.all([frieda.synced, peer.synced])
  return { board, anna, frieda, peer }
}
const card = (text: string) => ({ kind: 'task' as KindId, text, in: 'everyday', order: 'a0' as OrderKey })

test('a snapshot is kept, listed, looked at as a board’s file, restored, and the restore undone', async () => {
  const { board, frieda, peer } = await workshop()
  addCard(peer.content, card('von Anfang an'))
  await peer.allSaved()
  expect(await frieda.command({ type: 'keep-snapshot', name: 'Vor der Pause' })).toMatchObject({ id: expect.any(String) })
  addCard(peer.content, card('nach der Pause'))
  await peer.allSaved()
  const list = snapshotListSchema.parse((await board.browser.get(routes.snapshots(board.id))).body)
  expect(list).toEqual([{ id: 1, reason: 'named', name: 'Vor der Pause', made: Date.parse('2027-03-01T09:00:00Z') }])
  const look = await board.browser.get(routes.snapshot(board.id, 1))
  const read = parseBoardFile(JSON.stringify(look.body))
  expect(read.ok && read.board.cards.map(({ text }) => text)).toEqual(['von Anfang an'])
  expect(read.ok && read.board.people).toEqual([])

  const onBoard = (): string[] =>
    readCards(peer.content)
      .filter(({ place }) => place.in !== 'bin')
      .map(({ text }) => text)
      .toSorted()
  const { undo } = restoredSchema.parse((await board.browser.post(routes.restore(board.id), { snapshot: 1 })).body)
  await until(() => onBoard().length === 1)
  await board.browser.post(routes.restore(board.id), { snapshot: undo })
  await until(() => onBoard().length === 2)
  expect(peer.closeCodes).toEqual([])
  expect(await frieda.command({ type: 'drop-snapshot', snapshot: 1 })).not.toHaveProperty('refused')
  expect((await board.browser.get(routes.snapshot(board.id, 1))).status).toBe(404)
})

test('history is for facilitators: for everybody else there is none', async () => {
  const { board, anna, frieda } = await workshop()
  await frieda.command({ type: 'keep-snapshot', name: 'Vor der Pause' })
  const absent = await anna.get(routes.snapshots('aBoardThatIsNotThere12' as typeof board.id))
  for (const path of [routes.snapshots(board.id), routes.snapshot(board.id, 1)]) {
    expect(await anna.get(path)).toMatchObject({ status: 404, body: absent.body })
  }
  expect((await anna.post(routes.restore(board.id), { snapshot: 1 })).status).toBe(404)
  expect((await board.browser.post(routes.restore(board.id), { snapshot: 99 })).status).toBe(404)
  expect((await board.browser.post(routes.restore(board.id), { snapshot: 'eins' })).status).toBe(400)
  expect((await board.browser.get(`${routes.restore(board.id)}/1`)).status).toBe(404)
})
