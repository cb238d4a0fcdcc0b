import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformWithOxc, type Plugin } from 'vite'

/** Not what only the worker that prints needs: its scripts come as assets, its fonts are TrueType. */
const KEPT_ASSET = /\.(?:css|woff2|svg)$/
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
      const built = Object.values(bundle).toSorted((one, other) => one.fileName.localeCompare(other.fileName))
      const version = createHash('sha256')
      for (const file of built) version.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source)
      const files = built.filter((file) => file.type === 'chunk' || KEPT_ASSET.test(file.fileName)).map((file) => `/${file.fileName}`)
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
