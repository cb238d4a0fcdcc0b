import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { drag } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let page: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  ;({ page } = await visit(browser, product.url, 'laptop'))
  await page.getByLabel('Titel').fill('Stapel')
  await page.getByLabel('Ihr Name').fill('Anna')
  await page.getByRole('button', { name: 'Board eröffnen' }).click()
  await page.getByRole('heading', { name: 'Stapel' }).waitFor()
  // The suggestions leave little room for the list.
  await page
    .locator('section[data-column="everyday"]')
    .getByRole('button', { name: /^Vorschläge/ })
    .click()
  const input = page.getByRole('textbox', { name: 'Aufgabe schreiben' })
  for (const text of ['Eins', 'Zwei', 'Drei', 'Vier']) {
    await input.fill(text)
    await input.press('Enter')
    await card(text).waitFor()
  }
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const card = (text: string): Locator =>
  page.locator('[data-column="everyday"] [data-card]').filter({ has: page.locator('> article > p', { hasText: new RegExp(`^${text}$`) }) })
const textsIn = (list: Locator): Promise<string[]> => list.locator(':scope > [data-card] > article > p').allTextContents()
const question = (id: string): Locator => page.locator(`section[data-column="${id}"] [data-list]`).first()

test('a card that rests on one of its kind is stacked with it, and the title is written at once', async () => {
  await drag(page, card('Drei').locator('> article > p'), card('Eins'), async () => {
    await page.getByTestId('drop-ring').waitFor()
    expect(await page.getByTestId('drop-ring').textContent()).toBe('stapeln mit „Eins“')
  })
  const title = page.getByRole('textbox', { name: 'Text der Karte' })
  await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('Rückrufe')
  await page.keyboard.press('Enter')
  await expect.poll(() => textsIn(question('everyday'))).toEqual(['Rückrufe', 'Zwei', 'Vier'])
  expect(await textsIn(page.getByRole('list', { name: 'Rückrufe' }))).toEqual(['Eins', 'Drei'])
})

test('a card is dragged into the unfolded stack, and out of it', async () => {
  await drag(page, card('Vier').locator('> article > p'), card('Eins').locator('> article > p'))
  await expect.poll(async () => (await textsIn(page.getByRole('list', { name: 'Rückrufe' }))).toSorted()).toEqual(['Drei', 'Eins', 'Vier'])
  await drag(page, card('Vier').locator('> article > p'), card('Zwei').locator('> article > p'))
  await expect.poll(async () => (await textsIn(question('everyday'))).toSorted()).toEqual(['Rückrufe', 'Vier', 'Zwei'])
})

test('a card is dropped onto the folded stack without a rest', async () => {
  await page.getByRole('button', { name: /Stapel „Rückrufe“ zuklappen/ }).click()
  await drag(page, card('Zwei').locator('> article > p'), card('Rückrufe').locator('> article > p'), async () => {
    expect(await page.getByTestId('drop-ring').textContent()).toBe('in den Stapel „Rückrufe“ legen')
  })
  await page.getByRole('button', { name: 'Stapel „Rückrufe“ aufklappen, 3 Karten' }).waitFor()
})

test('one of several ticked cards takes the others along', async () => {
  await page.getByRole('button', { name: /Stapel „Rückrufe“ aufklappen/ }).click()
  await page.getByRole('button', { name: /Frage P öffnen/ }).click()
  for (const text of ['Vier', 'Eins', 'Zwei'])
    await card(text)
      .locator('> article > p')
      .click({ modifiers: ['Control'] })
  await page.getByText('3 Karten ausgewählt').waitFor()
  await drag(page, card('Vier').locator('> article > p'), question('parking'))
  await expect.poll(() => textsIn(question('parking'))).toEqual(['Eins', 'Zwei', 'Vier'])
  await page.getByRole('button', { name: 'Rückgängig' }).first().click()
  await expect.poll(() => textsIn(question('parking'))).toEqual([])
})
