import { generate } from 'lean-qr'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit, type SCREENS } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

type Visitor = Awaited<ReturnType<typeof visit>>

let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
let anna: Visitor
let link: string
let viewerLink: string
let code: string

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  anna = await visit(browser, product.url, 'laptop')
  const { page } = anna
  await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
  await page.getByRole('button', { name: 'Einladen' }).click()
  link = await page.getByTestId('link-participant').inputValue()
  viewerLink = await page.getByTestId('link-viewer').inputValue()
  await page.getByRole('button', { name: 'Code einschalten' }).click()
  code = await page.getByRole('textbox', { name: 'Code zum Ansagen' }).inputValue()
  await close(page)
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

test('from the scanned link to the first card on a phone: four taps and one text', async () => {
  const { page, context, faults } = await visit(browser, link, 'phone')
  const did: string[] = []
  const tap = async (what: Locator): Promise<void> => {
    did.push('tap')
    await what.tap()
  }
  const join = page.getByRole('button', { name: 'Mitmachen' })
  await tap(
    page
      .getByRole('group', { name: /ohne eigenen Namen/ })
      .getByRole('button')
      .first(),
  )
  const { y = 0, height = 0 } = (await join.boundingBox()) ?? {}
  expect(y + height, 'the button is on the screen, however many areas are offered').toBeLessThanOrEqual(844)
  await tap(join)
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

test('one tap at the door says where one comes from: the facilitator sees who is here by area, and who is missing', async () => {
  const { page, context, faults } = await visit(browser, link, 'phone')
  await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Cem')
  await page
    .getByRole('group', { name: /Aus welchem Bereich/ })
    .getByRole('button', { name: 'Telefonzentrale' })
    .tap()
  await page.getByRole('button', { name: 'Mitmachen' }).tap()
  await isHere('Cem')
  await anna.page.getByTestId('people-here').click()
  const people = anna.page.getByRole('dialog')
  await people.getByRole('heading', { name: /^Telefonzentrale 1/ }).waitFor()
  const missing = await people.locator('section', { hasText: 'Wer fehlt im Raum?' }).getByRole('listitem').allTextContents()
  expect(missing).toContain('Kundenhotline')
  expect(missing).not.toContain('Telefonzentrale')
  await close(anna.page)
  expect(faults).toEqual([])
  await context.close()
})

test('the code that is shown large for scanning holds the link, and says until when it holds', async () => {
  const { page } = anna
  await page.getByRole('button', { name: 'Einladen' }).click()
  await page.getByRole('button', { name: 'Groß zeigen' }).click()
  const wall = page.getByRole('dialog', { name: 'Am Workshop teilnehmen' })
  await wall.getByText(/^Der Link gilt bis/).waitFor()
  const shown = await wall.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data, width } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    // Dark is a colour, light may be none.
    return { width, dark: Array.from({ length: data.length / 4 }, (_, at) => data[4 * at + 3]! > 0 && data[4 * at]! < 128) }
  })
  const meant = generate(link)
  const pad = (shown.width - meant.size) / 2
  const differing = shown.dark.filter((dark, at) => dark !== meant.get((at % shown.width) - pad, Math.floor(at / shown.width) - pad))
  expect(shown.dark.filter(Boolean).length).toBeGreaterThan(100)
  expect(differing).toHaveLength(0)
  await close(page)
  await close(page)
})

