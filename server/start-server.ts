import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp, type Overrides } from './create-app.ts'
import type { Config } from './config.ts'

export interface RunningServer {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Opens the data, then listens. */
export async function startServer(config: Config, overrides: Overrides = {}): Promise<RunningServer> {
  const app = await createApp(config, overrides)
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 8 * 1024,
  })
  server.maxHeadersCount = 64
  server.on('request', (request, response) => app.handle(request, response))
  server.on('upgrade', (request, socket, head) => app.upgrade(request, socket, head))
  server.on('clientError', (_error, socket) => socket.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(config.port, config.host, resolve)
    })
  } catch (error) {
    await app.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  let closing: Promise<void> | undefined

  async function stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    await app.close()
    server.closeAllConnections()
    await ended
  }

  return {
    url: config.publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: () => (closing ??= stop()),
  }
}
