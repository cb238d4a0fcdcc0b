// The budget of a participant's first screen: script that index.html loads, gzipped. jsPDF and the plan's fonts must not be in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET = 200_000
const folder = 'dist/client'
const html = readFileSync(join(folder, 'index.html'), 'utf8')
const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1])
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
files.forEach(visit)

let total = 0
let bad = false
for (const file of seen) {
  const code = readFileSync(join(folder, file))
  const size = gzipSync(code).length
  total += size
  console.log(`${String(size).padStart(8)} B gzip  ${file}`)
  if (/jsPDF|putTotalPages|autoTable/.test(code.toString())) {
    console.log(`jsPDF is in ${file}`)
    bad = true
  }
}
console.log(`${String(total).padStart(8)} B gzip  script of the first screen (budget ${BUDGET})`)
const fonts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.ttf'))
if (fonts.some((name) => html.includes(name))) bad = true
process.exit(bad || total > BUDGET || seen.size === 0 ? 1 : 0)
