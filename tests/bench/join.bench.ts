import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent } from '../../src/model/content.ts'
import { bigBoard } from './big-board.ts'
import { median, medianOf, round } from './measure.ts'
import { ASK_FOR_ALL, connectMember, enterRoom, type Member } from './member.ts'
import { importBoard, joinBoard, socketOf, type ImportedBoard } from './people.ts'
import { startProduct, type Product } from './product.ts'
import { createReceiver } from './receiver.ts'
import { encodeTraffic } from './traffic.ts'

const CARDS = 1000
const PEOPLE = 50
const EDITS = 5000
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const big = bigBoard(CARDS)

interface Room {
  readonly name: string
  readonly board: ImportedBoard
  readonly cookies: readonly string[]
}

const rooms: Room[] = []
let product: Product

beforeAll(async () => {
  product = await startProduct()
  for (const [name, edits] of [
    ['as imported', 0],
    [`${EDITS} moves later`, EDITS],
  ] as const) {
    const board = await importBoard(product, big.file)
    const cookies: string[] = []
    for (let index = 0; index < PEOPLE; index += 1) cookies.push(await joinBoard(product, board, `Person ${index}`))
    await edit(board, cookies[0]!, edits)
    rooms.push({ name, board, cookies })
  }
})
afterAll(() => product.stop())

test(`${PEOPLE} people join a board of ${CARDS} cards at once`, async () => {
  const table: Record<string, object> = {}
  for (const room of rooms) {
    const results = []
    for (let at = 0; at < ROUNDS; at += 1) results.push(await everybodyJoins(room))
    table[room.name] = medianOf(results)
  }
  console.log(`\n${PEOPLE} people join ${CARDS} cards at once, median of ${ROUNDS}: ms from the first question, and from the first socket`)
  console.table(table)
})

test(`the first one to open a board of ${CARDS} cards after a restart`, async () => {
  const table: Record<string, object> = {}
  for (const room of rooms) {
    const results = []
    for (let at = 0; at < ROUNDS; at += 1) results.push(await coldJoin(room))
    table[room.name] = medianOf(results)
  }
  console.log(`\ncold, median of ${ROUNDS}: ms until the whole document is here, and what applying it costs the browser's side alone`)
  console.table(table)
})

/** Moves cards until the board has a past, and waits until all of it is on disk. */
async function edit(board: ImportedBoard, cookie: string, moves: number): Promise<void> {
  if (moves === 0) return
  const member = await enterRoom(socketOf(product, board, cookie))
  const [traffic] = encodeTraffic({ document: member.document, clients: 1, moves, presence: 0, questions: big.questions })
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not saved; close code ${member.socket.closeCode()}`)), 50_000)
    const saved = (count: number): void => {
      if (count < moves + member.confirmed) return
      clearTimeout(late)
      resolve()
    }
    member.listen(createReceiver({ saved }))
    void send(traffic!.moves, member)
  })
  member.socket.close()
}

/** In portions, as a busy room would: one person who sent it all at once would be stopped. */
async function send(frames: readonly Uint8Array[], member: Member): Promise<void> {
  for (const [at, frame] of frames.entries()) {
    member.socket.send(frame)
    if (at % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function everybodyJoins({ board, cookies }: Room): Promise<Record<string, number>> {
  const connectedFrom = performance.now()
  const members = await Promise.all(cookies.map((cookie) => connectMember(socketOf(product, board, cookie))))
  const opened = performance.now() - connectedFrom
  const documents: { at: number; update: Uint8Array }[] = []
  await new Promise((resolve) => setTimeout(resolve, 300))
  const start = performance.now()
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 20_000)
    for (const member of members) {
      const document = (update: Uint8Array): void => {
        documents.push({ at: performance.now() - start, update: update.slice() })
        if (documents.length < members.length) return
        clearTimeout(late)
        resolve()
      }
      member.listen(createReceiver({ document }))
    }
    for (const member of members) member.socket.send(ASK_FOR_ALL)
  })
  const last = performance.now() - start
  for (const member of members) member.socket.close()
  expect(documents).toHaveLength(PEOPLE)
  expect(cardsIn(documents.at(-1)!.update)).toBe(CARDS)
  return {
    'first ms': documents[0]!.at,
    'median ms': median(documents.map((document) => document.at)),
    'last ms': last,
    'last ms with opening the sockets': opened + last,
    'kB each': documents[0]!.update.length / 1024,
  }
}

async function coldJoin({ board, cookies }: Room): Promise<Record<string, number>> {
  product = await product.restart()
  const start = performance.now()
  const member = await enterRoom(socketOf(product, board, cookies[0]!))
  const synced = performance.now() - start
  const bytes = member.socket.bytes()
  member.socket.close()
  const applied = performance.now()
  expect(cardsIn(member.document)).toBe(CARDS)
  return {
    'document here ms': synced,
    'bare Y.applyUpdate ms': round(performance.now() - applied),
    'kB on the wire': bytes / 1024,
    'kB document': member.document.length / 1024,
  }
}

function cardsIn(update: Uint8Array): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return openContent(doc).cards.size
}
