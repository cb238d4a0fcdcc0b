import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadHyphenation } from '../src/export/pdf/hyphenation.ts'
import { renderPlan, type PlanFonts } from '../src/export/pdf/render-plan.ts'
import { derivePlan } from '../src/insight/plan.ts'
import { isoDay } from '../src/insight/values.ts'
import { parseBoardFile } from '../src/model/board.ts'
import { LIMITS } from '../src/model/limits.ts'
import type { Language } from '../src/model/text.ts'

const OK = 0
const USAGE = 1
const BROKEN_FILE = 2
const CANNOT_WRITE = 3

const HELP = [
  'Aufruf: npm run plan -- board.json plan.pdf [--people] [--final] [--date 2027-01-31]',
  'Usage: npm run plan -- board.json plan.pdf [--people] [--final] [--date 2027-01-31]',
]

/** Where the command says what it did or what is wrong: one call a line. */
export interface Out {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** Writes the action plan of an exported board; the exit code is 0, 1 for a wrong call, 2 for a broken file, 3 when the PDF cannot be written. */
export async function planCommand(args: readonly string[], out: Out): Promise<number> {
  const call = readCall(args)
  if (!call) return complain(out, USAGE, HELP)
  const read = await readBoard(call.from)
  if ('fault' in read) {
    return complain(out, BROKEN_FILE, [
      `${call.from} ist kein lesbares Board: ${read.fault}`,
      `${call.from} is not a readable board: ${read.fault}`,
    ])
  }
  const plan = derivePlan(read.board, { date: call.date, people: call.people, ...(call.final ? { status: 'final' } : {}) })
  const pdf = renderPlan(plan, await loadFonts(plan.contentLanguage))
  try {
    await writeFile(call.to, new Uint8Array(pdf))
  } catch (error) {
    return complain(out, CANNOT_WRITE, [
      `${call.to} lässt sich nicht schreiben: ${reasonOf(error)}`,
      `${call.to} cannot be written: ${reasonOf(error)}`,
    ])
  }
  const size = Math.ceil(pdf.byteLength / 1024)
  out.say(plan.language === 'de' ? `${call.to} ist geschrieben (${size} kB).` : `${call.to} is written (${size} kB).`)
  return OK
}

interface Call {
  readonly from: string
  readonly to: string
  readonly date: string
  readonly people: boolean
  readonly final: boolean
}

function readCall(args: readonly string[]): Call | null {
  const [values, positionals] = parse(args)
  const [from, to, ...more] = positionals
  const date = values.date ?? new Date().toLocaleDateString('sv-SE')
  if (from === undefined || to === undefined || more.length > 0 || isoDay(date) === null) return null
  // npm runs scripts in the package's folder; the names were typed in the caller's.
  const base = process.env['INIT_CWD'] ?? process.cwd()
  const call = { from: resolve(base, from), to: resolve(base, to) }
  return call.from === call.to ? null : { ...call, date, people: values.people === true, final: values.final === true }
}

interface Flags {
  readonly date?: string
  readonly final?: boolean
  readonly people?: boolean
}

function parse(args: readonly string[]): [Flags, readonly string[]] {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { date: { type: 'string' }, final: { type: 'boolean' }, people: { type: 'boolean' } },
    })
    return [values, positionals]
  } catch {
    return [{}, []]
  }
}

async function readBoard(file: string): Promise<ReturnType<typeof parseBoardFile> | { fault: string }> {
  try {
    const { size } = await stat(file)
    if (size > LIMITS.importBytes) return { fault: `${size} bytes, ${LIMITS.importBytes} at most` }
    return parseBoardFile(await readFile(file, 'utf8'))
  } catch (error) {
    return { fault: reasonOf(error) }
  }
}

async function loadFonts(language: Language): Promise<PlanFonts> {
  const here = dirname(fileURLToPath(import.meta.url))
  // Beside the built server, or in dist when this file runs as it is.
  const folder = [join(here, '..', 'fonts'), join(here, '..', 'dist', 'fonts')].find((candidate) => existsSync(candidate)) ?? here
  const read = async (name: string): Promise<ArrayBuffer> => Uint8Array.from(await readFile(join(folder, name))).buffer
  const [regular, semibold, hyphenate] = await Promise.all([read('regular.ttf'), read('semibold.ttf'), loadHyphenation(language)])
  return { regular, semibold, hyphenate }
}

function complain(out: Out, code: number, lines: readonly string[]): number {
  for (const line of lines) out.complain(line)
  return code
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

if (['start.mjs', 'plan.js'].includes(basename(process.argv[1] ?? ''))) {
  const out = { say: (line: string) => console.log(line), complain: (line: string) => console.error(line) }
  process.exitCode = await planCommand(process.argv.slice(2), out)
}
