import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

/** Larger ones are for printing: they are fetched by whoever prints. */
const KEPT_BYTES = 256 * 1024
const KEPT = /\.(?:js|css|woff2|svg)$/
const SOURCE = 'src/service-worker.ts'

/** Puts the service worker beside the page, with the list of what makes up this version of the program. */
export function offlineProgram(): Plugin {
  let root = ''
  return {
    name: 'auftakt-offline',
    apply: (_config, env) => env.command === 'build' && env.isSsrBuild !== true,
    configResolved(config) {
      root = config.root
    },
    async writeBundle({ dir = '' }, bundle) {
      const built = Object.values(bundle).map((file) => ({
        path: `/${file.fileName}`,
        content: file.type === 'chunk' ? file.code : file.source,
      }))
      const version = createHash('sha256')
      for (const { path, content } of built.toSorted((one, other) => one.path.localeCompare(other.path)))
        version.update(path).update(content)
      const files = built.filter(({ path, content }) => KEPT.test(path) && Buffer.byteLength(content) <= KEPT_BYTES).map(({ path }) => path)
      const source = await serviceWorker(readFileSync(join(root, SOURCE), 'utf8'), { version: version.digest('hex').slice(0, 16), files })
      writeFileSync(join(dir, 'service-worker.js'), source)
    },
  }
}

export async function serviceWorker(
  source: string,
  program: { readonly version: string; readonly files: readonly string[] },
): Promise<string> {
  const { code } = await transformWithOxc(source, SOURCE)
  return `const PROGRAM = ${JSON.stringify(program)}\n${code}`
}
