import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LOCAL } from '../../../src/model/content.ts'
import type { CardId, FieldId, KindId } from '../../../src/model/ids.ts'
import { LIMITS } from '../../../src/model/limits.ts'
import type { OrderKey } from '../../../src/model/order.ts'
import { readCard } from '../../../src/model/read-content.ts'
import { addCard, setField, writeText } from '../../../src/model/write-content.ts'
import { shareField } from '../../../src/model/write-voices.ts'
import { CloseCode } from '../../../src/protocol/close-codes.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client, type NewTestBoard } from '../../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.ts'

const NOTE = 'recommendation' as FieldId
let server: TestServer
let board: NewTestBoard
let frieda: Client
let mallory: Client
let card: CardId

beforeEach(async () => {
  server = await startTestServer()
  board = await createTestBoard(server.url)
  frieda = connectClient(board, board.browser)
  mallory = connectClient(board, await joinTestBoard(board, 'participant', 'Mallory'))
  await Promise.all([frieda.synced, mallory.synced])
  card = addCard(frieda.content, { kind: 'measure' as KindId, text: 'Rufbereitschaft', in: 'measures', order: 'a0' as OrderKey })!
  await frieda.allSaved()
  await until(() => mallory.content.cards.has(card))
})
afterEach(async () => {
  frieda.close()
  mallory.close()
  await server.close()
})

const record = (client: Client): Y.Map<unknown> => client.content.cards.get(card)!
/** Begins texts as no browser of ours does, all in one update. */
function begin(keys: readonly string[], words = 'x'): void {
  mallory.doc.transact(() => keys.forEach((key) => record(mallory).set(key, new Y.Text(words))), LOCAL)
}
const many = (count: number, key: (at: number) => string): string[] => Array.from({ length: count }, (_, at) => key(at))

test.each([
  ['fields', (at: number) => `field.f${at}`],
  ['beginnings of one text', (at: number) => `field.${NOTE}.t${at}`],
])('a card takes no thousands of %s, which every browser would read at every change', async (_, key) => {
  begin(many(LIMITS.cardKeys, key))
  await until(() => mallory.closeCodes.includes(CloseCode.Malformed))
  expect([...record(frieda).keys()]).toEqual(['kind', 'place', 'text'])
})

test('nor one after the other, nor with a new card', async () => {
  const half = LIMITS.cardKeys / 2
  begin(many(half, (at) => `field.a${at}`))
  await mallory.allSaved()
  begin(many(half, (at) => `field.b${at}`))
  await until(() => mallory.closeCodes.includes(CloseCode.Malformed))
  expect(record(frieda).size).toBe(half + 3)
  setField(frieda.content, card, NOTE, 'geht weiter', LOCAL)
  await frieda.allSaved()
})

test('as many as it takes are read and brought together in no time', async () => {
  const before = performance.now()
  begin(many(LIMITS.cardKeys - 10, (at) => `field.${NOTE}.t${at}`))
  await until(() => readCard(frieda.content, card)?.fields[NOTE] !== undefined)
  await frieda.command({ type: 'lock-board', locked: false })
  expect(performance.now() - before).toBeLessThan(2000)
})

test('a beginning that claims to be the first takes nobody’s words away', async () => {
  const written = 'Friedas Empfehlung, Wort für Wort'
  writeText(shareField(frieda.content, card, NOTE)!, written, LOCAL)
  await frieda.allSaved()
  await until(() => readCard(mallory.content, card)?.fields[NOTE] === written)
  begin([`field.${NOTE}.a0`], 'Mallory')
  begin([`field.${NOTE}.a`], '')
  begin([`field.${NOTE}.zz`], 'noch einmal')
  await mallory.allSaved()
  await until(() => readCard(frieda.content, card)?.fields[NOTE] === readCard(mallory.content, card)?.fields[NOTE])
  const words = String(readCard(frieda.content, card)?.fields[NOTE])
  for (const part of [written, 'Mallory', 'noch einmal']) expect(words.split(part)).toHaveLength(2)
})
