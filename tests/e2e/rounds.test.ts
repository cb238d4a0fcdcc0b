import { mkdirSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

/** `PICTURES=folder` keeps what the test saw. */
const folder = process.env['PICTURES']
if (folder) mkdirSync(folder, { recursive: true })

type Visitor = Awaited<ReturnType<typeof visit>>
const QUESTION = 'everyday'

/** A facilitator and two participants, one of them on a phone, in the built product. */
describe('writing in silence, a vote, a look back', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof startProduct>>
  let anna: Visitor
  let ben: Visitor
  let cem: Visitor
  /** Every byte that each of the others was sent. */
  const heard = { anna: '', cem: '' }

  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })
  const column = (page: Page): Locator => page.locator(`section[data-column="${QUESTION}"]`)
  const card = (page: Page, text: string): Locator => column(page).locator('[data-card]').filter({ hasText: text })
  const texts = (page: Page): Promise<string[]> => column(page).locator('[data-card] article > p').allTextContents()
  const everyone = (): Visitor[] => [anna, ben, cem]
  const look = async (name: string): Promise<void> => {
    if (!folder) return
    for (const [who, { page }] of Object.entries({ anna, ben, cem })) await page.screenshot({ path: `${folder}/rounds-${name}-${who}.png` })
  }
  const headMenu = async (item: string | RegExp): Promise<void> => {
    await column(anna.page)
      .getByRole('button', { name: /Menü der Frage/ })
      .click()
    await anna.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  test('they come in', async () => {
    anna = await visit(browser, product.url, 'laptop')
    listen(anna.page, 'anna')
    await anna.page.getByLabel('Titel').fill('Runden')
    await anna.page.getByLabel('Ihr Name').fill('Anna')
    await anna.page.getByRole('button', { name: 'Board eröffnen' }).click()
    await anna.page.getByRole('button', { name: 'Einladen' }).click()
    const link = await anna.page.getByTestId('link-participant').inputValue()
    await anna.page.keyboard.press('Escape')
    ben = await joinAs(link, 'Ben', 'small')
    cem = await joinAs(link, 'Cem', 'phone')
    await cem.page.getByRole('combobox', { name: 'Zur Frage' }).selectOption({ value: QUESTION })
    for (const { page } of everyone()) await column(page).locator('[data-composer]').waitFor()
  })

  test('both write in silence, and nobody is sent a word of it', async () => {
    await headMenu('Still schreiben lassen')
    await note(ben.page, ['Geheim von Ben', 'Noch etwas von Ben'])
    await note(cem.page, ['Geheim von Cem'])
    for (const { page } of everyone()) await expect.poll(() => column(page).locator('[data-strip]').textContent()).toContain('3 Entwürfe')
    expect(await ben.page.locator('[data-drafts] li').allTextContents()).toEqual(['Geheim von Ben', 'Noch etwas von Ben'])
    await look('written')
    for (const page of [anna.page, cem.page]) expect(await page.locator('body').textContent()).not.toContain('von Ben')
    expect(heard.anna + heard.cem).not.toMatch(/von Ben/)
    expect(heard.anna).not.toMatch(/von Cem/)
    expect(heard.cem, 'one’s own come back').toContain('Geheim von Cem')
    expect(await texts(anna.page)).toEqual([])
  })

  test('without the network a draft is refused and stays in the input', async () => {
    await ben.context.setOffline(true)
    await note(ben.page, ['Unterwegs'])
    await ben.page.getByText(/Entwürfe brauchen die Verbindung/).waitFor({ timeout: 20_000 })
    expect(await column(ben.page).locator('[data-composer]').inputValue()).toBe('Unterwegs')
    await ben.context.setOffline(false)
    await expect
      .poll(
        async () => {
          await column(ben.page).locator('[data-composer]').press('Enter')
          return column(anna.page).locator('[data-strip]').textContent()
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toContain('4 Entwürfe')
  })

  test('the facilitator reveals, and everybody has the cards', async () => {
    await column(anna.page).getByRole('button', { name: 'Aufdecken' }).click()
    await look('reveal')
    await anna.page.getByRole('menuitem', { name: 'Alle Entwürfe aufdecken' }).click()
    for (const { page } of everyone()) {
      await expect
        .poll(async () => (await texts(page)).toSorted())
        .toEqual(['Geheim von Ben', 'Geheim von Cem', 'Noch etwas von Ben', 'Unterwegs'])
    }
    expect(await ben.page.locator('[data-drafts]').count()).toBe(0)
  })

  test('all vote by press, by keyboard and on the phone, and see only their own', async () => {
    await headMenu('Abstimmen lassen …')
    await look('open-votes')
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Abstimmung beginnen' }).click()
    const last = (await texts(anna.page)).at(-1)!
    await card(ben.page, last).getByRole('button', { name: 'Stimme geben' }).click()
    await card(ben.page, last).locator('article').focus()
    await ben.page.keyboard.press('v')
    await expect.poll(() => column(ben.page).locator('[data-strip]').textContent()).toContain('noch 3 von 5')
    await card(cem.page, last).getByRole('button', { name: 'Stimme geben' }).tap()
    const second = (await texts(anna.page))[1]!
    await card(cem.page, second).getByRole('button', { name: 'Stimme geben' }).tap()
    await card(cem.page, second).getByRole('button', { name: 'Stimme zurücknehmen' }).tap()
    await card(anna.page, second).getByRole('button', { name: 'Stimme geben' }).click()
    await expect.poll(() => column(cem.page).locator('[data-strip]').textContent()).toContain('noch 4 von 5')
    await expect.poll(() => column(anna.page).locator('[data-strip]').textContent()).toContain('noch 4 von 5')
    await look('vote')
    await column(anna.page).getByRole('button', { name: 'Handzeichen' }).click()
    await anna.page.getByRole('spinbutton', { name: second }).fill('1')
    await anna.page.getByRole('spinbutton', { name: second }).press('Enter')
    await look('hands')
    await anna.page.keyboard.press('Escape')
    for (const { page } of everyone()) expect(await page.getByRole('button', { name: /^\d+ Stimmen?$/ }).count()).toBe(0)
  })

  test('the close shows the totals to all and puts the question in order', async () => {
    const before = await texts(anna.page)
    await column(anna.page).getByRole('button', { name: 'Schließen …' }).click()
    await look('close')
    await anna.page.getByRole('button', { name: 'Schließen und zählen' }).click()
    await anna.page.getByRole('dialog', { name: 'Ergebnis der Abstimmung' }).getByText('davon 1 per Handzeichen').waitFor()
    await look('result')
    await anna.page.keyboard.press('Escape')
    const [first, second, third, fourth] = before
    for (const { page } of everyone()) {
      await expect.poll(() => texts(page)).toEqual([fourth, second, first, third])
      await card(page, fourth!).getByRole('button', { name: '3 Stimmen' }).waitFor()
      await card(page, second!).getByRole('button', { name: '2 Stimmen' }).waitFor()
    }
    await look('closed')
  })

  test('a state with a name is looked at, brought back for all, and that is undone', async () => {
    const { page } = anna
    const history = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Board einrichten' }).click()
      await page.getByRole('button', { name: 'Frühere Stände ansehen' }).click()
    }
    await history()
    await page.getByLabel('Name für den Stand von jetzt').fill('Nach der Abstimmung')
    await page.getByRole('button', { name: 'Festhalten' }).click()
    await page.getByRole('button', { name: 'Ansehen: Nach der Abstimmung' }).waitFor()
    await look('history')
    await page.keyboard.press('Escape')
    const before = await texts(page)
    await column(page).locator('[data-composer]').fill('Später')
    await column(page).locator('[data-composer]').press('Enter')
    await card(ben.page, 'Später').waitFor()
    await history()
    await page.getByRole('button', { name: 'Ansehen: Nach der Abstimmung' }).click()
    await page.getByRole('dialog', { name: 'Nach der Abstimmung' }).getByText(before[0]!).waitFor()
    await page.getByRole('button', { name: 'Diesen Stand zurückholen …' }).click()
    await look('history-ask')
    await page.getByRole('button', { name: 'Für alle zurückholen' }).click()
    for (const visitor of everyone()) await expect.poll(() => texts(visitor.page)).toEqual(before)
    await page.locator('[data-toasts] > div').filter({ hasText: 'früheren Stand' }).getByRole('button', { name: 'Rückgängig' }).click()
    for (const visitor of everyone()) await expect.poll(() => texts(visitor.page)).toEqual([...before, 'Später'])
    for (const { faults } of everyone()) expect(faults).toEqual([])
  })

  function listen(page: Page, who: keyof typeof heard): void {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void (heard[who] += payload.toString())))
  }

  async function note(page: Page, lines: readonly string[]): Promise<void> {
    const input = column(page).getByRole('textbox', { name: /für sich notieren/ })
    for (const line of lines) {
      await input.fill(line)
      await input.press('Enter')
    }
  }

  async function joinAs(link: string, name: string, screen: 'small' | 'phone'): Promise<Visitor> {
    const visitor = await visit(browser, link, screen)
    if (name === 'Cem') listen(visitor.page, 'cem')
    await visitor.page.getByLabel('Ihr Name').fill(name)
    await visitor.page.getByRole('button', { name: 'Mitmachen' }).click()
    return visitor
  }
})
