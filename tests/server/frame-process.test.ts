import { afterEach, expect, test } from 'vitest'
import { hearServer, serverNow } from '../../src/model/server-clock.ts'
import { timerRemainingMs, type Timer } from '../../src/model/timer.ts'
import { newCommandId } from '../../src/model/ids.ts'
import { routes, type Entry, type Invitations } from '../../src/protocol/api.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { connectClient, createTestBoard, joinTestBoard, openBrowser, until, type Client } from '../helpers/connect-client.ts'
import { startProduct } from '../helpers/product.ts'
import { random } from '../helpers/random.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const isOnline = (client: Client): boolean => client.provider.synced && client.view() !== null

test('killed in the middle of a block, a running timer and a code: afterwards everybody is back and all of it is right', async () => {
  const product = await startProduct()
  closers.push(product.close)
  const board = await createTestBoard(product.url)
  const frieda = connectClient(board, board.browser)
  const ben = connectClient(board, await joinTestBoard(board, 'participant', 'Ben'))
  closers.push(frieda.close, ben.close)
  await until(() => isOnline(frieda) && isOnline(ben))
  const [first] = frieda.view()!.agenda.blocks
  for (const body of [
    { type: 'next-block', from: null },
    { type: 'note-block', block: first!.id, note: 'Kaffee' },
    { type: 'start-timer', minutes: 5 },
    { type: 'open-code', minutes: 60 },
  ] satisfies CommandBody[]) {
    expect((await frieda.command(body)).refused).toBeUndefined()
  }
  await ben.command({ type: 'set-ready', ready: true })
  await ben.command({ type: 'set-my-area', area: { text: 'Werkstatt' } })
  const { code } = (await board.browser.get<Invitations>(routes.links(board.id))).body
  const timer = frieda.view()!.timer as Extract<Timer, { state: 'running' }>

  await product.kill()
  await until(() => !frieda.provider.wsconnected && !ben.provider.wsconnected)
  await product.restart()
  await until(() => frieda.provider.wsconnected && ben.provider.wsconnected, 15_000)
  await until(() => frieda.view()!.ready.count === 1 && frieda.view()!.people.every((person) => person.online), 15_000)

  const view = frieda.view()!
  expect(view).toMatchObject({
    agenda: { current: first!.id },
    timer,
    ready: { count: 1, of: 1 },
    lead: { notes: { [first!.id]: 'Kaffee' } },
  })
  expect(ben.view()!.me.ready).toBe(true)
  expect(view.people.find((person) => person.name === 'Ben')?.area).toEqual({ text: 'Werkstatt' })
  const clock = hearServer(null, { serverAt: view.now, heardAt: performance.now() })
  const left = timerRemainingMs(timer, serverNow(clock, performance.now()))
  expect(Math.abs(left - (timer.endsAt - view.now))).toBeLessThan(1000)
  const joined = await openBrowser(product.url).post<Entry>(routes.joinByCode, { code, name: 'Carla' })
  expect(joined.body.me).toMatchObject({ name: 'Carla', role: 'participant' })
}, 60_000)

test('what was answered before a kill is there afterwards, and sent again it is done once (seed 5)', async () => {
  const { pick, below } = random(5)
  const product = await startProduct()
  closers.push(product.close)
  const board = await createTestBoard(product.url)
  const frieda = connectClient(board, board.browser)
  closers.push(frieda.close)
  await until(() => isOnline(frieda))
  let calls = 0
  for (let round = 0; round < 3; round++) {
    const sent: { id: string; answered: boolean }[] = []
    const body: CommandBody = { type: 'call-everyone', question: pick(frieda.view()!.questions).id, card: null, screen: null }
    for (let at = 0; at < 20 + below(20); at++) {
      const entry = { id: newCommandId(), answered: false }
      sent.push(entry)
      void frieda.command(body, entry.id).then(() => (entry.answered = true))
    }
    await until(() => sent.filter((entry) => entry.answered).length >= 5)
    await product.kill()
    await until(() => !frieda.provider.wsconnected)
    await product.restart()
    await until(() => frieda.provider.wsconnected && frieda.provider.synced, 15_000)
    // All of them once more, as a browser would that does not know which ones arrived.
    for (const { id } of sent) expect((await frieda.command(body, id)).refused).toBeUndefined()
    calls += sent.length
    await until(() => frieda.view()!.call?.number === calls)
  }
}, 60_000)
