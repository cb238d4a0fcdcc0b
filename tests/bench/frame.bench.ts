import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCommandId } from '../../src/model/ids.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, readJson, type Result } from '../../src/protocol/messages.ts'
import { bigBoard } from './big-board.ts'
import { median, percentile, round } from './measure.ts'
import { connectMember, enterRoom, type Member } from './member.ts'
import { importBoard, joinBoard, socketOf } from './people.ts'
import { startProduct, type Product } from './product.ts'
import { toFrame } from './raw-socket.ts'

const CARDS = 600
const PEOPLE = 40
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 20)
/** What a click may take at the median. */
const MARK_MS = 100
/** Longer than the server waits before it tells everybody how many drafts or voters there are. */
const NUMBERS_MS = 1100

const QUESTION = 'everyday' as never
const big = bigBoard(CARDS)
/** The cards lie in the questions in turn. */
const voted = big.questions.indexOf(QUESTION)

/** Somebody in the room, and what the frame has cost them. */
interface Screen {
  readonly member: Member
  readonly viewBytes: number[]
  command(body: CommandBody): Promise<number>
}

let product: Product
const screens: Screen[] = []
let wholeView = 0

beforeAll(async () => {
  product = await startProduct()
  const board = await importBoard(product, big.file)
  const cookies = [board.cookie]
  while (cookies.length < PEOPLE) cookies.push(await joinBoard(product, board, `Person ${cookies.length}`))
  for (const cookie of cookies) screens.push(openScreen(await enterRoom(socketOf(product, board, cookie))))
  await rest()
  const late = await connectMember(socketOf(product, board, board.cookie), (message) => {
    if (message[0] === MessageType.View) wholeView = message.length
  })
  await rest()
  late.socket.close()
})
afterAll(async () => {
  for (const { member } of screens) member.socket.close()
  await product.stop()
})

/** A facilitator's commands but for the ticks and hands, which come from everybody in turn. */
const STEPS: Readonly<Record<string, (at: number) => CommandBody>> = {
  'tick of a participant': (at) => ({ type: 'set-ready', ready: at % 2 === 0 }),
  'hand of a participant': (at) => ({ type: 'raise-hand', raised: at % 2 === 0 }),
  'timer started': () => ({ type: 'start-timer', minutes: 5 }),
  'a minute more': () => ({ type: 'add-minute' }),
  'card in the spotlight': (at) => ({ type: 'spotlight', card: `card${at}` as never }),
  'everybody called': () => ({ type: 'call-everyone', question: null, card: null, screen: 'board' }),
  'another block': (at) => ({ type: 'start-block', block: (at % 2 === 0 ? 'collect' : 'order') as never }),
  'question locked': (at) => ({ type: 'lock-question', question: QUESTION, locked: at % 2 === 0 }),
  'draft of a participant': (at) => ({
    type: 'put-draft',
    draft: `draft${at}`,
    question: QUESTION,
    kind: 'task' as never,
    text: 'Rückruf zusagen',
  }),
  'vote of a participant': (at) => ({ type: 'cast-votes', round: 'votes', card: `card${voted}` as never, votes: 1 + (at % 2) }),
}
/** A round takes place from before these on. */
const OPENED: Readonly<Record<string, CommandBody>> = {
  'draft of a participant': { type: 'open-silence', round: 'silence', questions: [QUESTION], kinds: [] },
  'vote of a participant': { type: 'open-votes', round: 'votes', questions: [QUESTION], kinds: [], budget: 5, cap: 2 },
}

test(`${PEOPLE} people, ${CARDS} cards: from a click to its answer, and what each of them receives`, async () => {
  const table: Record<string, object> = {}
  const everyClick: number[] = []
  for (const [name, step] of Object.entries(STEPS)) {
    if (OPENED[name]) await screens[0]!.command(OPENED[name])
    await rest()
    const clicks: number[] = []
    const bytes: number[] = []
    for (let at = 0; at < ROUNDS; at += 1) {
      for (const { viewBytes } of screens) viewBytes.length = 0
      const sender = name.endsWith('of a participant') ? screens[1 + (Math.floor(at / 2) % (PEOPLE - 1))]! : screens[0]!
      clicks.push(await sender.command(step(at)))
      await rest(OPENED[name] ? NUMBERS_MS : undefined)
      bytes.push(...screens.map((screen) => screen.viewBytes.reduce((sum, size) => sum + size, 0)))
    }
    everyClick.push(...clicks)
    table[name] = {
      'ms median': round(median(clicks)),
      'ms p95': round(percentile([...clicks], 0.95)),
      'bytes per person': Math.round(bytes.reduce((sum, size) => sum + size, 0) / bytes.length),
      'bytes at most': Math.max(...bytes),
    }
  }
  console.log(`\n${PEOPLE} people, ${CARDS} cards, ${ROUNDS} times each; on disk before it is answered`)
  console.table(table)
  const all = round(median(everyClick))
  console.log(`from a click to its answer: median ${all} ms, the mark is ${MARK_MS} ms: ${all < MARK_MS ? 'kept' : 'NOT KEPT'}`)
  console.log(`whole view of a facilitator who comes in: ${wholeView} bytes`)
  expect(everyClick).toHaveLength(ROUNDS * Object.keys(STEPS).length)
})

/** All that the frame costs a person besides the answer to one's own click. */
const COUNTED: readonly number[] = [MessageType.View, MessageType.ViewChange, MessageType.Mine]

function openScreen(member: Member): Screen {
  const waiting = new Map<string, () => void>()
  const viewBytes: number[] = []
  member.listen((message) => {
    const decoder = decoding.createDecoder(message)
    const type = decoding.readVarUint(decoder)
    if (COUNTED.includes(type)) viewBytes.push(message.length)
    if (type === MessageType.Result) {
      const result = readJson(decoder) as Result
      if (result.refused) throw new Error(result.refused)
      waiting.get(result.id)?.()
    }
  })
  return {
    member,
    viewBytes,
    command: (body) =>
      new Promise((resolve) => {
        const id = newCommandId()
        const sentAt = performance.now()
        waiting.set(id, () => resolve(performance.now() - sentAt))
        member.socket.send(toFrame(encodeMessage(MessageType.Command, { id, ...body })))
      }),
  }
}

/** Views of people who come and go are late by design: they must not be counted for the next click. */
async function rest(ms = 150): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}
