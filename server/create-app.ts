import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { lookupOfCode, spokenCode } from './access.ts'
import { SNAPSHOT_REASONS } from '../src/protocol/api.ts'
import type { AppContext } from './app-context.ts'
import type { Config } from './config.ts'
import { createDeviceCodes } from './device-codes.ts'
import { createHttp } from './http.ts'
import { createLog, type Log } from './log.ts'
import { createRateLimit } from './rate-limit.ts'
import { rootFolder } from './root-folder.ts'
import { createRooms } from './rooms.ts'
import { createSockets } from './socket/accept.ts'
import type { BoardStore } from './store/board-store.ts'
import { openDataFolder } from './store/data-folder.ts'
import { openSqliteStore } from './store/sqlite-store.ts'
import { loadTemplates } from './templates.ts'

/** What tests put in the place of the real thing. */
export interface Overrides {
  readonly store?: BoardStore
  readonly serverKey?: Uint8Array
  readonly log?: Log
  readonly now?: () => number
  readonly graceMs?: number
  readonly clientFolder?: string
  readonly templatesFolder?: string
}

export interface App {
  handle(request: IncomingMessage, response: ServerResponse): void
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to everyone, writes everything, gives the data folder back. */
  close(): Promise<void>
}

/** For limits: a clock that nobody sets. */
const steady = (): number => performance.now()
const SWEEP_MS = 60 * 60 * 1000

/** Automatic snapshots go after 30 days; those with a name stay as long as the board. */
const SNAPSHOT_MS = 30 * 24 * 60 * 60 * 1000
const AUTOMATIC = SNAPSHOT_REASONS.filter((reason) => reason !== 'named')

async function sweepStore(store: BoardStore, now: number): Promise<void> {
  await store.sweepSessions(now)
  await store.sweepSnapshots(AUTOMATIC, now - SNAPSHOT_MS)
}

/** The whole server behind any HTTP server: its own, or Vite's while developing. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? createLog(config.logLevel)
  const now = overrides.now ?? Date.now
  const root = rootFolder()
  const templates = loadTemplates(overrides.templatesFolder ?? join(root, 'templates'), log)
  const { store, serverKey, giveBack } = openStore(config, overrides)
  const rooms = createRooms({
    store,
    log,
    now,
    graceMs: overrides.graceMs,
    codeOf: (board, number) => lookupOfCode(serverKey, spokenCode(serverKey, board, number)),
  })
  const context: AppContext = {
    config,
    log,
    now,
    store,
    rooms,
    templates,
    serverKey,
    isSecure: config.publicOrigin?.startsWith('https:') ?? false,
    wrongLinks: createRateLimit(config.limits.wrongLinksPerMinute, steady),
    passUses: createRateLimit(config.limits.passUsesPerMinute, steady),
    wrongCodes: createRateLimit(config.limits.wrongCodesPerMinute, steady),
    allWrongCodes: createRateLimit(config.limits.allWrongCodesPerMinute, steady),
    deviceCodes: createDeviceCodes(now),
    newBoards: createRateLimit(config.limits.boardsPerMinute, steady),
  }
  const sockets = createSockets(context)
  const sweep = setInterval(() => void sweepStore(store, now()).catch(() => undefined), SWEEP_MS)
  sweep.unref()
  let closing: Promise<void> | undefined

  async function shutDown(): Promise<void> {
    clearInterval(sweep)
    await sockets.close()
    await rooms.close()
    await store.close()
    giveBack()
  }

  return {
    handle: createHttp(context, overrides.clientFolder ?? join(root, 'dist', 'client')),
    upgrade: sockets.upgrade,
    close: () => (closing ??= shutDown()),
  }
}

function openStore(config: Config, overrides: Overrides): { store: BoardStore; serverKey: Uint8Array; giveBack: () => void } {
  if (overrides.store) {
    return { store: overrides.store, serverKey: overrides.serverKey ?? new Uint8Array(32), giveBack: () => undefined }
  }
  const data = openDataFolder(config.dataDir)
  try {
    return { store: openSqliteStore(data.database), serverKey: data.serverKey, giveBack: data.close }
  } catch (error) {
    data.close()
    throw error
  }
}
