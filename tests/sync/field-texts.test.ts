import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CardId, FieldId, KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { fieldText, readCard } from '../../src/model/read-content.ts'
import { addCard, setField, spliceText } from '../../src/model/write-content.ts'
import { createFieldTexts } from '../../src/sync/field-texts.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startTestServer } from '../helpers/start-test-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const done = 'done' as FieldId

interface Two {
  readonly one: Client
  readonly two: Client
  readonly id: CardId
  /** The second person's browser, closed and opened again with the copy that it keeps. */
  readonly reopen: () => Client
}

async function twoAtOneCard(fields: Record<string, string> = {}): Promise<Two> {
  const server = await startTestServer()
  closers.push(() => server.close())
  const board = await createTestBoard(server.url)
  const [anna, ben] = await Promise.all(['Anna', 'Ben'].map((name) => joinTestBoard(board, 'participant', name)))
  if (!anna || !ben) throw new Error('not joined')
  const [one, two] = [connectClient(board, anna), connectClient(board, ben)]
  closers.push(() => [one, two].forEach((client) => client.close()))
  await Promise.all([one.synced, two.synced])
  const id = addCard(one.content, { kind: 'task' as KindId, text: 'Rückruf', in: 'everyday', order: 'a0' as OrderKey, fields })!
  await until(() => readCard(two.content, id)?.place.in === 'everyday')
  const reopen = (): Client => {
    const copy = Y.encodeStateAsUpdate(two.doc)
    two.close()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, copy)
    const again = connectClient(board, ben, { doc })
    closers.push(() => again.close())
    return again
  }
  return { one, two, id, reopen }
}

function type(text: Y.Text | null, words: string): void {
  for (const letter of words) spliceText(text!, { at: text!.length, remove: 0, insert: letter })
}

/** Beginnings are told apart by the clock. */
function aMomentLater(): Promise<void> {
  const now = Date.now()
  return until(() => Date.now() > now)
}

const fieldOf = (client: Client, id: CardId): string => String(readCard(client.content, id)?.fields[done] ?? '')
const linesOf = (client: Client, id: CardId): string[] => fieldOf(client, id).split('\n').toSorted()

test.each(['while both are there', 'while one is offline'])('two people begin the same field %s: every word stays, once', async (how) => {
  const { one, two, id } = await twoAtOneCard()
  const [ones, twos] = [createFieldTexts(one.content), createFieldTexts(two.content)]
  if (how === 'while one is offline') two.provider.disconnect()
  type(ones.share(id, done), 'alles beantwortet')
  type(twos.share(id, done), 'schriftlich')
  two.provider.connect()
  const letters = (words: string): string => Array.from(words.replaceAll('\n', '')).toSorted().join('')
  await until(() => fieldOf(one, id) === fieldOf(two, id) && letters(fieldOf(one, id)) === letters('alles beantwortetschriftlich'))
  if (how === 'while one is offline') expect(linesOf(one, id)).toEqual(['alles beantwortet', 'schriftlich'])
  await until(() => ones.textOf(id, done)?.toString() === fieldOf(one, id) && twos.textOf(id, done)?.toString() === fieldOf(two, id))
  type(ones.share(id, done), ', heute')
  await until(() => fieldOf(two, id).endsWith(', heute'))
  type(twos.share(id, done), ', von uns')
  await until(() => fieldOf(one, id) === fieldOf(two, id) && fieldOf(one, id).endsWith(', heute, von uns'))
  expect([...one.closeCodes, ...two.closeCodes].filter((code) => code >= 4400)).toEqual([])
})

test.each(['before', 'after'])(
  'a browser begins a text offline, %s somebody else does, and is closed before it meets the other one: no word is lost',
  async (when) => {
    const { one, two, id, reopen } = await twoAtOneCard()
    two.provider.disconnect()
    if (when === 'before') type(createFieldTexts(two.content).share(id, done), 'schriftlich')
    await aMomentLater()
    type(createFieldTexts(one.content).share(id, done), 'alles beantwortet')
    await aMomentLater()
    if (when === 'after') type(createFieldTexts(two.content).share(id, done), 'schriftlich')
    await one.allSaved()
    const again = reopen()
    const both = ['alles beantwortet', 'schriftlich']
    await until(() => linesOf(again, id).join() === both.join() && linesOf(one, id).join() === both.join())
    const joined = fieldText(again.content, id, done)
    expect(joined?.toString()).toBe(fieldOf(again, id))
    expect(again.closeCodes.filter((code) => code >= 4400)).toEqual([])
  },
)

test('both may be closed, and each have begun with what stood there: it stands there once', async () => {
  const { one, two, id, reopen } = await twoAtOneCard({ done: 'Antwort' })
  two.provider.disconnect()
  type(createFieldTexts(two.content).share(id, done), ' schriftlich')
  type(createFieldTexts(one.content).share(id, done), ' am selben Tag')
  await one.allSaved()
  one.close()
  const again = reopen()
  await until(() => ['Antwort am selben Tag\n schriftlich', 'Antwort schriftlich\n am selben Tag'].includes(fieldOf(again, id)))
})

test('a field of several texts that is cleared or set anew holds nothing of them', async () => {
  const { one, two, id } = await twoAtOneCard()
  two.provider.disconnect()
  type(createFieldTexts(one.content).share(id, done), 'eins')
  type(createFieldTexts(two.content).share(id, done), 'zwei')
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))
  expect(linesOf(one, id)).toEqual(['eins', 'zwei'])
  setField(one.content, id, done, 'drei')
  expect(fieldOf(one, id)).toBe('drei')
  setField(one.content, id, done, null)
  expect(readCard(one.content, id)?.fields).toEqual({})
})
