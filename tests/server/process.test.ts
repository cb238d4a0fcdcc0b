import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { readCards } from '../../src/model/read-content.ts'
import { addCard } from '../../src/model/write-content.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startProduct } from '../helpers/product.ts'
import { random } from '../helpers/random.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'auftakt-process-'))
  closers.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs the built server until it ends by itself. */
function run(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['start.mjs'], { env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env } })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    closers.push(() => child.kill('SIGKILL'))
    child.once('exit', (code) => resolve({ code, text }))
  })
}

describe('a start that cannot work ends with a sentence in both languages and an exit code of its own', () => {
  test('a wrong setting', async () => {
    const { code, text } = await run({ DATA_DIR: folder(), PORT: 'eighty' })
    expect(code).toBe(2)
    expect(text).toMatch(/This setting is wrong: PORT[^]*Diese Einstellung ist falsch: PORT/)
  })

  test('a busy port', async () => {
    const taken: Server = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    closers.push(() => taken.close())
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const { code, text } = await run({ DATA_DIR: folder(), PORT: port })
    expect(code).toBe(3)
    expect(text).toMatch(new RegExp(`Port ${port} is taken[^]*Port ${port} ist belegt`))
  })

  test('a data folder that cannot be written', async () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    const { code, text } = await run({ DATA_DIR: join(file, 'data') })
    expect(code).toBe(4)
    expect(text).toMatch(/Cannot write to the data folder[^]*kann nicht geschrieben werden/)
  })

  test('a second server on the same data, while the first goes on', async () => {
    const product = await startProduct()
    closers.push(product.close)
    const started = performance.now()
    const { code, text } = await run({ DATA_DIR: product.data })
    expect(code).toBe(5)
    expect(text).toMatch(/Another server is using the data[^]*Ein anderer Server benutzt die Daten/)
    expect(performance.now() - started).toBeLessThan(5000)
    expect((await fetch(`${product.url}/healthz`)).ok).toBe(true)
  })
})

test('the data folder and what is in it belong to the server alone', async () => {
  const product = await startProduct()
  closers.push(product.close)
  await createTestBoard(product.url)
  expect(statSync(product.data).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(product.data)) expect(statSync(join(product.data, name)).mode & 0o777, name).toBe(0o600)
})

test('SIGTERM writes everything, tells the browsers to come back, and ends with 0', async () => {
  const product = await startProduct()
  closers.push(product.close)
  const board = await createTestBoard(product.url)
  const anna = connectClient(board, board.browser)
  closers.push(anna.close)
  await anna.synced
  addCard(anna.content, { kind: 'task' as KindId, text: 'kurz davor', in: 'everyday', order: 'a0' as OrderKey })
  expect(await product.stop()).toBe(0)
  await until(() => anna.closeCodes.length > 0)
  expect(anna.closeCodes[0]).toBe(1012)
  await product.restart()
  const late = connectClient(board, board.browser)
  closers.push(late.close)
  await until(() => readCards(late.content).some((card) => card.text === 'kurz davor'))
})

test('kill -9 at random moments under load loses no edit that was confirmed', async () => {
  const seed = 99
  const { below } = random(seed)
  const product = await startProduct({ LIMIT_MESSAGES_PER_SECOND: '1000', LIMIT_SOCKETS_PER_PERSON: '100' })
  closers.push(product.close)
  const board = await createTestBoard(product.url)
  const clients: Client[] = []
  for (let n = 0; n < 6; n++) clients.push(connectClient(board, await joinTestBoard(board, 'participant', `P${n}`)))
  closers.push(() => clients.forEach((client) => client.close()))
  await Promise.all(clients.map((client) => client.synced))
  const confirmed = new Set<string>()
  let nth = 0
  const writeOne = (client: Client): void => {
    const text = `Karte ${nth++}`
    if (client.provider.synced) watch(client, text)
    addCard(client.content, { kind: 'task' as KindId, text, in: 'everyday', order: 'a0' as OrderKey })
  }
  for (let round = 0; round < 5; round++) {
    const until = performance.now() + 150 + below(250)
    while (performance.now() < until) {
      clients.forEach(writeOne)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await product.kill()
    await product.restart()
    await Promise.all(clients.map((client) => waitSynced(client)))
  }
  const fresh = connectClient(board, board.browser)
  closers.push(fresh.close)
  await Promise.all(clients.map((client) => client.allSaved()))
  await until(() => readCards(fresh.content).length === nth)
  const kept = new Set(readCards(fresh.content).map((card) => card.text))
  expect(confirmed.size, `seed ${seed}`).toBeGreaterThan(20)
  for (const text of confirmed) expect(kept.has(text), text).toBe(true)
  expect(clients.flatMap((client) => client.closeCodes).filter((code) => code >= 4400 && code < 4500)).toEqual([])

  /** Notes the text as confirmed when the server says that the frame which carried it is on disk. */
  function watch(client: Client, text: string): void {
    const mark = client.sent() + 1
    const timer = setInterval(() => {
      if ((client.saved.at(-1)?.count ?? 0) >= mark && client.provider.synced) confirmed.add(text)
      else if (client.provider.synced) return
      clearInterval(timer)
    }, 5)
  }
}, 60_000)

async function waitSynced(client: Client): Promise<void> {
  await until(() => client.provider.synced, 10_000)
}
