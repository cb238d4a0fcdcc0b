import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseBoardFile, writeBoard } from '../../src/model/board.ts'
import { openContent } from '../../src/model/content.ts'
import { bigBoard, type BigBoard } from './big-board.ts'
import { medianOf, round } from './measure.ts'
import { connectMember, enterRoom, type Member } from './member.ts'
import { importBoard, joinBoard, socketOf } from './people.ts'
import { startBareServer, startProduct } from './product.ts'
import { MOVES, PRESENCE, runLoad, type LoadResult } from './run-load.ts'
import { encodeTraffic } from './traffic.ts'

const CARDS = 400
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)

test.each([50, 200])('%i people in one room, each 5 moves and 10 presence frames a second', async (people) => {
  const big = bigBoard(CARDS)
  const rounds: Record<'Auftakt' | 'bare ws', LoadResult[]> = { Auftakt: [], 'bare ws': [] }
  for (let at = 0; at < ROUNDS; at += 1) {
    rounds['Auftakt'].push(await measureProduct(big, people))
    rounds['bare ws'].push(await measureBareServer(big, people))
  }
  console.log(`\n${people} clients, ${CARDS} cards, median of ${ROUNDS}: latencies in ms, processor in % of a core, frames a second`)
  console.table(Object.fromEntries(Object.entries(rounds).map(([name, results]) => [name, medianOf(results)])))
  for (const [name, results] of Object.entries(rounds)) {
    const each = results.map(
      (one) =>
        `p50 ${round(one.p50)}, p99 ${round(one.p99)}, processor ${round(one.serverCpu, 0)} % (for all of it ${round(one.serverCpuForAll, 0)} %), others ${round(one.otherCpu, 0)} %`,
    )
    console.log(`${name}: ${each.join(' | ')}`)
  }
})

/** Our server: everything is checked, and on disk before it is called saved. */
async function measureProduct(big: BigBoard, people: number): Promise<LoadResult> {
  const product = await startProduct()
  const members: Member[] = []
  try {
    const board = await importBoard(product, big.file)
    let document: Uint8Array = new Uint8Array()
    for (let index = 0; index < people; index += 1) {
      const member = await enterRoom(socketOf(product, board, await joinBoard(product, board, `Person ${index}`)))
      if (index === 0) document = member.document
      member.listen(null)
      members.push(member)
    }
    return await load(members, document, big, product.pid)
  } finally {
    for (const member of members) member.socket.close()
    await product.stop()
  }
}

/** The same bytes through a server that only passes them on. */
async function measureBareServer(big: BigBoard, people: number): Promise<LoadResult> {
  const server = await startBareServer()
  const members: Member[] = []
  try {
    for (let index = 0; index < people; index += 1) members.push(await connectMember({ port: server.port, path: '/' }))
    return await load(members, documentOf(big), big, server.pid)
  } finally {
    for (const member of members) member.socket.close()
    await server.stop()
  }
}

async function load(members: readonly Member[], document: Uint8Array, big: BigBoard, pid: number): Promise<LoadResult> {
  const traffic = encodeTraffic({ document, clients: members.length, moves: MOVES, presence: PRESENCE, questions: big.questions })
  const result = await runLoad(
    members.map((member, index) => ({ ...member, traffic: traffic[index]! })),
    pid,
  )
  // A server that throws people out is fast: then there is nothing to measure.
  expect(members.map((member) => member.socket.closeCode()).filter((code) => code !== null)).toEqual([])
  return result
}

function documentOf(big: BigBoard): Uint8Array {
  const parsed = parseBoardFile(big.file)
  if (!parsed.ok) throw new Error(parsed.fault)
  const doc = new Y.Doc()
  writeBoard(openContent(doc), parsed.board)
  return Y.encodeStateAsUpdate(doc)
}
