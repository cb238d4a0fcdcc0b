// Builds what is not built or older than its sources, then runs it: `node start.mjs [main|plan] [arguments]`.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const stamp = join(root, 'dist', 'built')
const SOURCES = ['src', 'server', 'templates', 'index.html', 'package-lock.json', 'vite.config.ts', 'vite.fonts.ts', 'vite.offline.ts']

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** An image without sources runs what it was built with. */
function isBuilt() {
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  return SOURCES.map((name) => join(root, name)).every((path) => !existsSync(path) || newest(path) <= built)
}

export function build() {
  if (isBuilt()) return
  const started = new Date()
  for (const argument of [[], ['--ssr']]) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...argument], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (result.status !== 0) process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, `${started.toISOString()}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [which, ...rest] = process.argv.slice(2)
  const command = which === 'plan' ? 'plan' : 'main'
  build()
  process.argv = [process.argv[0], process.argv[1], ...(command === 'plan' ? rest : process.argv.slice(2))]
  await import(`./dist/server/${command}.js`)
}
