import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BOARD_FORMAT, BOARD_VERSION, questionsOf } from '../../src/model/board.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { templateSchema } from '../../src/model/template.ts'
import { random } from '../helpers/random.ts'
import { openBrowser } from '../helpers/browser.ts'
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
  browser = await openBrowser()
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

  await watchPresses(page)
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
  const frames = await scrollFrames(page)
  const painted = await page.evaluate(() => (window as unknown as { painted: number[] }).painted)
  expect(frames.length).toBeGreaterThan(30)
  expect(painted).toHaveLength(2 * PRESSES)
  console.log('\nWhat a person sees, in ms of the clock')
  console.table({
    'a frame while the sheet scrolls': { median: round(median(frames)), p95: round(at95(frames)), longest: round(Math.max(...frames)) },
    'from a key until it is painted': { median: round(median(painted)), p95: round(at95(painted)), longest: round(Math.max(...painted)) },
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

/** Notes for every key how long it takes until what it does has been painted. */
function watchPresses(page: Page): Promise<void> {
  return page.evaluate(() => {
    const painted: number[] = []
    Object.assign(window, { painted })
    const onKey = (event: KeyboardEvent): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => painted.push(performance.now() - event.timeStamp))
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', onKey, true)
  })
}

/** The times between the frames while the sheet scrolls down at an even pace and to the right after that. */
function scrollFrames(page: Page): Promise<number[]> {
  return page.locator('[data-scroll]').evaluate(async (box) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    const took: number[] = []
    box.scrollTo(0, 0)
    let last = await frame()
    for (const side of ['scrollTop', 'scrollLeft'] as const) {
      const end = side === 'scrollTop' ? box.scrollHeight - box.clientHeight : box.scrollWidth - box.clientWidth
      for (let to = 0; to < end; to += 90) {
        box[side] = to
        const now = await frame()
        took.push(now - last)
        last = now
      }
    }
    return took
  })
}

function at95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0
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
