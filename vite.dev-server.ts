import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import type { createApp } from './server/create-app.ts'
import type { readConfig } from './server/config.ts'

/** Runs our server inside Vite's: one port, and a change under `server/` or the shared folders starts it anew. */
export function devServer(): Plugin {
  return {
    name: 'auftakt-server',
    apply: (_config, env) => env.command === 'serve' && process.env['VITEST'] === undefined,
    async configureServer(vite) {
      let current = await load(vite)
      const restart = async (file: string): Promise<void> => {
        const near = ['server', 'src/model', 'src/protocol', 'src/insight', 'templates'].some((folder) =>
          file.startsWith(join(vite.config.root, folder)),
        )
        if (!near) return
        const old = current
        await old.close()
        current = await load(vite)
      }
      vite.watcher.on('change', (file) => void restart(file).catch((error: unknown) => vite.config.logger.error(String(error))))
      vite.httpServer?.on('upgrade', (request, socket, head) => {
        if (request.url?.startsWith('/ws/')) current.upgrade(request, socket, head)
      })
      vite.middlewares.use((request, response, next) => {
        if (request.url === '/healthz' || request.url?.startsWith('/api/')) current.handle(request, response)
        else next()
      })
    },
  }
}

type DevApp = Awaited<ReturnType<typeof createApp>>

async function load(vite: ViteDevServer): Promise<DevApp> {
  const app = (await vite.ssrLoadModule('/server/create-app.ts')) as { createApp: typeof createApp }
  const config = (await vite.ssrLoadModule('/server/config.ts')) as { readConfig: typeof readConfig }
  return app.createApp(config.readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] ?? 'data' }))
}
