import { test } from 'vitest'
import { findGaps } from '../../src/insight/gaps.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import type { Board } from '../../src/model/board.ts'
import { printBytes } from '../export/print.ts'
import { actor, boardOf, measure, responsibility, task } from '../insight/boards.ts'
import { random } from '../helpers/random.ts'
import { median, round } from './measure.ts'

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
