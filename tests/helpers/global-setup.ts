import { spawnSync } from 'node:child_process'
import { build } from '../../start.mjs'

const TOOLS = [
  { command: 'chromium', package: 'chromium' },
  { command: 'pdftotext', package: 'poppler-utils' },
  { command: 'qpdf', package: 'qpdf' },
]

/** Once before all tests: the tools that npm does not bring, and the built product that the browser tests run. */
export default function setup(): void {
  const missing = TOOLS.filter(({ command }) => !has(command))
  if (missing.length > 0) install(missing.map((tool) => tool.package))
  const still = TOOLS.filter(({ command }) => !has(command))
  if (still.length > 0) {
    throw new Error(
      `The tests need ${still.map((tool) => tool.command).join(', ')}. On Debian: apt-get install ${still.map((tool) => tool.package).join(' ')}`,
    )
  }
  if (process.env['AUFTAKT_SKIP_BUILD'] === '1') return
  build()
  // Each group of tests asks for the setup; one build serves all.
  process.env['AUFTAKT_SKIP_BUILD'] = '1'
}

function has(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

function install(packages: string[]): void {
  if (process.getuid?.() !== 0 || !has('apt-get')) return
  console.log(`installing ${packages.join(', ')} for the tests`)
  const run = (...args: string[]): void =>
    void spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  run('update')
  run('install', '-y', '--no-install-recommends', ...packages)
}
