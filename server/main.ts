import { BadConfig, readConfig, type Config } from './config.ts'
import { startServer, type RunningServer } from './start-server.ts'
import { FolderInUse, FolderUnwritable } from './store/data-folder.ts'
import { NewerData } from './store/schema.ts'
import { BrokenTemplate } from './templates.ts'

const STOP_WITHIN_MS = 4500

function fail(code: number, english: string, german: string): never {
  console.error(`${english}\n${german}`)
  process.exit(code)
}

function config(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error
    fail(2, `This setting is wrong: ${error.message}`, `Diese Einstellung ist falsch: ${error.message}`)
  }
}

/** Every reason for which a start fails has a sentence and an exit code of its own. */
function explain(error: unknown, { port, host, dataDir }: Config): never {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (error instanceof BrokenTemplate) fail(2, `A template is broken: ${message}`, `Eine Vorlage ist fehlerhaft: ${message}`)
  if (code === 'EADDRINUSE') {
    fail(3, `Port ${port} is taken. Choose another one with PORT=...`, `Port ${port} ist belegt. Mit PORT=... einen anderen wählen.`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
    fail(3, `Cannot listen on ${host}, port ${port}: ${message}`, `Auf ${host}, Port ${port}, kann nicht gelauscht werden: ${message}`)
  }
  if (error instanceof FolderInUse) {
    fail(5, `Another server is using the data in ${dataDir}.`, `Ein anderer Server benutzt die Daten in ${dataDir}.`)
  }
  if (error instanceof NewerData) {
    fail(
      4,
      `The data in ${dataDir} is from a newer version: ${message}.`,
      `Die Daten in ${dataDir} sind von einer neueren Version: ${message}.`,
    )
  }
  if (error instanceof FolderUnwritable) {
    fail(
      4,
      `Cannot write to the data folder ${dataDir}: ${message}`,
      `In den Datenordner ${dataDir} kann nicht geschrieben werden: ${message}`,
    )
  }
  fail(1, `The server could not start: ${message}`, `Der Server konnte nicht starten: ${message}`)
}

function stopOnSignals(server: RunningServer): void {
  let isStopping = false
  const stop = (code: number): void => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref()
    server.close().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  // After an error nobody expected, the state is unknown: write what is there and let the supervisor start anew.
  const crash = (error: unknown): void => {
    console.error(JSON.stringify({ level: 'error', event: 'crash', why: error instanceof Error ? error.stack : String(error) }))
    stop(1)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}

const settings = config()
const server = await startServer(settings).catch((error: unknown) => explain(error, settings))
stopOnSignals(server)
console.log(`Auftakt is ready: ${server.url}`)
