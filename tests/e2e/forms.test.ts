import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit, type SCREENS } from '../helpers/browser.ts'
import { box, drag, dragByHandle, middle } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

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

/** The sample workshop with only these questions open. */
async function openSample(screen: keyof typeof SCREENS, questions: readonly string[]) {
  const visitor = await visit(browser, product.url, screen)
  const { page } = visitor
  await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
  await page.locator('[data-card]').first().waitFor()
  await page.evaluate((open) => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('auftakt.open.')) localStorage.setItem(key, JSON.stringify(open))
  }, questions)
  await page.reload()
  await page.locator('[data-card]').first().waitFor()
  return visitor
}

const inLane = (page: Page, lane: string) => page.locator(`[data-lane="${lane}"] article`)

test('a card is dragged into a lane, and back out with one undo', async () => {
  const { page, context, faults } = await openSample('laptop', ['locus'])
  const card = page.getByRole('article', { name: /Kundenhinweise ins Haus geben/ })
  await expect.poll(() => inLane(page, '').count()).toBe(1)
  await drag(page, card.locator('p'), page.locator('[data-lane="central"] h3'), async () => {
    await expect.poll(() => page.getByTestId('drop-ring').textContent()).toBe('zentral')
  })
  await expect.poll(() => inLane(page, 'central').count()).toBe(4)
  await page
    .getByRole('button', { name: /Rückgängig/ })
    .first()
    .click()
  await expect.poll(() => inLane(page, '').count()).toBe(1)
  expect(faults).toEqual([])
  await context.close()
})

test('a card lands in another lane at the place pointed at, and is stacked there with another one', async () => {
  const { page, context, faults } = await openSample('laptop', ['information'])
  // Nothing has to scroll while the card is held.
  await page.setViewportSize({ width: 1440, height: 2200 })
  const lane = page.locator('[data-lane="customers"] [data-lane-list]')
  const texts = (list: Locator): Promise<string[]> => list.locator(':scope > [data-card] > article > p').allTextContents()
  await expect.poll(() => texts(lane)).toHaveLength(3)
  const [first, second, third] = await texts(lane)
  const held = page.locator('[data-lane="markets"] article').first()
  const own = await held.locator('> p').textContent()
  const { x, y } = await middle(held.locator('> p'))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 8, y + 8, { steps: 3 })
  const above = await box(lane.locator('> [data-card]').first())
  await page.mouse.move(above.x + 60, above.y + above.height - 3, { steps: 10 })
  await expect.poll(() => page.getByTestId('drop-line').textContent()).toBe('unsere Kunden')
  await page.mouse.up()
  await expect.poll(() => texts(lane)).toEqual([first, own, second, third])
  await page
    .getByRole('button', { name: /Rückgängig/ })
    .first()
    .click()
  await expect.poll(() => texts(lane)).toEqual([first, second, third])

  const onto = lane.locator('> [data-card]').nth(1).locator('> article > p')
  await drag(page, page.locator('[data-lane="markets"] article > p').first(), onto, async () => {
    await expect.poll(() => page.getByTestId('drop-ring').textContent()).toContain('stapeln mit')
  })
  // The title is asked for once the stack is there.
  await page.locator('article textarea:focus').waitFor()
  await page.keyboard.type('Wer fragt')
  await page.keyboard.press('Enter')
  await expect.poll(() => texts(lane)).toEqual([first, 'Wer fragt', third])
  expect(await texts(page.getByRole('list', { name: 'Wer fragt' }))).toEqual([second, own])
  await expect.poll(() => page.locator('[data-lane="markets"] [data-card]').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a station is dragged along its chain, and an actor onto it', async () => {
  const { page, context, faults } = await openSample('laptop', ['actors', 'cases'])
  const chain = page.getByRole('region', { name: /Trägt das im Alltag/ }).getByRole('list', { name: /Deutsche Bahn/ })
  const order = (): Promise<string[]> => chain.locator('article p').allTextContents()
  await expect.poll(order).toEqual(['Schalter', 'Servicemitarbeiterin'])
  const station = chain.getByRole('article', { name: /Schalter/ })
  const { x, y } = await middle(station.locator('p'))
  const below = await middle(chain.getByRole('article', { name: /Servicemitarbeiterin/ }))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 8, y + 8, { steps: 3 })
  await page.mouse.move(below.x, below.y + 30, { steps: 10 })
  await page.getByTestId('drop-line').waitFor()
  await page.mouse.up()
  await expect.poll(order).toEqual(['Servicemitarbeiterin', 'Schalter'])

  const actor = page.getByRole('article', { name: /Akteur: Geschäftsführung/ })
  await drag(page, actor.locator('p'), chain.getByRole('article', { name: /Schalter/ }).locator('p'))
  await chain
    .getByRole('article', { name: /Schalter/ })
    .getByRole('button', { name: 'Geschäftsführung' })
    .waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('on a phone a card is carried into a lane by its handle', async () => {
  const { page, context, faults } = await openSample('phone', [])
  await page.getByRole('combobox', { name: 'Zur Frage' }).selectOption('locus')
  const card = page.getByRole('article', { name: /Kundenhinweise ins Haus geben/ })
  await dragByHandle(page, card, await middle(page.locator('[data-lane="central"] h3')))
  await expect.poll(() => inLane(page, '').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})