test('by the code that is called out, as a person of an area, who comes back as the same and goes on on another device', async () => {
  const { page, context, faults } = await visit(browser, product.url, 'phone')
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Code' }) })
  await form.getByRole('textbox', { name: 'Code' }).fill(` ${code.toLowerCase()} `)
  await form.getByRole('textbox', { name: 'Ihr Name' }).fill('Ben')
  await form.getByRole('button', { name: 'Kundenhotline' }).tap()
  await form.getByRole('button', { name: 'Mitmachen' }).tap()
  await isHere('Ben')
  await page.reload()
  await page.getByTestId('people-here').tap()
  await expect.poll(() => page.getByRole('textbox', { name: 'Ihr Name' }).inputValue()).toBe('Ben')
  const area = page.getByRole('combobox', { name: 'Ihr Bereich' })
  expect(await area.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe('Kundenhotline')
  await anna.page.getByTestId('people-here').click()
  expect(await anna.page.getByRole('combobox', { name: 'Rolle von Ben' }).count()).toBe(1)
  await close(anna.page)

  await page.getByRole('button', { name: 'Auf ein anderes Gerät wechseln' }).tap()
  const shown = page.getByRole('textbox', { name: 'Code für das andere Gerät' })
  const lost = await shown.inputValue()
  await product.kill()
  await product.restart()
  const laptop = await visit(browser, product.url, 'laptop')
  await laptop.page.getByRole('textbox', { name: 'Code' }).fill(lost)
  await laptop.page.getByRole('button', { name: 'Hier weitermachen' }).click()
  await laptop.page.getByText(/Holen Sie sich auf dem anderen Gerät einen neuen/).waitFor()
  await page.getByRole('button', { name: 'Neuen Code holen' }).tap()
  await expect.poll(() => shown.inputValue()).not.toBe(lost)
  await laptop.page.goto(`${product.url}/#${(await shown.inputValue()).replace(' ', '')}`)
  await laptop.page.reload()
  await laptop.page.getByRole('button', { name: 'Hier weitermachen' }).click()
  await laptop.page.getByTestId('people-here').click()
  await expect.poll(() => laptop.page.getByRole('textbox', { name: 'Ihr Name' }).inputValue()).toBe('Ben')
  expect(laptop.page.url()).not.toContain('#')
  expect([...faults, ...laptop.faults]).toEqual([])
  await laptop.context.close()
  await context.close()
})

test('the link for reading along says so at the door, and gives nothing to write with', async () => {
  const { page, context, faults } = await visit(browser, viewerLink, 'phone')
  await page.getByText(/^Mit diesem Link lesen Sie mit/).waitFor()
  await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Lea')
  await page.getByRole('button', { name: 'Mitmachen' }).tap()
  await page.getByText('Sie lesen mit').waitFor()
  await page.getByRole('article').first().waitFor()
  expect(await page.getByRole('textbox', { name: /schreiben$/ }).count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a link that has run out or was renewed says so before anything is typed, on the wall as well', async () => {
  const { page } = anna
  const old = await visit(browser, product.url, 'phone')
  const lets = async (address: string, title: string): Promise<void> => {
    await old.page.goto('about:blank')
    await old.page.goto(address)
    await old.page.getByRole('heading', { name: title }).waitFor()
  }
  await lets(link, 'Am Workshop teilnehmen')
  await page.getByRole('button', { name: 'Einladen' }).click()
  await page.getByRole('combobox', { name: 'Gültigkeit ändern: Link für Teilnehmende' }).selectOption('Jetzt beenden')
  await page.getByText(/^Abgelaufen am/).waitFor()
  await lets(link, 'Dieser Link gilt nicht mehr')
  await page.getByRole('button', { name: 'Groß zeigen' }).click()
  await page.getByRole('alert').filter({ hasText: 'abgelaufen' }).waitFor()
  expect(await page.getByRole('dialog').locator('canvas').count()).toBe(0)
  await page.getByRole('button', { name: 'Noch 7 Tage gelten lassen' }).click()
  await page.getByText(/^Der Link gilt bis/).waitFor()
  await lets(link, 'Am Workshop teilnehmen')
  await close(page)
  await page.getByRole('button', { name: 'Link erneuern: Link für Teilnehmende' }).click()
  const input = page.getByTestId('link-participant')
  await expect.poll(() => input.inputValue()).not.toBe(link)
  await lets(link, 'Dieser Link gilt nicht mehr')
  link = await input.inputValue()
  await lets(link, 'Am Workshop teilnehmen')
  await close(page)
  await old.context.close()
})

test('whoever is removed is told, and comes in again only by joining anew', async () => {
  const dora = await join('Dora', 'phone')
  await anna.page.getByTestId('people-here').click()
  await anna.page.getByRole('button', { name: 'Aus dem Board entfernen: Dora' }).click()
  await anna.page.getByRole('button', { name: 'Dora entfernen' }).click()
  await dora.page.getByText(/^Ihr Zugang zu diesem Board wurde beendet/).waitFor()
  await dora.page.getByRole('button', { name: 'Board neu laden' }).tap()
  await dora.page.getByRole('heading', { name: 'Kein Zugang' }).waitFor()
  expect(await anna.page.getByRole('combobox', { name: 'Rolle von Dora' }).count()).toBe(0)
  await close(anna.page)
  await dora.context.close()
})

test('the lead is handed over and taken back, and several lead side by side', async () => {
  const emil = await join('Emil', 'laptop')
  const fay = await join('Fay', 'small')
  const leads = ({ page }: Visitor): Promise<number> => page.getByRole('button', { name: 'Einladen' }).count()
  expect([await leads(anna), await leads(emil), await leads(fay)]).toEqual([1, 0, 0])
  await anna.page.getByTestId('people-here').click()
  await anna.page.getByRole('combobox', { name: 'An wen?' }).selectOption('Emil')
  await anna.page.getByRole('button', { name: 'Übergeben' }).click()
  await expect.poll(() => leads(emil)).toBe(1)
  await anna.page.getByRole('button', { name: 'Moderation zurücknehmen' }).waitFor()
  await close(anna.page)
  expect(await leads(anna)).toBe(0)
  await emil.page.getByTestId('people-here').click()
  await emil.page.getByRole('combobox', { name: 'Rolle von Fay' }).selectOption('Moderation')
  await close(emil.page)
  await expect.poll(() => leads(fay)).toBe(1)
  await anna.page.getByTestId('people-here').click()
  await anna.page.getByRole('button', { name: 'Moderation zurücknehmen' }).click()
  await close(anna.page)
  await expect.poll(() => leads(anna)).toBe(1)
  expect([await leads(emil), await leads(fay)]).toEqual([1, 1])
  expect([...anna.faults, ...emil.faults, ...fay.faults]).toEqual([])
  await emil.context.close()
  await fay.context.close()
})

async function join(name: string, screen: keyof typeof SCREENS): Promise<Visitor> {
  const visitor = await visit(browser, link, screen)
  await visitor.page.getByRole('textbox', { name: 'Ihr Name' }).fill(name)
  await visitor.page.getByRole('button', { name: 'Mitmachen' }).click()
  await isHere(name)
  return visitor
}

async function isHere(name: string): Promise<void> {
  await expect.poll(() => anna.page.getByTestId('people-here').getAttribute('title'), { timeout: 10_000 }).toContain(name)
}

async function close(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
}
