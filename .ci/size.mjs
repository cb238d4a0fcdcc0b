// The budget of a participant's first screen: script that index.html loads, gzipped. The board follows while a name is typed and has a
// budget of its own. jsPDF and the plan's fonts must be in neither.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const FIRST_SCREEN = 200_000
const WITH_BOARD = 230_000
const folder = 'dist/client'
const html = readFileSync(join(folder, 'index.html'), 'utf8')
const seen = new Set()
const visit = (file) => {
  if (seen.has(file)) return
  seen.add(file)
  const code = readFileSync(join(folder, file), 'utf8')
  for (const match of code.matchAll(
    /(?:^|[;}\s])(?:import|export)[^'"()]*?from\s*["']\.\/([^"']+\.js)["']|(?:^|[;}])import\s*["']\.\/([^"']+\.js)["']/g,
  ))
    visit(join('assets', match[1] ?? match[2]))
}
const weigh = () => [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)

for (const match of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) visit(match[1])
const first = weigh()
const assets = readdirSync(join(folder, 'assets'))
for (const name of assets.filter((asset) => /^open-board-page-.*\.js$/.test(asset))) visit(join('assets', name))
const board = weigh()

const faults = []
for (const file of seen) {
  const code = readFileSync(join(folder, file))
  console.log(`${String(gzipSync(code).length).padStart(8)} B gzip  ${file}`)
  if (/jsPDF|putTotalPages|autoTable/.test(code.toString())) faults.push(`jsPDF is in ${file}`)
}
console.log(`${String(first).padStart(8)} B gzip  script of the first screen (budget ${FIRST_SCREEN})`)
console.log(`${String(board).padStart(8)} B gzip  with the board (budget ${WITH_BOARD})`)
if (assets.some((name) => name.endsWith('.ttf') && html.includes(name))) faults.push('a font of the plan is in the first screen')
if (first === 0 || first > FIRST_SCREEN || board === first || board > WITH_BOARD) faults.push('over the budget, or not built')
for (const fault of faults) console.log(fault)
process.exit(faults.length > 0 ? 1 : 0)
