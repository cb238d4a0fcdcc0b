import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../helpers/browser.ts'
import { drag } from '../helpers/pointer.ts'
import { openForTwo } from '../helpers/two-people.ts'

const ACTORS = [
  'Geschäftsführung',
  'Verkauf Außendienst',
  'Verkauf Innendienst',
  'Telefonzentrale',
  'Telefonmarketing',
  'Kundenhotline',
  'Service vor Ort',
  'Trainer',
  'Reklamation',
  'Buchhaltung',
  'Empfang',
]
const TASKS = ['Rückruf', 'Angebot', 'Mahnung', 'Anfrage', 'Lieferung', 'Einweisung', 'Wartung', 'Gutschrift'].map(
  (word) => `${word} zusagen`,
)

/** Two people with a browser each: what one does, the other sees; then the same without a pointer. */
describe('the cards say something together', () => {
  let two: Awaited<ReturnType<typeof openForTwo>> | undefined
  let anna: Visitor
  let ben: Visitor

  beforeAll(async () => {
    two = await openForTwo('Geschichte')
    ;({ anna, ben } = two)
  })
  afterAll(() => two?.close())

  test('11 actors and 8 tasks are pasted, and the other one sees what is missing', async () => {
    await anna.page.getByRole('button', { name: /^Frage 1 öffnen/ }).click()
    await paste(anna.page, 'actors', 'Akteur', ACTORS)
    await paste(anna.page, 'everyday', 'Aufgabe', TASKS)
    await expect.poll(() => cards(ben.page, 'doers').count()).toBe(11)
    await expect.poll(() => cards(ben.page, 'everyday').count()).toBe(8)
    await missing(ben.page, '8 ohne Übernahme').waitFor()
    await expect.poll(() => ben.page.getByTestId('maturity').textContent()).toBe('0 von 8 vollständig')
  })

  test('a held actor lights up the tasks alone; dropped on one, the chip and the meter move in the other browser', async () => {
    const task = card(anna.page, 'everyday', 'Rückruf zusagen')
    const lit = (place: Locator): Promise<string> =>
      place.locator('article').evaluate((element) => `${getComputedStyle(element).opacity} ${getComputedStyle(element, '::after').content}`)
    await drag(anna.page, card(anna.page, 'doers', 'Kundenhotline'), task, async () => {
      expect(await anna.page.getByTestId('drop-ring').textContent()).toBe('übernimmt diese Aufgabe')
      await expect.poll(() => lit(card(anna.page, 'everyday', 'Angebot zusagen'))).toBe('1 "übernimmt diese Aufgabe"')
      await expect.poll(() => lit(card(anna.page, 'doers', 'Trainer'))).toBe('0.5 none')
    })
    await card(ben.page, 'everyday', 'Rückruf zusagen').getByRole('button', { name: 'Kundenhotline', exact: true }).waitFor()
    await missing(ben.page, '7 ohne Übernahme').waitFor()
  })

  test('a case breaks at a station, and one press makes the measure', async () => {
    await anna.page.getByRole('link', { name: 'Fallprobe' }).click()
    await anna.page.getByRole('textbox', { name: 'Fall schreiben' }).fill('Ticket vergessen')
    await anna.page.getByRole('button', { name: 'Durchspielen' }).click()
    await anna.page.getByRole('combobox', { name: 'Station schreiben' }).fill('Empfang')
    await anna.page.keyboard.press('Enter')
    const ask = anna.page.getByRole('group', { name: 'Weiß ich, was zu tun ist?' })
    await ask.getByRole('button', { name: /nein/ }).click()
    await ask.getByRole('button', { name: /^Maßnahme anlegen: / }).click()
    await ask.getByRole('button', { name: /^Maßnahme angelegt, zeigen: / }).waitFor()
    await ben.page.getByRole('button', { name: /^Frage M öffnen: .*, 1 Karte, / }).waitFor()
    await ben.page.getByRole('button', { name: /Plan-Reife/ }).click()
    const panel = ben.page.getByRole('complementary', { name: 'Was fehlt noch?' })
    await panel.getByText('Fall „Ticket vergessen“ bricht bei „Empfang“ ab').waitFor()
    await panel.getByText(/^Maßnahme „„Empfang“ vorbereiten: .* ist unvollständig/).waitFor()
    await panel.getByRole('button', { name: 'Schließen' }).click()
  })

  test('the keyboard alone does the same: an actor takes a task on', async () => {
    const { page } = ben
    await card(page, 'doers', 'Empfang').locator('article').focus()
    await page.keyboard.press('l')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('angebot')
    await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(1)
    await tabTo(page, /^Angebot zusagen/)
    await page.keyboard.press('Enter')
    await missing(page, '6 ohne Übernahme').waitFor()
    await anna.page.getByRole('link', { name: 'Board' }).click()
    await card(anna.page, 'everyday', 'Angebot zusagen').getByRole('button', { name: 'Empfang', exact: true }).waitFor()
  })

  test('a gap is mended from the panel, and the focus goes on to the next', async () => {
    const { page } = ben
    await page.keyboard.press('Alt+w')
    await page.getByRole('complementary', { name: 'Was fehlt noch?' }).waitFor()
    await tabTo(page, /^Wer übernimmt das\?$/)
    const first = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['gap'])
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('trainer')
    await tabTo(page, /^Trainer/)
    await page.keyboard.press('Enter')
    await missing(anna.page, '5 ohne Übernahme').waitFor()
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['gap'])).toMatch(/^R07:/)
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['gap'])).not.toBe(first)
  })

  test('and a case breaks and is mended', async () => {
    const { page } = ben
    await page.getByRole('link', { name: 'Fallprobe' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Ticket vergessen/ }).waitFor()
    await tabTo(page, /^Ticket vergessen/)
    await page.keyboard.press('Enter')
    const answered = (name: string): Promise<number> => page.getByRole('group', { name }).getByRole('button', { pressed: true }).count()
    await page.getByRole('heading', { name: 'Empfang' }).waitFor()
    await page.keyboard.press('j')
    await expect.poll(() => answered('Habe ich die Information?')).toBe(1)
    await page.keyboard.press('n')
    await expect.poll(() => answered('Darf ich zusagen und Vorteile geben?')).toBe(1)
    await tabTo(page, /^Maßnahme anlegen: /)
    await page.keyboard.press('Enter')
    await anna.page.getByRole('button', { name: /^Frage M öffnen: .*, 2 Karten, / }).waitFor()
  })

  test('nobody’s browser asked a foreign host or broke the content policy', () => {
    expect([...anna.faults, ...ben.faults]).toEqual([])
  })
})

function cards(page: Page, question: string): Locator {
  return page.locator(`section[data-column="${question}"] [data-card]`)
}

function card(page: Page, question: string, text: string): Locator {
  return cards(page, question).filter({ hasText: text }).first()
}

function missing(page: Page, count: string): Locator {
  return page.locator('footer').getByText(count, { exact: true })
}

async function paste(page: Page, question: string, kind: string, lines: readonly string[]): Promise<void> {
  await page
    .locator(`section[data-column="${question}"]`)
    .getByRole('textbox', { name: `${kind} schreiben` })
    .focus()
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, lines.join('\n'))
  await expect.poll(() => cards(page, question).count()).toBe(lines.length)
}

/** Tabs on until the focus is on something that is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    if (name.test(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing called ${name.source} takes the focus`)
}
