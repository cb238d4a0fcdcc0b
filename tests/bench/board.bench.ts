import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent } from '../../src/model/content.ts'
import { openBrowser } from '../helpers/browser.ts'
import { bigBoard } from './big-board.ts'
import { openBoardPage, readProbe, type PageOptions } from './browser.ts'
import { dragAcross } from './drag-across.ts'
import { medianOf } from './measure.ts'
import { enterRoom } from './member.ts'
import { importBoard, joinBoard, socketOf, type ImportedBoard } from './people.ts'
import { startProduct, type Product } from './product.ts'
import { syncFrame, SyncType } from './traffic.ts'

const CARDS = 1000
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const EDITS = 40
const big = bigBoard(CARDS)

const PAGES: Record<string, PageOptions> = {
  'half of the columns in sight': { width: 1440, height: 900, slower: 1 },
  'all columns in sight': { width: 2960, height: 900, slower: 1 },
  'half in sight, processor 4 times slower': { width: 1440, height: 900, slower: 4 },
}

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

test(`a board of ${CARDS} cards in ten open questions`, async () => {
  const mount: Record<string, object> = {}
  const drag: Record<string, object> = {}
  const edits: Record<string, object> = {}
  for (const [name, options] of Object.entries(PAGES)) {
    const rounds = []
    for (let at = 0; at < ROUNDS; at += 1) rounds.push(await measurePage(options))
    mount[name] = medianOf(rounds.map((round) => round.mount))
    drag[name] = medianOf(rounds.map((round) => round.drag))
    edits[name] = medianOf(rounds.map((round) => round.edits))
  }
  console.log(
    `\n${CARDS} cards, median of ${ROUNDS}. Opening the board, ms since the navigation; "first cards painted" and "mount" (all of them) are from the document on`,
  )
  console.table(mount)
  console.log('\nDragging one card over all columns in sight: frames in ms')
  console.table(drag)
  console.log(`\n${EDITS} edits of one card's text by somebody else, per edit`)
  console.table(edits)
})

async function measurePage(options: PageOptions): Promise<Record<'mount' | 'drag' | 'edits', Record<string, number>>> {
  const board = await importBoard(product, big.file)
  const page = await openBoardPage(browser, product, board, { questions: big.questions, cards: CARDS }, options)
  try {
    expect(await page.locator('[data-card]').count()).toBe(CARDS)
    const mount = await readProbe(page, ({ documentAt, firstAt, mountedAt, paintedAt }) => ({
      'document here': documentAt,
      'first cards painted': firstAt - documentAt,
      'all cards in the page': mountedAt,
      'all cards painted': paintedAt,
      mount: paintedAt - documentAt,
    }))
    await page.waitForTimeout(1000)
    return { mount, drag: await dragAcross(page), edits: await editFromElsewhere(page, board) }
  } finally {
    await page.context().close()
  }
}

async function editFromElsewhere(page: Page, board: ImportedBoard): Promise<Record<string, number>> {
  const other = await enterRoom(socketOf(product, board, await joinBoard(product, board, 'Somebody')))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, other.document)
  doc.on('update', (update: Uint8Array) => other.socket.send(syncFrame(SyncType.Update, update)))
  const text = openContent(doc).cards.get(big.lone)?.get('text') as Y.Text
  // Whoever enters is shown to everybody: that is over before the counting starts.
  await page.waitForTimeout(500)
  const count = (): Promise<{ rendered: number; changed: number }> => readProbe(page, ({ rendered, changed }) => ({ rendered, changed }))
  const before = await count()
  for (let at = 0; at < EDITS; at += 1) {
    text.insert(0, 'x')
    await page.waitForTimeout(50)
  }
  await page.waitForTimeout(300)
  const after = await count()
  other.socket.close()
  expect(await page.locator(`[data-card="${big.lone}"]`).textContent()).toContain('x'.repeat(EDITS))
  return {
    'cards rendered': (after.rendered - before.rendered) / EDITS,
    'cards changed in the page': (after.changed - before.changed) / EDITS,
  }
}
