import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BOARD_FORMAT, BOARD_VERSION, questionsOf } from '../../src/model/board.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { templateSchema } from '../../src/model/template.ts'
import { random } from '../helpers/random.ts'
import { launchBrowser } from './browser.ts'
import { median, round } from './measure.ts'
import { importBoard } from './people.ts'
import { startProduct, type Product } from './product.ts'

const TASKS = 200
const ACTORS = 30
const PRESSES = Number(process.env['BENCH_ROUNDS'] ?? 30)

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test(`the responsibility sheet of ${TASKS} tasks and ${ACTORS} actors`, async () => {
  const page = await openSheet()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const figures: Record<string, Record<string, number>> = {}

  figures['the sheet, from the board'] = await spent(session, async () => {
    await page.locator('nav a[href$="/responsibility"]').click()
    await page.getByRole('grid').waitFor()
    await settled(page)
  })
  expect(await page.getByRole('gridcell').count()).toBe(ACTORS * (TASKS + 2))

  const cells = page.locator('[role=row] [data-row^=task][data-column^=actor]')
  const presses: Record<string, number>[] = []
  const steps: Record<string, number>[] = []
  for (let at = 0; at < PRESSES; at++) {
    await cells.nth((at % 8) * ACTORS + (at % 5)).focus()
    presses.push(await spent(session, async () => act(page, ' ')))
    steps.push(await spent(session, async () => act(page, 'ArrowRight')))
  }
  figures['a press on a cell, median'] = medians(presses)
  figures['an arrow key, median'] = medians(steps)

  figures['scrolled through, top to bottom'] = await spent(session, async () => {
    await page.locator('[data-scroll]').evaluate(async (box) => {
      for (let top = 0; top < box.scrollHeight; top += 400) {
        box.scrollTop = top
        await new Promise(requestAnimationFrame)
      }
    })
  })
  console.log(`\n${TASKS} tasks, ${ACTORS} actors; ms of the page's main thread`)
  console.table(figures)
  await page.context().close()
})

async function openSheet(): Promise<Page> {
  const board = await importBoard(product, sheetFile())
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' })
  await context.addCookies(
    board.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin }
    }),
  )
  const page = await context.newPage()
  await page.goto(`${product.origin}/b/${board.id}`)
  await page.locator('[data-card]').first().waitFor()
  // The parts that are fetched after the first screen are no part of this.
  await page.waitForTimeout(4000)
  return page
}

/** What the page's main thread worked meanwhile, in milliseconds. */
async function spent(session: CDPSession, work: () => Promise<void>): Promise<Record<string, number>> {
  const before = await metrics(session)
  await work()
  const after = await metrics(session)
  const ms = (name: string): number => round(((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000)
  return { script: ms('ScriptDuration'), style: ms('RecalcStyleDuration'), layout: ms('LayoutDuration'), 'all tasks': ms('TaskDuration') }
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics')
  return new Map(list.map(({ name, value }) => [name, value]))
}

async function act(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key === ' ' ? 'Space' : key)
  await settled(page)
}

function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve())))),
  )
}

function medians(rounds: readonly Record<string, number>[]): Record<string, number> {
  const keys = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(keys.map((key) => [key, round(median(rounds.map((one) => one[key] ?? 0)))]))
}

/** A board with so many tasks and actors, most of them taken on, half of them answered for. */
function sheetFile(): string {
  const { below } = random(TASKS)
  const template = templateSchema.parse(JSON.parse(readFileSync(new URL('../../templates/kickoff.json', import.meta.url), 'utf8')))
  const list = (kind: string, question: string, count: number, fields: object): object[] =>
    keysForSlot([], 0, count).map((order, at) => ({
      id: `${kind}${at}`,
      kind,
      place: { in: question, order },
      text: `${kind} ${at} Reklamation am selben Tag bestätigen`.slice(0, kind === 'actor' ? 20 : 60),
      fields,
    }))
  const links = Array.from({ length: TASKS }, (_, at) => [
    ...(below(5) === 0 ? [] : [`does:actor${below(ACTORS)}:task${at}`]),
    ...(below(2) === 0 ? [] : [`for:responsibility${at % 40}:task${at}`]),
  ]).flat()
  for (let at = 0; at < 40; at++) links.push(`answers:actor${below(ACTORS)}:responsibility${at}`)
  return JSON.stringify({
    format: BOARD_FORMAT,
    version: BOARD_VERSION,
    title: 'Messung',
    organisation: 'Nordwerk Pumpen GmbH',
    goal: '',
    language: 'de',
    template,
    questions: questionsOf(template, 'de'),
    cards: [
      ...list('actor', 'actors', ACTORS, { capacity: 10 }),
      ...list('task', 'everyday', TASKS, { hours: 2 }),
      ...list('responsibility', 'responsibility', 40, {}),
    ],
    links,
    answers: {},
    people: [],
  })
}
