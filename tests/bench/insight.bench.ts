import { test } from 'vitest'
import { rehearse } from '../../src/insight/chain.ts'
import { findGaps } from '../../src/insight/gaps.ts'
import { indexBoard } from '../../src/insight/graph.ts'
import { createInsight } from '../../src/insight/insight.ts'
import { filterMatrix } from '../../src/insight/matrix-filter.ts'
import { responsibilityMatrix } from '../../src/insight/matrix.ts'
import { maturity } from '../../src/insight/maturity.ts'
import type { Board } from '../../src/model/board.ts'
import { linkSchema } from '../../src/model/link.ts'
import { random } from '../helpers/random.ts'
import {
  actor,
  boardOf,
  feeling,
  incident,
  information,
  measure,
  responsibility,
  standard,
  station,
  task,
  touchpoint,
  type Given,
} from '../insight/boards.ts'
import { median, percentile, round } from './measure.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 100)
const WARM_UP = 30
const FRAME_MS = 16
const WORDS = 'Reklamation am selben Tag bestätigen und den Liefertermin nennen'

/** A board as a long workshop leaves it: about a third of everything that can be missing is missing. */
function workshop(cards: number, links: number): Board {
  const { pick, below } = random(cards)
  const some = <T>(value: T): T | Record<string, never> => (below(3) === 0 ? {} : value)
  const many = (share: number, make: (at: number) => Given): Given[] =>
    Array.from({ length: Math.round(cards * share) }, (_, at) => make(at))
  const yes = (): string => pick(['yes', 'yes', 'unclear', 'no'])
  const actors = many(0.03, (at) =>
    actor(`actor${at}`, { capacity: 10, ...some({ contact: 'yes', represented: pick(['present', 'absent']) }) }),
  )
  const points = many(0.12, (at) =>
    touchpoint(`point${at}`, some({ noted: 'Akte', key: pick(['Nummer', 'Name']), weakness: 'Mittagspause' })),
  )
  const feelings = many(0.06, (at) => feeling(`feeling${at}`))
  const facts = many(0.1, (at) =>
    information(`fact${at}`, { ...some({ collect: 'x', store: 'y' }), ...some({ use: 'z', personal: true }) }),
  )
  const tasks = many(0.3, (at) =>
    task(`task${at}`, { hours: below(5), ...some({ trigger: 'x', done: 'y' }), ...some({ locus: 'local', origin: 'new' }) }),
  )
  const standards = many(0.1, (at) => standard(`standard${at}`, some({ noticed: 'Stichprobe' })))
  const held = many(0.06, (at) => responsibility(`held${at}`))
  const measures = many(0.1, (at) => measure(`measure${at}`, some({ due: '2027-01-31', first: 'Termin', aim: 'loyalty' })))
  const cases = many(0.02, (at) => incident(`case${at}`))
  const stations = many(0.11, (at) => ({
    ...station(`station${at}`, pick(cases).id, some({ knows: yes(), informed: yes(), may: yes(), handover: 'Anruf' })),
  }))
  const all = [actors, points, feelings, facts, tasks, standards, held, measures, cases, stations].flat()
  const kinds: [string, readonly Given[], readonly Given[]][] = [
    ['does', actors, [...tasks, ...measures]],
    ['for', held, tasks],
    ['answers', actors, held],
    ['governs', standards, [...tasks, ...points]],
    ['accepts', actors, standards],
    ['needs', facts, tasks],
    ['at', [...tasks, ...stations], points],
    ['reached', feelings, tasks],
    ['contact', actors, points],
    ['stands', actors, stations],
    ['stems', measures, stations],
  ]
  const chosen = new Set<string>()
  while (chosen.size < links) {
    const [relation, from, to] = pick(kinds)
    chosen.add(`${relation}:${pick(from).id}:${pick(to).id}`)
  }
  return boardOf(
    all.map((card, at) => ({ ...card, text: `${WORDS} ${at}` })),
    [...chosen],
  )
}

/** Wall clock, and the processor's time with all its threads: on a shared machine the second says more. */
function timed(work: (turn: number) => unknown): Record<string, number> {
  const times: number[] = []
  let used = process.cpuUsage()
  for (let turn = -WARM_UP; turn < ROUNDS; turn++) {
    if (turn === 0) used = process.cpuUsage()
    const start = performance.now()
    work(turn)
    if (turn >= 0) times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(used)
  return {
    'median ms': round(median(times)),
    'p99 ms': round(percentile(times, 0.99)),
    'processor ms': round((user + system) / 1000 / ROUNDS),
  }
}

function retyped(board: Board, id: string, text: string): Board {
  return { ...board, cards: board.cards.map((card) => (card.id === id ? { ...card, text } : card)) }
}

test('everything a board says about itself, at 1,000 cards and 2,000 links', () => {
  const board = workshop(1000, 2000)
  const gaps = findGaps(board)
  const follow = createInsight()
  follow(board)
  const faulty = gaps[0]?.cards[0] ?? ''
  const link = linkSchema.parse('does:actor0:task0')
  const others = board.links.filter((known) => known.id !== link.id)
  console.log(`\n${board.cards.length} cards, ${board.links.length} links, ${gaps.length} gaps; a frame has ${FRAME_MS} ms`)
  console.table({
    'index the board': timed(() => indexBoard(board)),
    'all gaps, from nothing': timed(() => findGaps(board)),
    'all gaps and the meter': timed(() => {
      const graph = indexBoard(board)
      return maturity(board, findGaps(board, graph), graph)
    }),
    'followed: a link comes or goes': timed((turn) => follow({ ...board, links: turn % 2 === 0 ? [...others, link] : others })),
    'followed: a letter in a card with a gap': timed((turn) => follow(retyped(board, faulty, `${WORDS} ${turn}`))),
    'followed: nothing changed': timed(() => follow({ ...board })),
    'the case rehearsals': timed(() => rehearse(board)),
  })
})

test('the responsibility matrix of 200 tasks and 30 actors', () => {
  const board = workshop(1000, 2000)
  const rows = new Set(board.cards.filter((card) => card.kind === 'task').slice(0, 200))
  const small = { ...board, cards: board.cards.filter((card) => rows.has(card) || ['actor', 'responsibility'].includes(card.kind)) }
  const matrix = responsibilityMatrix(small)
  console.log(`\n${matrix.rows.length} rows, ${matrix.columns.length} columns`)
  console.table({
    'the matrix, from nothing': timed(() => responsibilityMatrix(small)),
    'a filter': timed(() => filterMatrix(matrix, { faults: ['contested'], text: 'tag' })),
  })
})
