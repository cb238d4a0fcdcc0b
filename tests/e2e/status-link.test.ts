import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

const NUMBER = 'Störungsnummer mit Rückruf binnen 30 Minuten schalten'

/** After the workshop: an owner on a phone who never joined, the facilitator, and leadership with a link of their own. */
describe('measures live on', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof startProduct>>
  let frieda: Awaited<ReturnType<typeof visit>>
  let owner: Awaited<ReturnType<typeof visit>>
  let boss: Awaited<ReturnType<typeof visit>>
  let board: string

  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
    frieda = await visit(browser, product.url, 'laptop')
    await frieda.page.getByRole('button', { name: 'Beispiel öffnen' }).click()
    await frieda.page.waitForURL(/\/b\//)
    board = frieda.page.url()
    await frieda.page.getByRole('link', { name: 'Plan' }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test('a link to one measure, from its details, opens that measure on a phone and nothing else', async () => {
    await frieda.page.getByRole('button', { name: NUMBER }).click()
    await frieda.page.getByRole('button', { name: 'Statuslink' }).click()
    await frieda.page.getByRole('button', { name: `Link erzeugen: ${NUMBER}` }).click()
    const address = await frieda.page.getByRole('textbox', { name: `Link: ${NUMBER}` }).inputValue()
    expect(new URL(address).pathname + new URL(address).search).toMatch(/^\/s\/[A-Za-z0-9]{22}$/)
    await frieda.page.keyboard.press('Escape')
    owner = await visit(browser, address, 'phone')
    await owner.page.getByRole('heading', { name: NUMBER }).waitFor()
    expect(await owner.page.getByRole('heading', { level: 2 }).count()).toBe(1)
    expect(await owner.context.cookies()).toEqual([])
    expect(await owner.page.evaluate(() => document.body.scrollWidth - window.innerWidth)).toBe(0)
  })

  test('the link for leadership shows the plan, read only', async () => {
    await frieda.page.getByRole('button', { name: 'Nach dem Workshop' }).click()
    await frieda.page.getByRole('button', { name: 'Link erzeugen: Link für die Leitung' }).click()
    boss = await visit(browser, await frieda.page.getByTestId('pass-plan').inputValue(), 'small')
    await frieda.page.keyboard.press('Escape')
    await measures(boss.page).getByText(NUMBER).waitFor()
    expect(await boss.page.getByRole('textbox').count()).toBe(0)
    expect(await measures(boss.page).getByRole('button').count()).toBe(0)
    expect(await boss.context.cookies()).toEqual([])
    expect(await boss.page.getByRole('list', { name: 'Zahlen' }).count()).toBe(1)
  })

  test('the owner says it is done: the board shows it, and so does the page of leadership', async () => {
    const { page } = owner
    await page.getByRole('radio', { name: 'fallen gelassen' }).check()
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page
      .getByRole('alert')
      .getByText(/^Schreiben Sie noch, warum/)
      .waitFor()
    await page.getByRole('radio', { name: 'erledigt' }).check()
    await page.getByRole('textbox').fill('Seit Montag geschaltet')
    await page.getByRole('button', { name: 'Speichern' }).click()
    await page
      .getByRole('status')
      .getByText(/^Gespeichert/)
      .waitFor()
    await frieda.page.bringToFront()
    await measures(frieda.page).getByText('Seit Montag geschaltet').waitFor()
    await boss.page.bringToFront()
    await measures(boss.page).getByText('Seit Montag geschaltet').waitFor({ timeout: 20_000 })
    await owner.page.reload()
    expect(await owner.page.getByRole('radio', { name: 'erledigt' }).isChecked()).toBe(true)
  })

  test('what leadership decides is entered on the board after the meeting, and everybody sees it', async () => {
    const asked = boss.page.getByRole('region', { name: 'Entscheidungen der Leitung' })
    await asked.getByText(/^Freigabe von 18/).waitFor()
    await frieda.page.bringToFront()
    const question = frieda.page.getByRole('group', { name: /^Was hat die Leitung entschieden\? Gemeinsame Kundenakte/ })
    await question.getByRole('button', { name: 'Ja', exact: true }).click()
    await boss.page.bringToFront()
    await asked.getByText('Schon entschieden').waitFor({ timeout: 20_000 })
    expect(await asked.getByText(/^Gemeinsame Kundenakte einführen/).count()).toBe(1)
    expect(await asked.getByText(/^Freigabe von 18/).count()).toBe(0)
  })

  test('leadership saves the PDF, with the status in it', async () => {
    const saved = boss.page.waitForEvent('download')
    await boss.page.getByRole('button', { name: 'PDF speichern' }).click()
    const file = await (await saved).path()
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toMatch(/erledigt\s+\(Seit Montag\s+geschaltet\)/)
  })

  test('a follow-up board begins with what is open, and counts what is done; the old one stays', async () => {
    const { page } = frieda
    await page.bringToFront()
    await page.getByRole('button', { name: 'Nach dem Workshop' }).click()
    await page.getByRole('button', { name: 'Folgetermin vorbereiten …' }).click()
    await page.getByText('8 offene Maßnahmen kommen mit', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Folgetermin anlegen' }).click()
    await page.waitForURL((url) => url.pathname.startsWith('/b/') && !board.endsWith(url.pathname) && !url.pathname.endsWith('/plan'))
    await page.getByRole('link', { name: 'Plan' }).click()
    await measures(page)
      .getByText(/^Gemeinsame Kundenakte einführen/)
      .waitFor()
    expect(await measures(page).getByText(NUMBER).count()).toBe(0)
    await page
      .getByText(/8 offene Maßnahmen übernommen, 1 erledigt$/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /^Gemeinsame Kundenakte einführen/ }).click()
    expect(await page.getByLabel('Übernommen aus').inputValue()).toMatch(/^Kundenmanagement-Kickoff 2027, \d/)
    await page.goto(`${board}/plan`)
    await measures(page).getByText('Seit Montag geschaltet').waitFor()
  })

  test('an ended link opens nothing from that moment, and what was said stays', async () => {
    await frieda.page.bringToFront()
    await frieda.page.getByRole('button', { name: NUMBER }).click()
    await frieda.page.getByRole('button', { name: 'Statuslink' }).click()
    await frieda.page.getByRole('button', { name: `Beenden: ${NUMBER}` }).click()
    await frieda.page.getByText(/^Beendet oder abgelaufen am/).waitFor()
    await frieda.page.keyboard.press('Escape')
    await owner.page.bringToFront()
    await owner.page.getByRole('radio', { name: 'offen' }).check()
    await owner.page.getByRole('button', { name: 'Speichern' }).click()
    await owner.page
      .getByRole('alert')
      .getByText(/^Nicht gespeichert/)
      .waitFor()
    await owner.page.reload()
    await owner.page.getByRole('heading', { name: 'Dieser Link gilt nicht' }).waitFor()
    expect(await measures(frieda.page).getByText('Seit Montag geschaltet').count()).toBe(1)
    expect(frieda.page.url()).toBe(`${board}/plan`)
  })

  test('nobody’s browser asked a foreign host or broke the content policy', () => {
    expect([...frieda.faults, ...owner.faults, ...boss.faults]).toEqual([])
  })
})

function measures(page: Page) {
  return page.getByRole('region', { name: /^Maßnahmen/ })
}
