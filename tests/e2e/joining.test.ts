import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let anna: Awaited<ReturnType<typeof visit>>
let link: string
let code: string

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  anna = await visit(browser, product.url, 'laptop')
  const { page } = anna
  await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
  await page.getByRole('button', { name: 'Einladen' }).click()
  link = await page.getByTestId('link-participant').inputValue()
  await page.getByRole('button', { name: 'Code einschalten' }).click()
  code = await page.getByRole('textbox', { name: 'Code zum Ansagen' }).inputValue()
  await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const isHere = (name: string): Promise<void> =>
  expect.poll(() => anna.page.getByTestId('people-here').getAttribute('aria-label')).toContain(name)

test('from the scanned link to the first card on a phone: four taps and one text', async () => {
  const { page, context, faults } = await visit(browser, link, 'phone')
  const did: string[] = []
  const tap = async (what: Locator): Promise<void> => {
    did.push('tap')
    await what.tap()
  }
  await tap(
    page
      .getByRole('group', { name: /ohne eigenen Namen/ })
      .getByRole('button')
      .first(),
  )
  await tap(page.getByRole('button', { name: 'Mitmachen' }))
  // Cards have inputs of their own; the question's is the last.
  await tap(page.getByRole('textbox', { name: /schreiben$/ }).last())
  did.push('text')
  await page.keyboard.insertText('Vom Telefon geschrieben')
  did.push('tap')
  await page.keyboard.press('Enter')
  await anna.page.getByRole('article', { name: /Vom Telefon geschrieben/ }).waitFor()
  expect(did.filter((what) => what === 'tap').length).toBeLessThanOrEqual(4)
  expect(did.filter((what) => what === 'text')).toHaveLength(1)
  expect(faults).toEqual([])
  await context.close()
})

test('by the code that is called out, as a person of an area, who comes back as the same', async () => {
  const { page, context, faults } = await visit(browser, product.url, 'phone')
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Code' }) })
  await form.getByRole('textbox', { name: 'Code' }).fill(` ${code.toLowerCase()} `)
  await form.getByRole('textbox', { name: 'Ihr Name' }).fill('Ben')
  await form.getByRole('button', { name: 'Mitmachen' }).tap()
  await isHere('Ben')
  await page.getByTestId('people-here').tap()
  await page.getByRole('combobox', { name: 'Ihr Bereich' }).selectOption('Kundenhotline')
  await anna.page.getByTestId('people-here').click()
  const people = anna.page.getByRole('dialog')
  await people.getByRole('heading', { name: /^Kundenhotline/ }).waitFor()
  expect(await people.locator('section', { hasText: 'Wer fehlt im Raum?' }).getByRole('listitem').allTextContents()).not.toContain(
    'Kundenhotline',
  )
  await page.reload()
  await page.getByTestId('people-here').waitFor()
  expect(await people.getByRole('combobox', { name: 'Rolle von Ben' }).count()).toBe(1)
  await people.getByRole('button', { name: 'Schließen' }).first().click()

  await page.getByTestId('people-here').tap()
  await page.getByRole('button', { name: 'Auf ein anderes Gerät wechseln' }).tap()
  const oneTime = await page.getByRole('textbox', { name: 'Code für das andere Gerät' }).inputValue()
  const laptop = await visit(browser, `${product.url}/#${oneTime.replace(' ', '')}`, 'laptop')
  await laptop.page.getByRole('button', { name: 'Hier weitermachen' }).click()
  await laptop.page.getByTestId('people-here').click()
  await expect.poll(() => laptop.page.getByRole('textbox', { name: 'Ihr Name' }).inputValue()).toBe('Ben')
  expect(laptop.page.url()).not.toContain('#')
  expect([...faults, ...laptop.faults]).toEqual([])
  await laptop.context.close()
  await context.close()
})
