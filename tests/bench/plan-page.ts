import type { Browser, Page } from 'playwright-core'
import { importBoard } from './people.ts'
import { round } from './measure.ts'
import type { Product } from './product.ts'

/** What the page notes while a plan is made. */
interface Notes {
  clickedAt: number
  bytesAt: number
  bytes: number
  /** Milliseconds of every task of the main thread that the browser calls long. */
  readonly long: number[]
  /** The longest time that a message to the page itself had to wait. */
  longestWait: number
}

/** A facilitator opens the board, asks for the plan and gets the bytes: in the real page, with everything that runs there. */
export async function exportPlan(browser: Browser, product: Product, file: string): Promise<Record<string, number>> {
  const board = await importBoard(product, file)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE' })
  await context.addCookies(
    board.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin }
    }),
  )
  const page = await context.newPage()
  await page.addInitScript(installNotes)
  await page.goto(`${product.origin}/b/${board.id}`)
  await page.locator('[data-card]').first().waitFor()
  await page.getByRole('button', { name: 'Aktionsplan' }).first().click()
  await page.getByRole('button', { name: 'PDF erstellen', exact: true }).waitFor()
  // The parts that are fetched after the first screen, and the dialog's own first sums, are no part of this.
  await page.waitForTimeout(6000)
  const notes = await clickAndWait(page)
  await context.close()
  return {
    'click to bytes ms': round(notes.bytesAt - notes.clickedAt, 0),
    kB: Math.round(notes.bytes / 1024),
    'longest wait of the page ms': round(notes.longestWait, 0),
    'tasks over 50 ms': notes.long.length,
    'the longest of them ms': Math.max(0, ...notes.long),
  }
}

async function clickAndWait(page: Page): Promise<Notes> {
  await page.evaluate(() => {
    const { notes } = window as unknown as { notes: Notes }
    notes.long.length = 0
    notes.longestWait = 0
  })
  await page.getByRole('button', { name: 'PDF erstellen', exact: true }).click()
  await page.waitForFunction(() => (window as unknown as { notes: Notes }).notes.bytesAt > 0, null, { timeout: 120_000 })
  return page.evaluate(() => (window as unknown as { notes: Notes }).notes)
}

/** Runs in the page before everything else; nothing from outside this function can be used in it. */
function installNotes(): void {
  const notes: Notes = { clickedAt: 0, bytesAt: 0, bytes: 0, long: [], longestWait: 0 }
  Object.assign(window, { notes })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.long.push(Math.round(entry.duration))
  }).observe({ type: 'longtask' })
  window.addEventListener('click', () => (notes.clickedAt = performance.now()), { capture: true })
  const original = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (source) => {
    if (source instanceof Blob && source.type === 'application/pdf') {
      notes.bytesAt = performance.now()
      notes.bytes = source.size
    }
    return original(source)
  }
  const channel = new MessageChannel()
  let sentAt = performance.now()
  channel.port1.addEventListener('message', () => {
    notes.longestWait = Math.max(notes.longestWait, performance.now() - sentAt)
    setTimeout(() => {
      sentAt = performance.now()
      channel.port2.postMessage(null)
    }, 4)
  })
  channel.port1.start()
  channel.port2.postMessage(null)
}
