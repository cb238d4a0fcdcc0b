import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBoardFile } from '../../src/model/board.ts'
import type { KindId } from '../../src/model/ids.ts'
import { relationsBetween } from '../../src/model/link.ts'
import type { Question, Relation } from '../../src/model/template.ts'
import { fill } from '../../src/model/text.ts'
import { openBrowser, visit } from '../helpers/browser.ts'
import { drag } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'
import { boardOf, kickoff, type Given } from '../insight/boards.ts'

interface Pair {
  readonly name: string
  readonly relation: Relation
  readonly from: End
  readonly to: End
  /** The target is dragged onto the source: the words then say who. */
  readonly reversed: boolean
}

interface End {
  readonly id: string
  readonly text: string
  readonly home: Question
  readonly cards: readonly Given[]
}

const labelOf = (kind: KindId): string => kickoff.kinds.find((known) => known.id === kind)!.label.de

/** A card in the question where its kind is written; a station in a chain of its own. */
function end(kind: KindId, name: string): End {
  const own = kickoff.questions.filter((question) => question.of === undefined)
  const home = own.find(({ kinds }) => kinds[0] === kind) ?? own.find(({ kinds }) => kinds.includes(kind))
  const text = `${labelOf(kind)} ${name}`
  const id = `${kind}${name}`
  if (home) return { id, text, home, cards: [{ id, kind, in: home.id, text }] }
  const chain = kickoff.questions.find((question) => question.station === kind && question.kinds[0] === question.container)!
  const holder: Given = { id: `in${id}`, kind: chain.container!, in: chain.id, text: `Kette ${name}` }
  return { id, text, home: chain, cards: [holder, { id, kind, in: holder.id, text }] }
}

let number = 0
function pair(relation: Relation, from: KindId, to: KindId, reversed = false): Pair {
  const name = reversed ? `${relation.id}: ${to} onto ${from}` : `${relation.id}: ${from} onto ${to}`
  const [source, target] = [end(from, `A${++number}`), end(to, `Z${number}`)]
  return { name, relation, from: source, to: target, reversed }
}

/** Every relation of the template with every kind that it can lead to, and the way round that only the target can be dragged. */
const PAIRS = kickoff.relations.flatMap((relation) => {
  const isFirst = (from: KindId, to: KindId): boolean => relationsBetween(kickoff, from, to)[0]?.id === relation.id
  const forward = relation.to.flatMap((to) => {
    const from = relation.from.find((kind) => isFirst(kind, to))
    return from === undefined ? [] : [pair(relation, from, to)]
  })
  const [from, to] = [relation.from[0]!, relation.to[0]!]
  const isOnlyWay = relationsBetween(kickoff, to, from).length === 0 && isFirst(from, to)
  return [...forward, ...(isOnlyWay ? [pair(relation, from, to, true)] : [])]
})

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let page: Page
let faults: string[]

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  ;({ page, faults } = await visit(browser, product.url, 'laptop'))
  // Every card is on the screen: nothing has to scroll while one is held.
  await page.setViewportSize({ width: 1440, height: 3200 })
  const file = join(mkdtempSync(join(tmpdir(), 'auftakt-relations-')), 'board.json')
  writeFileSync(file, JSON.stringify(toBoardFile(boardOf(PAIRS.flatMap(({ from, to }) => [...from.cards, ...to.cards])))))
  await page.getByLabel('Board aus Datei öffnen').setInputFiles(file)
  await page.locator('[data-card]').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

/** Only the questions of the two ends are open. */
async function open(...questions: readonly string[]): Promise<void> {
  await page.evaluate((ids) => {
    const key = Object.keys(localStorage).find((known) => known.startsWith('auftakt.open.'))
    if (key !== undefined) localStorage.setItem(key, JSON.stringify(ids))
  }, questions)
  await page.reload()
  await page.locator('section[data-column] [data-card]').first().waitFor()
}

const cardOf = ({ id, home }: End): Locator => page.locator(`section[data-column="${home.id}"] [data-card="${id}"]`)
const textOf = (end: End): Locator => cardOf(end).locator('> article > p')
/** What a card shows of a link: the other card, or how many there are. */
const chip = (end: End, words: readonly string[]): Locator =>
  cardOf(end).getByRole('button', { name: new RegExp(`^(${words.join('|')})$`) })

test('every relation of the template is among those that are dragged', () => {
  expect([...new Set(PAIRS.map((known) => known.relation.id))]).toEqual(kickoff.relations.map((relation) => relation.id))
})

test.each(PAIRS)('$name', async ({ relation, from, to, reversed }) => {
  await open(from.home.id, to.home.id)
  const [held, onto] = reversed ? [to, from] : [from, to]
  const words = reversed ? `${from.text} ${relation.drop.de}` : relation.drop.de
  await drag(page, textOf(held), textOf(onto), async () => {
    expect(await page.getByTestId('drop-ring').textContent()).toBe(words)
  })
  if (to.home.relation === relation.id && to.home.form === 'collect') {
    await page.locator(`[data-lane="${from.id}"] [data-card="${to.id}"]`).waitFor()
  } else await chip(to, [from.text]).waitFor()
  await chip(from, [to.text, ...(relation.countFrom ? [fill(relation.countFrom.one.de, { n: 1 })] : [])]).waitFor()
  expect(faults).toEqual([])
})
