import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Overrides } from '../../server/create-app.ts'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/start-server.ts'
import { createMemoryStore } from '../../server/store/memory-store.ts'
import type { BoardStore } from '../../server/store/board-store.ts'

export interface TestServer {
  readonly url: string
  /** What a page of this server sends as Origin. */
  readonly origin: string
  readonly port: number
  readonly store: BoardStore
  readonly log: string[]
  close(): Promise<void>
}

export interface TestServerOptions extends Overrides {
  readonly env?: Readonly<Record<string, string>>
}

/** Limits so wide that no test meets them by accident. */
const WIDE = {
  LIMIT_BOARDS_PER_MINUTE: '100000',
  LIMIT_WRONG_LINKS_PER_MINUTE: '100000',
  LIMIT_WRONG_CODES_PER_MINUTE: '100000',
  LIMIT_PASS_USES_PER_MINUTE: '100000',
  LIMIT_ALL_WRONG_CODES_PER_MINUTE: '100000',
  LIMIT_SOCKETS_PER_IP: '10000',
  LIMIT_SOCKETS_PER_PERSON: '1000',
  LIMIT_MESSAGES_PER_SECOND: '10000',
  LIMIT_BYTES_PER_SECOND: '100000000',
}

/** A real server on a free port, with a store in memory unless another one is given. */
export async function startTestServer({ env = {}, ...overrides }: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-'))
  const store = overrides.store ?? createMemoryStore()
  const log: string[] = []
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...WIDE, ...env })
  const server = await startServer(config, {
    graceMs: 50,
    clientFolder: join(folder, 'client'),
    log: createLog('debug', (line) => log.push(line)),
    ...overrides,
    store,
  })
  const url = `http://127.0.0.1:${server.port}`
  return {
    url,
    origin: url,
    port: server.port,
    store,
    log,
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
