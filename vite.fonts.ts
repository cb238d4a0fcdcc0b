import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const FACES = { regular: '400Regular/SourceSans3_400Regular.ttf', semibold: '600SemiBold/SourceSans3_600SemiBold.ttf' }
/** Latin with its extensions, Greek, Cyrillic, punctuation, arrows, signs and boxes: what the plan and the board may print. */
const RANGES = [
  [0x20, 0x17f],
  [0x180, 0x24f],
  [0x2b0, 0x2dd],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x205e],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x25a0, 0x25ff],
  [0x2600, 0x27bf],
] as const

/** Makes the product's fonts from the npm package, once: TrueType for the plan, WOFF2 for the page. */
export async function ensureFonts(folder: string): Promise<void> {
  const wanted = Object.entries(FACES).flatMap(([name, file]) => (['truetype', 'woff2'] as const).map((format) => ({ name, file, format })))
  const missing = wanted.filter(({ name, format }) => !existsSync(join(folder, `${name}.${extension(format)}`)))
  if (missing.length === 0) return
  const { default: subsetFont } = await import('subset-font')
  await mkdir(folder, { recursive: true })
  for (const { name, file, format } of missing) {
    const font = await readFile(require.resolve(`@expo-google-fonts/source-sans-3/${file}`))
    const subset = await subsetFont(font, characters(), { targetFormat: format, noLayoutClosure: true })
    const target = join(folder, `${name}.${extension(format)}`)
    // Two processes may do this at once: a file is complete or not there.
    await writeFile(`${target}.${process.pid}`, subset)
    await rename(`${target}.${process.pid}`, target)
  }
}

function extension(format: 'truetype' | 'woff2'): string {
  return format === 'truetype' ? 'ttf' : 'woff2'
}

function characters(): string {
  let all = ''
  for (const [first, last] of RANGES) for (let code = first; code <= last; code++) all += String.fromCodePoint(code)
  return all
}
