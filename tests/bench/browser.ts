import type { Browser, Page } from 'playwright-core'
import { installProbe, type Probe } from './page-probe.ts'
import type { ImportedBoard } from './people.ts'
import type { Product } from './product.ts'

export interface PageOptions {
  readonly width: number
  readonly height: number
  /** How many times slower the page's processor is made. */
  readonly slower: number
}

/** The facilitator's page with these questions open, once all cards have been painted. */
export async function openBoardPage(
  browser: Browser,
  product: Product,
  board: ImportedBoard,
  shown: { readonly questions: readonly string[]; readonly cards: number },
  { width, height, slower }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'de-DE' })
  await context.addCookies(
    board.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin }
    }),
  )
  const page = await context.newPage()
  await page.addInitScript(({ key, open }) => localStorage.setItem(key, JSON.stringify(open)), {
    key: `auftakt.open.${board.id}`,
    open: shown.questions,
  })
  await page.addInitScript(installProbe, shown.cards)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(`${product.origin}/b/${board.id}`)
  await page.waitForFunction(() => (window as unknown as { probe: Probe }).probe.paintedAt > 0, null, { timeout: 60_000 })
  return page
}

/** Reads from the page's notes. */
export function readProbe<T>(page: Page, read: (probe: Probe) => T): Promise<T> {
  return page.evaluate(`(${read.toString()})(window.probe)`)
}
