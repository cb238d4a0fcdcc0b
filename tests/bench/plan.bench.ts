import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { openPress, type PlanFonts } from '../../src/export/pdf/press.ts'
import { finish } from '../../src/export/pdf/file.ts'
import { openSheet } from '../../src/export/pdf/sheet.ts'
import { cellOf, drawTable } from '../../src/export/pdf/table.ts'
import { WORDS } from '../../src/export/words.ts'
import { findGaps } from '../../src/insight/gaps.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import type { Board } from '../../src/model/board.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { planFonts, printBytes } from '../export/print.ts'
import { actor, boardOf, kickoff, measure, responsibility, task } from '../insight/boards.ts'
import { random } from '../helpers/random.ts'
import { boardJson } from '../../src/export/board-json.ts'
import { openBrowser } from '../helpers/browser.ts'
import { median, round } from './measure.ts'
import { exportPlan } from './plan-page.ts'
import { startProduct } from './product.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const OPTIONS = { date: '2026-11-23' }

/** A board of so many measures and tasks, each with a doer and a responsibility, a fifth of them with something missing. */
function boardWith(rows: number): Board {
  const { pick, below } = random(rows)
  const actors = Array.from({ length: 40 }, (_, at) => actor(`a${at}`))
  const held = Array.from({ length: Math.ceil(rows / 10) }, (_, at) => responsibility(`r${at}`))
  const work = Array.from({ length: rows }, (_, at) =>
    at % 3 === 0
      ? measure(`w${at}`, { due: `2027-0${1 + below(6)}-1${below(10)}`, first: 'Termin mit der Leitung abstimmen', aim: 'loyalty' })
      : task(`w${at}`, below(5) === 0 ? {} : { locus: 'prescribed', trigger: 'eine Anfrage eingeht', done: 'die Antwort beim Kunden ist' }),
  )
  const links = [
    ...work.filter(() => below(5) > 0).map((card) => `does:${pick(actors).id}:${card.id}`),
    ...work.map((card) => `for:${pick(held).id}:${card.id}`),
    ...held.map((card) => `answers:${pick(actors).id}:${card.id}`),
  ]
  const texts = work.map((card) => ({ ...card, text: `Reklamation ${card.id} am selben Tag bestätigen und den Liefertermin nennen` }))
  return boardOf([...actors, ...held, ...texts], [...new Set(links)])
}

async function timed(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const start = performance.now()
    await work()
    // The first round warms up.
    if (turn > 0) times.push(performance.now() - start)
  }
  return round(median(times))
}

test('the action plan of boards of 60, 500 and 2,000 measures and tasks', async () => {
  const table: Record<string, object> = {}
  for (const rows of [60, 500, 2000]) {
    const board = boardWith(rows)
    const plan = derivePlan(board, OPTIONS)
    table[`${rows} rows, ${board.links.length} links`] = {
      'gaps ms': await timed(() => findGaps(board)),
      'plan as data ms': await timed(() => derivePlan(board, OPTIONS)),
      'PDF ms': await timed(() => printBytes(plan)),
      'PDF kB': Math.round((await printBytes(plan)).byteLength / 1024),
    }
  }
  console.log(`\nthe action plan, median of ${ROUNDS}`)
  console.table(table)
})

test('one simple table of 60, 500 and 2,000 rows, side by side with pdfmake and pdfkit', async () => {
  const fonts = await planFonts('de')
  const table: Record<string, object> = {}
  for (const count of [60, 500, 2000]) {
    const text = (at: number): string => `Reklamation ${at} am selben Tag bestätigen und den Liefertermin nennen`
    const body = Array.from({ length: count }, (_, at) => [
      `${at + 1}`,
      text(at),
      'Verkauf Innendienst',
      'Key Account Management',
      '31.01.2027',
    ])
    const head = ['Nr.', 'Was', 'Wer übernimmt es', 'Wer verantwortet es', 'Bis wann']
    const ours = (): ArrayBuffer => simpleTable(fonts, head, body)
    table[`${count} rows`] = {
      'here, tagged: ms': await timed(ours),
      kB: Math.round(ours().byteLength / 1024),
      ...otherTable('pdfmake', head, body),
      ...(count > 500 && ROUNDS > 1 ? {} : otherTable('pdfkit', head, body)),
    }
  }
  console.log(`\none simple table, median of ${ROUNDS}; pdfkit takes long beyond 500 rows: BENCH_ROUNDS=1 measures it`)
  console.table(table)
}, 600_000)

test('the designed plan of the sample workshop and of a board with 500 measures', async () => {
  const table: Record<string, object> = {}
  const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
  const plans = { sample: derivePlan(sampleBoard(kickoff, sample, 'de'), OPTIONS), '500 measures': derivePlan(boardWith(1500), OPTIONS) }
  for (const [name, plan] of Object.entries(plans)) {
    const bytes = new Uint8Array(await printBytes(plan))
    table[name] = {
      ms: await timed(() => printBytes(plan)),
      kB: Math.round(bytes.length / 1024),
      measures: plan.rows.filter((row) => row.measure).length,
    }
  }
  console.log(`\nthe designed plan, median of ${ROUNDS}`)
  console.table(table)
}, 600_000)

test('the same in the browser: from the press of the button to the bytes', async () => {
  const product = await startProduct()
  const browser = await openBrowser()
  const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
  const boards = {
    sample: sampleBoard(kickoff, sample, 'de'),
    '500 measures, 1,000 tasks': boardWith(1500),
    '500 measures': onlyMeasures(500),
  }
  const table: Record<string, object> = {}
  try {
    for (const [name, board] of Object.entries(boards)) table[name] = await exportPlan(browser, product, boardJson(board))
  } finally {
    await browser.close()
    await product.stop()
  }
  console.log('\nthe designed plan in the browser')
  console.table(table)
}, 600_000)

/** The same board without its tasks. */
function onlyMeasures(count: number): Board {
  const board = boardWith(count * 3)
  const gone = new Set<string>(board.cards.filter((card) => kickoff.plan.tasks.includes(card.kind)).map((card) => card.id))
  return {
    ...board,
    cards: board.cards.filter((card) => !gone.has(card.id)),
    links: board.links.filter((link) => !gone.has(link.from) && !gone.has(link.to)),
  }
}

function simpleTable(fonts: PlanFonts, head: readonly string[], body: readonly (readonly string[])[]): ArrayBuffer {
  const sheet = openSheet(openPress(fonts), derivePlan(boardOf([]), OPTIONS), WORDS.de)
  const columns = head.map((title, at) => ({ title, width: [12, 61, 36, 36, 20][at] ?? 0 }))
  drawTable(
    sheet,
    columns,
    body.map((row) => row.map((text, at) => cellOf(sheet, [{ text }], columns[at]?.width ?? 0, ''))),
  )
  return finish(sheet.press, null)
}

function otherTable(library: 'pdfmake' | 'pdfkit', head: readonly string[], body: readonly (readonly string[])[]): object {
  const input = JSON.stringify({ head, body })
  const result = spawnSync(process.execPath, ['tests/bench/other-pdf.mjs', library, String(ROUNDS)], { input, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr)
  const { ms, bytes } = JSON.parse(result.stdout) as { ms: number; bytes: number }
  return { [`${library} ms`]: round(ms), [`${library} kB`]: Math.round(bytes / 1024) }
}
