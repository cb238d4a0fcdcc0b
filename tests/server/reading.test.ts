import { afterEach, expect, test } from 'vitest'
import type { KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { readCards } from '../../src/model/read-content.ts'
import { addCard } from '../../src/model/write-content.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startTestServer } from '../helpers/start-test-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

test('what is written while the room reads comes back to its author, who is told; the others see nothing of it', async () => {
  const server = await startTestServer()
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const frieda = connectClient(board, board.browser)
  const ben = connectClient(board, await joinTestBoard(board, 'participant', 'Ben'))
  closers.push(frieda.close, ben.close)
  await until(() => [frieda, ben].every((client) => client.provider.synced && client.view() !== null))
  const [block] = frieda.view()!.agenda.blocks
  const write = (place: string): unknown =>
    addCard(ben.content, { kind: 'idea' as KindId, text: `in ${place}`, in: place, order: 'a0' as OrderKey })
  await frieda.command({ type: 'describe-block', block: block!.id, way: 'read', questions: [] })
  await frieda.command({ type: 'start-block', block: block!.id })
  write('everyday')
  write('parking')
  await until(() => ben.notices.length > 0)
  await ben.allSaved()
  const places = (client: Client): string[] => readCards(client.content).map((card) => `${card.text}: ${card.place.in}`)
  await until(() => places(frieda).length === 2)
  expect(places(frieda).toSorted()).toEqual(['in everyday: bin', 'in parking: parking'])
  expect(places(ben).toSorted()).toEqual(places(frieda).toSorted())
  await until(() => (frieda.view()!.lead!.lastEditAt ?? 0) > 0)
  await frieda.command({ type: 'next-block', from: block!.id })
  write('everyday')
  await ben.allSaved()
  await until(() => places(frieda).includes('in everyday: everyday'))
})
