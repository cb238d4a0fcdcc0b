import { afterEach, expect, test } from 'vitest'
import type { CardId, FieldId, KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { readCard } from '../../src/model/read-content.ts'
import { addCard, spliceText } from '../../src/model/write-content.ts'
import { createFieldTexts } from '../../src/sync/field-texts.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startTestServer } from '../helpers/start-test-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const done = 'done' as FieldId

async function twoAtOneCard(): Promise<{ one: Client; two: Client; id: CardId }> {
  const server = await startTestServer()
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const [one, two] = await Promise.all(
    ['Anna', 'Ben'].map(async (name) => connectClient(board, await joinTestBoard(board, 'participant', name))),
  )
  if (!one || !two) throw new Error('not connected')
  closers.push(() => [one, two].forEach((client) => client.close()))
  await Promise.all([one.synced, two.synced])
  const id = addCard(one.content, { kind: 'task' as KindId, text: 'Rückruf', in: 'everyday', order: 'a0' as OrderKey })!
  await until(() => readCard(two.content, id)?.place.in === 'everyday')
  return { one, two, id }
}

test.each(['while both are there', 'while one is offline'])('two people begin the same field %s: every word stays', async (how) => {
  const { one, two, id } = await twoAtOneCard()
  const [ones, twos] = [createFieldTexts(one.content), createFieldTexts(two.content)]
  if (how === 'while one is offline') two.provider.disconnect()
  const type = (text: ReturnType<typeof ones.share>, words: string): void => {
    for (const letter of words) spliceText(text!, { at: text!.length, remove: 0, insert: letter })
  }
  type(ones.share(id, done), 'alles beantwortet')
  type(twos.share(id, done), 'schriftlich')
  two.provider.connect()
  const field = (client: Client): string => String(readCard(client.content, id)?.fields[done] ?? '')
  await until(() => field(one) === field(two) && field(one).includes('alles beantwortet') && field(one).includes('schriftlich'))
  type(ones.share(id, done), ', heute')
  type(twos.share(id, done), ', von uns')
  await until(() => field(one) === field(two) && /heute/.test(field(one)) && /von uns/.test(field(one)))
  for (const close of [ones.close, twos.close]) close()
  expect([...one.closeCodes, ...two.closeCodes].filter((code) => code >= 4400)).toEqual([])
})
