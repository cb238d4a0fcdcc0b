import type { Page } from 'playwright-core'
import { readProbe } from './browser.ts'
import { percentile } from './measure.ts'
import type { Probe } from './page-probe.ts'

const MOVES = 300
const MOVE_EVERY_MS = 10
const GHOST = 'body > [class*=ghost]'

interface Point {
  readonly x: number
  readonly y: number
}

/** Picks up the first card of the first column, carries it over all columns in sight and back, and drops it in the second. */
export async function dragAcross(page: Page): Promise<Record<string, number>> {
  const places = await page.evaluate(() => {
    const lists = [...document.querySelectorAll('[data-list]')].map((list) => (list.parentElement ?? list).getBoundingClientRect())
    const card = document.querySelectorAll('[data-list]')[0]?.querySelectorAll<HTMLElement>('[data-card]')[0]
    const rect = card?.querySelector('p')?.getBoundingClientRect() ?? new DOMRect()
    return {
      card: card?.dataset['card'] ?? '',
      grip: { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 },
      lists: lists.filter((list) => list.right < window.innerWidth).map(({ x, y, width, height }) => ({ x, y, width, height })),
      column: document.querySelectorAll<HTMLElement>('[data-column]')[1]?.dataset['column'] ?? '',
    }
  })
  const renderedBefore = await readProbe(page, ({ rendered }) => rendered)
  await page.mouse.move(places.grip.x, places.grip.y)
  await page.mouse.down()
  await page.waitForTimeout(200)

  const startFrom = await now(page)
  const ghost = paintOf(page, GHOST)
  await page.mouse.move(places.grip.x + 8, places.grip.y + 2)
  const begun = await readProbe(page, ({ last }) => last.mousemove)
  const ghostAt = await ghost
  await page.waitForTimeout(300)
  const start = await framesSince(page, startFrom)

  const dragFrom = await now(page)
  for (const point of path(places.lists)) {
    const sent = performance.now()
    await page.mouse.move(point.x, point.y)
    await page.waitForTimeout(Math.max(0, MOVE_EVERY_MS - (performance.now() - sent)))
  }
  const drag = await framesSince(page, dragFrom)
  const rendered = (await readProbe(page, (probe) => probe.rendered)) - renderedBefore

  // Held at an edge the card scrolled the board: the second column is looked for where it is now.
  await page.mouse.move(...(await topOf(page, places.column)))
  await page.waitForTimeout(500)
  await page.mouse.move(...(await topOf(page, places.column)))
  await page.waitForTimeout(100)
  const dropFrom = await now(page)
  const dropped = paintOf(page, `[data-column="${places.column}"] [data-card="${places.card}"]`)
  await page.mouse.up()
  const droppedAt = await dropped
  const released = await readProbe(page, ({ last }) => last.mouseup)
  await page.waitForTimeout(300)
  const drop = await framesSince(page, dropFrom)
  return {
    'start: to the lifted card': ghostAt - begun,
    'start: longest frame': Math.max(...start),
    'frame p50': percentile(drag, 0.5),
    'frame p95': percentile(drag, 0.95),
    'longest frame': Math.max(...drag),
    'cards rendered': rendered,
    'drop: to the card in its place': droppedAt - released,
    'drop: longest frame': Math.max(...drop),
  }
}

/** Across the columns and back, up and down inside them. */
function path(lists: readonly { x: number; y: number; width: number; height: number }[]): Point[] {
  const first = lists[0]!
  const last = lists.at(-1)!
  const from = first.x + 40
  const to = last.x + last.width - 40
  return Array.from({ length: MOVES }, (_, at) => {
    const there = 1 - Math.abs(1 - (2 * at) / MOVES)
    const down = (1 - Math.cos((at / MOVES) * Math.PI * 12)) / 2
    return { x: from + (to - from) * there, y: first.y + first.height * (0.15 + 0.7 * down) }
  })
}

/** Before the first card that can be seen. */
function topOf(page: Page, column: string): Promise<[number, number]> {
  return page.evaluate((id) => {
    const list = document.querySelector(`[data-column="${id}"] [data-list]`)?.parentElement?.getBoundingClientRect() ?? new DOMRect()
    return [list.x + list.width / 2, list.y + 6]
  }, column)
}

const now = (page: Page): Promise<number> => page.evaluate(() => performance.now())

function paintOf(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => (window as unknown as { probe: Probe }).probe.painted(wanted), selector)
}

async function framesSince(page: Page, from: number): Promise<number[]> {
  const frames = await readProbe(page, (probe) => probe.frames)
  const began = frames.filter((at) => at >= from)
  return began.slice(1).map((at, index) => at - began[index]!)
}
