import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { openBrowser } from '../helpers/browser.ts'
import { connectClient, createTestBoard } from '../helpers/connect-client.ts'
import { startProduct } from '../helpers/product.ts'

/** `PICTURES=folder` keeps what the test saw. */
const folder = process.env['PICTURES']
if (folder) mkdirSync(folder, { recursive: true })

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

test.each(['de', 'en'] as const)(
  'the wall shows each part of the workshop, large, with nothing cut off: %s',
  async (language) => {
    const board = await createTestBoard(product.url, { sample: true, language })
    const lead = connectClient(board, board.browser)
    await lead.synced
    await expect.poll(() => lead.view()).not.toBeNull()
    const done = async (body: CommandBody): Promise<void> => expect((await lead.command(body)).refused).toBeUndefined()
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: language })
    const [name, value] = board.browser.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: product.url }])
    const page = await context.newPage()
    await page.goto(`${product.url}/b/${board.id}/projector`)
    await page.locator('h1').waitFor()
    const look = async (picture: string): Promise<void> => {
      if (folder) await page.screenshot({ path: `${folder}/wall-${picture}-${language}.png` })
      expect(await tooSmall(), picture).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight), picture).toBe(0)
    }
    const tooSmall = (): Promise<string[]> =>
      page.evaluate(() => {
        const words = [...document.querySelectorAll('body *')].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3))
        const shown = words.filter((each) => each.getBoundingClientRect().width > 1 && !each.closest('.visually-hidden'))
        return shown.flatMap((each) => (Number.parseFloat(getComputedStyle(each).fontSize) < 28 ? [each.textContent] : []))
      })

    await done({ type: 'open-code', minutes: 60 })
    await expect.poll(() => page.locator('aside b').textContent()).toMatch(/^\S{3}.?\S{3}$/)
    await page.locator('aside canvas').waitFor()
    await look('overview')
    await done({ type: 'close-code' })
    for (const block of lead.view()?.agenda.blocks ?? []) {
      await done({ type: 'start-block', block: block.id, timer: true })
      await expect.poll(() => page.locator('h1').textContent()).toBe(block.title)
      await expect.poll(() => page.getByRole('timer').textContent()).toMatch(/\d:\d\d/)
      await page.locator('main h2').first().waitFor()
      await page.waitForTimeout(300)
      await look(block.id)
    }

    const everyday = lead.view()?.questions.find(({ id }) => id === 'everyday')
    const first = lead.view()?.agenda.blocks[0]
    if (!first || !everyday) throw new Error('the sample has no such part')
    await done({ type: 'describe-block', block: first.id, way: 'talk', questions: [everyday.id] })
    await done({ type: 'start-block', block: first.id })
    await expect.poll(() => page.locator('main h2').textContent()).toBe(everyday.title)
    const seen = async (): Promise<string[]> => {
      // The page slides in.
      await expect
        .poll(
          () =>
            page
              .locator('main ul')
              .first()
              .evaluate((list) => list.getAnimations().length),
          { timeout: 5000 },
        )
        .toBe(0)
      return page.locator('main article').evaluateAll((cards) =>
        cards
          .filter((card) => {
            const box = card.getBoundingClientRect()
            return box.left >= 0 && box.right <= window.innerWidth && box.bottom <= window.innerHeight
          })
          .map((card) => card.textContent),
      )
    }
    const all = await page.locator('main article').count()
    const shown = new Set(await seen())
    await look('pages-1')
    for (let turn = 0; turn < 12 && shown.size < all; turn++) {
      await page.keyboard.press('ArrowRight')
      for (const text of await seen()) shown.add(text)
    }
    expect(shown.size, 'every card has its turn').toBe(all)
    await look('pages-last')
    // From 6 metres: what is read at length is 3 % of the wall's height, and nothing is below 2.6 %.
    const letters = await page
      .locator('main article > p[dir]')
      .evaluateAll((all) => all.map((p) => Number.parseFloat(getComputedStyle(p).fontSize)))
    expect(letters.length).toBeGreaterThan(0)
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(0.03 * 1080)

    const card = [...lead.content.cards.keys()].find((id) => lead.content.cards.get(id)?.get('kind') === 'task')
    await done({ type: 'spotlight', card: card as never })
    await expect.poll(() => page.locator('main article').count()).toBe(1)
    await look('spotlight')
    lead.close()
    await context.close()
  },
  120_000,
)
