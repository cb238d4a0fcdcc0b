import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { box } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

const ACTORS = [
  'Geschäftsführung',
  'Verkauf Außendienst',
  'Verkauf Innendienst',
  'Telefonzentrale',
  'Telefonmarketing',
  'Kundenhotline',
  'Servicetechnik',
  'Trainer',
  'Reklamation',
  'Key Account',
  'Produkte',
]
const TASKS = ['Rückruf', 'Angebot', 'Mahnung', 'Anfrage', 'Lieferung', 'Einweisung', 'Wartung', 'Gutschrift'].map(
  (word) => `${word} zusagen`,
)
const STEPS = 400

/** From the first page to the measure without a pointer, and with no focus but the one that Tab has come to. */
describe('the whole story by the keyboard alone', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof startProduct>>
  let page: Page
  let faults: readonly string[]

  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    const visitor = await visit(browser, product.url, 'laptop')
    page = visitor.page
    faults = visitor.faults
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const type = (text: string): Promise<void> => page.keyboard.type(text)
  const cards = (question: string): Locator => page.locator(`section[data-column="${question}"] [data-card]`)

  test('a board is opened', async () => {
    await page.getByLabel('Titel').waitFor()
    await tabTo(page, /^Titel/)
    await type('Nur Tasten')
    await tabTo(page, /^Ihr Name/)
    await type('Anna')
    await press('Enter')
    await page.getByRole('heading', { name: 'Nur Tasten' }).waitFor()
  })

  test('11 actors and 8 tasks are written', async () => {
    await tabTo(page, /^Frage 1 öffnen/)
    await press('Enter')
    await tabTo(page, /^Akteur schreiben/, 'actors')
    await write(ACTORS)
    await expect.poll(() => cards('actors').count()).toBe(11)
    await tabTo(page, /^Aufgabe schreiben/)
    await write(TASKS)
    await expect.poll(() => cards('everyday').count()).toBe(8)
    await page.locator('footer').getByText('8 ohne Übernahme').waitFor()
  })

  test('an actor takes a task on', async () => {
    await tabTo(page, /^Akteur: Kundenhotline$/)
    await press('l')
    await page.getByRole('dialog').waitFor()
    await type('rückruf')
    await tabTo(page, /^Rückruf zusagen/)
    await press('Enter')
    await page.locator('footer').getByText('7 ohne Übernahme').waitFor()
    await expect.poll(() => focusName(page)).toMatch(/^Akteur: Kundenhotline/)
  })

  test('a card is carried to another place and its details are read beside the board', async () => {
    await tabTo(page, /^Aufgabe: Rückruf zusagen$/)
    await press('Space')
    await press('ArrowDown')
    await press('Space')
    await expect.poll(() => cards('everyday').nth(1).textContent()).toContain('Rückruf zusagen')
    await expect.poll(() => focusName(page)).toMatch(/^Aufgabe: Rückruf zusagen/)
    await press('m')
    await page.getByRole('menu').waitFor()
    await goTo(page, /^Einzelheiten/, 'ArrowDown')
    await press('Enter')
    await page.getByRole('dialog', { name: 'Aufgabe' }).waitFor()
    await tabTo(page, /^Wenn/)
    await type('jemand anruft')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => focusName(page)).toMatch(/^Aufgabe: Rückruf zusagen|^Menü der Karte „Rückruf/)
  })

  test('in the sheet somebody is made to answer', async () => {
    await tabTo(page, /^Verantwortung$/)
    await press('Enter')
    await page.getByRole('grid').waitFor()
    await expect.poll(() => focusName(page)).toMatch(/^Wer übernimmt/)
    await tabTo(page, /Angebot zusagen/)
    await press('ArrowRight')
    await press('v')
    await page
      .getByRole('row', { name: /^Angebot zusagen/ })
      .getByText('verantwortet')
      .waitFor()
  })

  test('a case breaks, one press makes the measure, and a station changes its place', async () => {
    await tabTo(page, /^Fallprobe$/)
    await press('Enter')
    await tabTo(page, /^Fall schreiben/)
    await type('Ticket vergessen')
    await press('Enter')
    for (const station of ['Empfang', 'Kundenhotline']) {
      await tabTo(page, /^Station schreiben/)
      await type(station)
      await press('Enter')
      await page.getByRole('heading', { name: station }).waitFor()
    }
    await press('j')
    await press('n')
    await page.getByText('0 von 2 Stationen gelöst', { exact: false }).first().waitFor()
    await tabTo(page, /^Maßnahme anlegen: /)
    await press('Enter')
    await expect.poll(() => focusName(page)).toMatch(/^Maßnahme angelegt, zeigen: /)
    await press('Shift+ArrowLeft')
    await page.getByText('Station 1 von 2').waitFor()
    await tabTo(page, /^Board$/)
    await press('Enter')
    await page.getByRole('button', { name: /^Frage M öffnen: .*, 1 Karte, / }).waitFor()
  })

  test('and what a key moved, the pointer drags back', async () => {
    await page.getByRole('link', { name: 'Fallprobe' }).click()
    await page.getByRole('button', { name: /^Ticket vergessen/ }).click()
    const steps = page.locator('[data-station]')
    const order = async (): Promise<string[]> =>
      (await steps.allTextContents()).map((text) => text.replace(/(gelöst|bricht hier|noch offen)$/, ''))
    expect(await order()).toEqual(['Kundenhotline', 'Empfang'])
    const [from, to] = [await box(steps.nth(0)), await box(steps.nth(1))]
    await page.mouse.move(from.x + 40, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width - 30, to.y + to.height / 2, { steps: 8 })
    await expect.poll(() => page.locator('[data-station][data-drop=after]').count()).toBe(1)
    await page.mouse.up()
    await expect.poll(order).toEqual(['Empfang', 'Kundenhotline'])
    await page.keyboard.press('Control+z')
    await expect.poll(order).toEqual(['Kundenhotline', 'Empfang'])
  })

  test('nothing foreign was asked for', () => {
    expect(faults).toEqual([])
  })

  async function write(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await type(line)
      await press('Enter')
    }
  }
})

function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : null
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim()
  })
}

/** Tabs on until the focus is on something that is called so, in a question's column if one is given. */
function tabTo(page: Page, name: RegExp, question?: string): Promise<void> {
  return goTo(page, name, 'Tab', question)
}

async function goTo(page: Page, name: RegExp, key: string, question?: string): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    const isThere = await page.evaluate(
      (column) => column === undefined || document.activeElement?.closest(`[data-column="${column}"]`) !== null,
      question,
    )
    if (isThere && name.test(await focusName(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not come to anything called ${name.source}`)
}
