import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const STARTS_WITHIN_MS = 15_000
const STOPS_WITHIN_MS = 6000
/** `BENCH_PROFILE=folder` leaves a processor profile of every server there. */
const PROFILE = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : []
/** All people of a bench sit behind one address, and some of them work faster than people do. */
const OPEN_LIMITS = {
  LIMIT_BOARDS_PER_MINUTE: '1000',
  LIMIT_SOCKETS_PER_IP: '1000',
  LIMIT_MESSAGES_PER_SECOND: '100000',
  LIMIT_BYTES_PER_SECOND: '100000000',
  LOG_LEVEL: 'warn',
}

export interface Running {
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

export interface Product extends Running {
  readonly origin: string
  /** Stops the process and starts it again on the same data. */
  readonly restart: () => Promise<Product>
}

/** The built server as a process of its own. */
export async function startProduct(dataDir = mkdtempSync(join(tmpdir(), 'auftakt-bench-'))): Promise<Product> {
  const child = run([...PROFILE, join(root, 'dist/server/main.js')], {
    ...OPEN_LIMITS,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
  })
  const port = Number(/:(\d+)\s*$/.exec(await lineOf(child, 'Auftakt is ready'))?.[1])
  return {
    port,
    pid: child.pid!,
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      await endProcess(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
    restart: async () => {
      await endProcess(child)
      return startProduct(dataDir)
    },
  }
}

/** The broadcast server beside which ours is measured. */
export async function startBareServer(): Promise<Running> {
  const child = run([fileURLToPath(new URL('bare-server.mjs', import.meta.url))], {})
  return { port: Number(await lineOf(child, '')), pid: child.pid!, stop: () => endProcess(child) }
}

function run(args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-4000)))
  const orphan = (): void => void child.kill('SIGKILL')
  process.on('exit', orphan)
  child.on('exit', (code) => {
    process.off('exit', orphan)
    if (code !== 0 && code !== null) console.error(`${args.at(-1)} ended with ${code}\n${said}`)
  })
  return child
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS)
  await gone
  clearTimeout(late)
}

/** The first line that a process prints with these words in it. */
async function lineOf(child: ChildProcess, words: string): Promise<string> {
  const late = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS)
  try {
    for await (const line of createInterface({ input: child.stdout! })) if (line.includes(words)) return line
    throw new Error('a server did not start')
  } finally {
    clearTimeout(late)
    child.stdout?.resume()
  }
}
