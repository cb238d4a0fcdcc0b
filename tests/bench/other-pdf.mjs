// One simple table by another library: node other-pdf.mjs pdfmake|pdfkit rounds < table.json. A process of its own, so that nothing of it stays.
import { readFileSync } from 'node:fs'

const [, , library, rounds] = process.argv
const { head, body } = JSON.parse(readFileSync(0, 'utf8'))
const face = (name) => new URL(`../../dist/fonts/${name}.ttf`, import.meta.url).pathname

async function withPdfmake() {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({ Source: { normal: face('regular'), bold: face('semibold') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const table = {
    headerRows: 1,
    dontBreakRows: true,
    widths: [30, '*', 110, 110, 60],
    body: [head.map((text) => ({ text, bold: true })), ...body],
  }
  return pdfmake.createPdf({ pageSize: 'A4', defaultStyle: { font: 'Source', fontSize: 9 }, content: [{ table }] }).getBuffer()
}

async function withPdfkit() {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({ size: 'A4', margin: 40, font: face('regular') })
  const chunks = []
  doc.on('data', (chunk) => chunks.push(chunk))
  const done = new Promise((resolve) => doc.on('end', resolve))
  doc.fontSize(9)
  doc.table({ columnStyles: [30, '*', 110, 110, 60], data: [head, ...body] })
  doc.end()
  await done
  return Buffer.concat(chunks)
}

const make = library === 'pdfmake' ? withPdfmake : withPdfkit
const times = []
let bytes = 0
for (let turn = 0; turn <= Number(rounds); turn++) {
  const start = performance.now()
  bytes = (await make()).length
  // The first round warms up.
  if (turn > 0) times.push(performance.now() - start)
}
times.sort((a, b) => a - b)
process.stdout.write(JSON.stringify({ ms: times[Math.floor(times.length / 2)], bytes }))
