import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Product {
  readonly url: string
  readonly data: string
  /** Ends the process as a power cut would: no signal handler runs. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and the same data. */
  readonly restart: () => Promise<void>
  /** Asks it to end, as a service manager would; the exit code. */
  readonly stop: () => Promise<number | null>
  readonly output: () => string
  readonly close: () => Promise<void>
}

const READY_WITHIN_MS = 15_000

/** The built product in a process of its own, started by the command behind `npm start`. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'auftakt-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let output = ''
  let child: ChildProcess | null = null

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['start.mjs'], {
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const until = Date.now() + READY_WITHIN_MS
    while (Date.now() < until) {
      const healthy = await fetch(`${url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
      if (healthy) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the product did not start:\n${output}`)
  }
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return running?.exitCode ?? null
    const gone = new Promise<number | null>((resolve) => running.once('exit', resolve))
    running.kill(signal)
    return gone
  }
  await start()
  return {
    url,
    data,
    kill: async () => void (await stop('SIGKILL')),
    stop: () => stop('SIGTERM'),
    restart: start,
    output: () => output,
    close: async () => {
      await stop('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
