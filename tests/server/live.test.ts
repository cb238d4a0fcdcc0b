import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KindId } from '../../src/model/ids.ts'
import { readCards } from '../../src/model/read-content.ts'
import { addCard, keyAtEnd } from '../../src/model/write-content.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

let server: TestServer
const clients: Client[] = []
const open = (...given: Parameters<typeof connectClient>): Client => {
  const client = connectClient(...given)
  clients.push(client)
  return client
}
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.close()
})

const write = (client: Client, text: string, place = 'actors') =>
  addCard(client.content, { kind: 'actor' as KindId, text, in: place, order: keyAtEnd(client.content, place) })

test('what one writes, the other reads, and the first is told when it is on disk', async () => {
  const board = await createTestBoard(server.url)
  const question = board.entry.template.questions[0]!.id
  const anna = open(board, board.browser)
  const ben = open(board, await joinTestBoard(board, 'participant', 'Ben'))
  await Promise.all([anna.synced, ben.synced])
  expect(anna.content.answers.has(question)).toBe(true)
  write(anna, 'Vertrieb', question)
  await until(() => readCards(ben.content).some((card) => card.text === 'Vertrieb'))
  await anna.allSaved()
  await until(() => anna.view()?.people.filter((person) => person.online).length === 2)
})
