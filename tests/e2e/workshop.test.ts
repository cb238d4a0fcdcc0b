import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { box, drag, dragByHandle, fingerMoves, middle, swipe } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

type Awaiting<T extends (...args: never[]) => unknown> = Awaited<ReturnType<T>>

/** One facilitator, one participant on a laptop, one on a phone, one who only reads; the built product in its own process. */
describe('a kickoff workshop', () => {
  let browser: Browser
  let product: Awaiting<typeof startProduct>
  let anna: Awaiting<typeof visit>
  let ben: Awaiting<typeof visit>
  let cem: Awaiting<typeof visit>
  let links: { participant: string; viewer: string }

  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test('the facilitator makes it from the template', async () => {
    anna = await visit(browser, product.url, 'laptop')
    const page = anna.page
    await page.getByLabel('Titel').fill('Kickoff Probe')
    await page.getByLabel('Organisation').fill('Prüfstand GmbH')
    await page.getByLabel('Ihr Name').fill('Anna')
    await page.getByRole('button', { name: 'Board eröffnen' }).click()
    await page.getByRole('heading', { name: 'Kickoff Probe' }).waitFor()
    await saved(page)
    await page.getByRole('button', { name: 'Einladen' }).click()
    links = {
      participant: await page.getByTestId('link-participant').inputValue(),
      viewer: await page.getByTestId('link-viewer').inputValue(),
    }
    expect(links.participant).toMatch(/\/b\/[A-Za-z0-9]{22}#[A-Za-z0-9_-]{43}$/)
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
  })

  test('two join by link with a name, one of them on a phone, and all see each other', async () => {
    ben = await joinAs(links.participant, 'Ben', 'small')
    cem = await joinAs(links.participant, 'Cem', 'phone')
    for (const { page } of [anna, ben, cem]) {
      await expect.poll(() => page.getByTestId('people-here').getAttribute('aria-label')).toMatch(/3 Personen.*Anna.*Ben.*Cem/)
    }
    expect(ben.page.url(), 'the secret leaves the address').not.toContain('#')
  })

  test('everybody writes, everybody sees it, and it is saved', async () => {
    await write(anna.page, 'everyday', 'Aufgabe', ['Rückruf nach Servicetermin führen', 'Angebote nachfassen', 'Reklamation bestätigen'])
    await cem.page.getByRole('combobox', { name: 'Zur Frage' }).selectOption({ index: 0 })
    await write(cem.page, 'actors', 'Akteur', ['Kundenhotline', 'Verkauf Innendienst'])
    await card(anna.page, 'doers', 'Kundenhotline').waitFor()
    await card(ben.page, 'everyday', 'Angebote nachfassen').waitFor()
    for (const { page } of [anna, cem]) await saved(page)
  })

  test('a card is dragged across columns by mouse', async () => {
    await anna.page.getByRole('button', { name: /Frage P öffnen/ }).click()
    await drag(anna.page, card(anna.page, 'everyday', 'Angebote nachfassen'), column(anna.page, 'parking').locator('[data-list]'))
    await card(anna.page, 'parking', 'Angebote nachfassen').waitFor()
    await ben.page.getByRole('button', { name: /Frage P öffnen/ }).click()
    await card(ben.page, 'parking', 'Angebote nachfassen').waitFor()
  })

  test('and by keyboard', async () => {
    const page = ben.page
    await card(page, 'parking', 'Angebote nachfassen').locator('article').focus()
    await page.keyboard.press('Space')
    const announced = (): Promise<string | null> => page.getByTestId('announcer').textContent()
    await expect.poll(announced).toContain('aufgenommen')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect
      .poll(() => texts(anna.page, 'everyday'))
      .toEqual(['Angebote nachfassen', 'Rückruf nach Servicetermin führen', 'Reklamation bestätigen'])
    await expect.poll(() => page.getByTestId('announcer').textContent()).toContain('abgelegt')
    expect(await page.evaluate(() => document.activeElement?.closest('[data-card]')?.textContent)).toContain('Angebote nachfassen')
  })

  test('and by its handle on the phone, where a finger elsewhere only scrolls, even one that rests first', async () => {
    const page = cem.page
    await page.getByRole('combobox', { name: 'Zur Frage' }).selectOption({ index: 4 })
    const first = await middle(card(page, 'everyday', 'Angebote nachfassen'))
    const last = await box(card(page, 'everyday', 'Reklamation bestätigen'))
    const up = { x: first.x, y: first.y - 80 }
    await swipe(page, first, up)
    await fingerMoves(page, [first, { x: first.x, y: last.y + last.height - 3 }], 400)
    expect(await texts(page, 'everyday')).toEqual(['Angebote nachfassen', 'Rückruf nach Servicetermin führen', 'Reklamation bestätigen'])
    await dragByHandle(page, card(page, 'everyday', 'Angebote nachfassen'), { x: first.x, y: last.y + last.height - 3 })
    await expect
      .poll(() => texts(anna.page, 'everyday'))
      .toEqual(['Rückruf nach Servicetermin führen', 'Reklamation bestätigen', 'Angebote nachfassen'])
  })

  test('an actor that is dragged onto a task takes it on, with chips on both ends', async () => {
    const task = card(anna.page, 'everyday', 'Reklamation bestätigen')
    await task.getByRole('button', { name: 'Wer übernimmt das?' }).waitFor()
    await drag(anna.page, card(anna.page, 'doers', 'Kundenhotline'), task, async () => {
      expect(await anna.page.getByTestId('drop-ring').textContent()).toBe('übernimmt diese Aufgabe')
    })
    await card(ben.page, 'everyday', 'Reklamation bestätigen').getByRole('button', { name: 'Kundenhotline' }).waitFor()
    await card(ben.page, 'doers', 'Kundenhotline').getByRole('button', { name: '1 Aufgabe' }).waitFor()
    await expect.poll(() => ben.page.getByTestId('maturity').textContent()).toMatch(/von 3 vollständig/)
  })

  test('who edits a card is seen by the others, and both may write in it', async () => {
    await card(ben.page, 'everyday', 'Reklamation bestätigen').locator('article').focus()
    await ben.page.keyboard.press('Enter')
    await expect.poll(() => card(anna.page, 'everyday', 'Reklamation bestätigen').textContent()).toContain('Ben schreibt hier')
    await ben.page.keyboard.type(' am selben Tag')
    await card(anna.page, 'everyday', 'Reklamation bestätigen am selben Tag').waitFor()
    await ben.page.keyboard.press('Escape')
  })

  test('undo takes back only one’s own', async () => {
    await write(anna.page, 'everyday', 'Aufgabe', ['Versehen'])
    await write(ben.page, 'everyday', 'Aufgabe', ['Bleibt'])
    await card(anna.page, 'everyday', 'Bleibt').waitFor()
    await anna.page.locator('header').getByRole('button', { name: 'Rückgängig' }).click()
    await expect.poll(() => texts(ben.page, 'everyday')).not.toContain('Versehen')
    expect(await texts(ben.page, 'everyday')).toContain('Bleibt')
  })

  test('one who only reads sees everything and has nothing to write with', async () => {
    const dora = await joinAs(links.viewer, 'Dora', 'small')
    await card(dora.page, 'everyday', 'Reklamation bestätigen').waitFor()
    expect(await dora.page.getByRole('textbox', { name: 'Aufgabe schreiben' }).count()).toBe(0)
    expect(dora.faults).toEqual([])
    await dora.context.close()
  })

  test('offline the sign says what waits, and on return both sides merge', async () => {
    await ben.context.setOffline(true)
    await expect.poll(() => ben.page.getByTestId('save-sign').textContent()).toBe('Offline')
    await write(ben.page, 'everyday', 'Aufgabe', ['ohne Netz eins', 'ohne Netz zwei', 'ohne Netz drei'])
    expect(await ben.page.getByTestId('save-sign').textContent()).toBe('Offline, 3 Änderungen warten')
    await write(anna.page, 'everyday', 'Aufgabe', ['währenddessen'])
    await ben.context.setOffline(false)
    await saved(ben.page)
    await card(ben.page, 'everyday', 'währenddessen').waitFor()
    await card(anna.page, 'everyday', 'ohne Netz drei').waitFor()
  })

  test('the server is killed; people go on, and nothing is lost after it is back', async () => {
    await saved(anna.page)
    await product.kill()
    await expect.poll(() => anna.page.getByTestId('save-sign').getAttribute('data-state')).not.toBe('saved')
    await write(anna.page, 'everyday', 'Aufgabe', ['während des Ausfalls'])
    await product.restart()
    await saved(anna.page)
    await card(ben.page, 'everyday', 'während des Ausfalls').waitFor()
    await ben.page.reload()
    await card(ben.page, 'everyday', 'während des Ausfalls').waitFor()
    await card(ben.page, 'everyday', 'ohne Netz drei').waitFor()
  }, 40_000)

  test('the plan leaves the room as a PDF', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'auftakt-plan-'))
    const page = anna.page
    await page.getByRole('button', { name: 'Aktionsplan' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF erstellen', exact: true }).click()
    const file = join(folder, 'plan.pdf')
    await (await download).saveAs(file)
    const run = (tool: string, ...args: string[]): string => execFileSync(tool, [...args, file], { encoding: 'utf8' })
    expect(run('qpdf', '--check')).toContain('No syntax or stream encoding errors')
    const info = run('pdfinfo')
    expect(info).toMatch(/Title:\s+.*Aktionsplan/)
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
    expect(pages).toBeGreaterThanOrEqual(3)
    expect(pages).toBeLessThanOrEqual(10)
    const fonts = run('pdffonts').split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/TrueType|CID/)
    const text = (...args: string[]): string => execFileSync('pdftotext', [...args, '-layout', file, '-'], { encoding: 'utf8' })
    const first = text('-l', '1')
    expect(first).toContain('Prüfstand GmbH')
    expect(first).toMatch(/Beziehung\s+zu\s+unseren\s+Kunden/)
    expect(first).toMatch(/Entscheidung/)
    expect(text().replaceAll(/\s+/g, ' ')).toContain('Kundenhotline')
    await page.getByText('Teile, Sprache und Aufmachung').click()
    await page.getByRole('button', { name: 'Nur die erste Seite' }).click()
    const onePage = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF erstellen', exact: true }).click()
    await (await onePage).saveAs(file)
    expect(run('pdfinfo')).toMatch(/Pages:\s+1\n/)
    for (const [button, name] of [
      ['Excel-Mappe', /\.xlsx$/],
      ['CSV', /Maßnahmen\.csv$/],
      ['Text für Intranet (Markdown)', /\.md$/],
      ['Termine (Kalender)', /\.ics$/],
    ] as const) {
      const other = page.waitForEvent('download')
      await page.getByRole('button', { name: button, exact: true }).click()
      expect((await other).suggestedFilename()).toMatch(name)
    }
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
  })

  test('nobody’s browser asked a foreign host or broke the content policy', () => {
    for (const { faults } of [anna, ben, cem]) expect(faults).toEqual([])
    expect(product.output()).not.toMatch(/Kundenhotline|Anna|Rückruf|Kickoff Probe/)
  })

  async function joinAs(link: string, name: string, screen: Parameters<typeof visit>[2]): ReturnType<typeof visit> {
    const person = await visit(browser, link, screen)
    await person.page.getByLabel('Ihr Name').fill(name)
    await person.page.getByRole('button', { name: 'Mitmachen' }).click()
    await person.page.getByRole('heading', { name: 'Kickoff Probe' }).waitFor()
    return person
  }
})

function column(page: Page, question: string): Locator {
  return page.locator(`section[data-column="${question}"]`)
}

function card(page: Page, question: string, text: string): Locator {
  return column(page, question).locator('[data-card]').filter({ hasText: text }).first()
}

async function texts(page: Page, question: string): Promise<string[]> {
  return column(page, question).locator('[data-card] article > p').allTextContents()
}

async function write(page: Page, question: string, kind: string, cards: readonly string[]): Promise<void> {
  const input = column(page, question).getByRole('textbox', { name: `${kind} schreiben` })
  for (const text of cards) {
    await input.fill(text)
    await input.press('Enter')
    await card(page, question, text).waitFor()
  }
}

async function saved(page: Page): Promise<void> {
  await expect.poll(() => page.getByTestId('save-sign').getAttribute('data-state'), { timeout: 15_000 }).toBe('saved')
}
