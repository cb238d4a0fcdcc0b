import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

/** What a person reads when something is wrong: what happened, what is safe, what to do next. */
describe('bad input', () => {
  let browser: Browser
  let product: Awaited<ReturnType<typeof startProduct>>
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-bad-'))
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test.each([
    ['de-DE', 'Kein Zugang', 'Dieses Board gibt es nicht, oder der Link gilt nicht mehr.'],
    ['en-GB', 'No access', 'This board does not exist, or the link is no longer valid.'],
  ])('an unknown board, %s', async (locale, title, sentence) => {
    const { page, context } = await visit(browser, `${product.url}/b/Bunknownunknownunknown`, 'small', locale)
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(sentence)
    await context.close()
  })

  test('a wrong link looks like an unknown board', async () => {
    const anna = await visit(browser, product.url, 'laptop')
    await anna.page.getByRole('button', { name: 'Beispiel öffnen' }).click()
    await anna.page.locator('[data-card]').first().waitFor()
    const read = async (address: string): Promise<string | null> => {
      const { page, context } = await visit(browser, `${address}#${'x'.repeat(43)}`, 'phone')
      await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()
      const text = await page.locator('main').textContent()
      await context.close()
      return text
    }
    const wrong = await read(anna.page.url())
    expect(wrong).toContain('Bitten Sie die Moderation um den neuen Link')
    expect(await read(`${product.url}/b/unbekanntesBoard12345a`)).toBe(wrong)
    await anna.context.close()
  })

  test('a broken file names the place of its fault, and no board is made', async () => {
    const { page, context } = await visit(browser, product.url, 'laptop')
    const file = async (name: string, text: string): Promise<string> => {
      writeFileSync(join(folder, name), text)
      await page.getByLabel('Board aus Datei öffnen').setInputFiles(join(folder, name))
      const alert = page.getByRole('alert')
      await alert.waitFor()
      return (await alert.textContent()) ?? ''
    }
    expect(await file('text.json', '{ "format": ')).toContain('JSON')
    await page.reload()
    expect(await file('other.json', '{ "format": "auftakt-board", "version": 1, "title": "x" }')).toMatch(
      /kein gültiges Board.*Stelle: \w+/,
    )
    await page.reload()
    expect(await file('large.json', ' '.repeat(5 * 1024 * 1024 + 1))).toContain('zu groß')
    expect(page.url()).toBe(`${product.url}/`)
    await context.close()
  })

  test('a paste of 5 MB is refused with both numbers and changes nothing', async () => {
    const { page, context, faults } = await visit(browser, product.url, 'laptop')
    await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
    const input = page.getByRole('textbox', { name: 'Aufgabe schreiben' })
    await input.waitFor()
    const before = await page.locator('[data-column=everyday] [data-card]').count()
    await input.focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', 'x'.repeat(5_000_000))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('5.000.000 Zeichen, auf eine Karte passen 5.000').waitFor()
    expect(await page.locator('[data-column=everyday] [data-card]').count()).toBe(before)
    expect(await input.inputValue()).toBe('')
    expect(faults).toEqual([])
    await context.close()
  })

  test('a text at its limit is counted, refuses more and loses nothing', async () => {
    const { page, context, faults } = await visit(browser, product.url, 'laptop')
    await page.getByLabel('Ihr Name').fill('Anna')
    await page.getByRole('button', { name: 'Board eröffnen' }).click()
    const input = page.getByRole('textbox', { name: 'Aufgabe schreiben' })
    await input.fill('a'.repeat(4500))
    expect(await page.getByText(/^noch .* Zeichen$/).count()).toBe(0)
    await input.fill('a'.repeat(4998))
    await page.getByText('noch 2 Zeichen').waitFor()
    await input.pressSequentially('bcd')
    expect(await input.inputValue()).toBe(`${'a'.repeat(4998)}bc`)
    await page.getByText('noch 0 Zeichen').waitFor()
    await input.press('Enter')
    const card = page.getByRole('article', { name: /^Aufgabe: a/ })
    await card.focus()
    await card.press('Enter')
    const editor = page.getByRole('textbox', { name: 'Text der Karte' })
    await page.getByText('noch 0 Zeichen').waitFor()
    await editor.pressSequentially('d')
    await page.getByText('Ihre letzte Eingabe wurde nicht übernommen').waitFor()
    expect(await editor.inputValue()).toBe(`${'a'.repeat(4998)}bc`)
    await editor.press('Backspace')
    await page.getByText('noch 1 Zeichen').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })

  test('500 pasted lines become cards that are saved, and one undo takes them back', async () => {
    const { page, context, faults } = await visit(browser, product.url, 'laptop')
    await page.getByLabel('Ihr Name').fill('Anna')
    await page.getByRole('button', { name: 'Board eröffnen' }).click()
    const input = page.getByRole('textbox', { name: 'Aufgabe schreiben' })
    await input.waitFor()
    await input.focus()
    // The sign of progress comes and goes: what was seen of it is kept.
    await page.evaluate(() => {
      const seen: number[] = Object.assign(window, { seen: [] as number[] }).seen
      new MutationObserver(() => {
        const sign = document.querySelector<HTMLProgressElement>('progress')
        if (sign && sign.value !== seen.at(-1)) seen.push(sign.value)
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['value'] })
    })
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', Array.from({ length: 500 }, (_, n) => `- Aufgabe ${n}: ${'lang '.repeat(60)}`).join('\n'))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await page.getByText('500 Karten angelegt').waitFor()
    const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
    expect(seen.length, 'the progress is seen in several steps').toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    await expect.poll(() => page.getByTestId('save-sign').getAttribute('data-state')).toBe('saved')
    expect(await page.locator('[data-column=everyday] [data-card]').count()).toBe(500)
    await page.locator('header').getByRole('button', { name: 'Rückgängig' }).click()
    await expect.poll(() => page.locator('[data-column=everyday] [data-card]').count()).toBe(0)
    await expect.poll(() => page.getByTestId('save-sign').getAttribute('data-state')).toBe('saved')
    expect(faults).toEqual([])
    await context.close()
  })

  test('who is removed reads why, and the board stays', async () => {
    const anna = await visit(browser, product.url, 'laptop')
    await anna.page.getByRole('button', { name: 'Beispiel öffnen' }).click()
    await anna.page.getByRole('button', { name: 'Einladen' }).click()
    const ben = await visit(browser, await anna.page.getByTestId('link-participant').inputValue(), 'small')
    await ben.page.getByLabel('Ihr Name').fill('Ben')
    await ben.page.getByRole('button', { name: 'Mitmachen' }).click()
    await ben.page.locator('[data-card]').first().waitFor()
    await anna.page.getByRole('button', { name: 'Personen zeigen' }).click()
    await anna.page.getByRole('button', { name: 'Aus dem Board entfernen: Ben' }).click()
    await anna.page.getByRole('button', { name: 'Ben entfernen' }).click()
    await ben.page.getByText('Ihr Zugang zu diesem Board wurde beendet.').waitFor()
    await ben.page.reload()
    await ben.page.getByRole('heading', { name: 'Kein Zugang' }).waitFor()
    await ben.context.close()
    await anna.context.close()
  })

  test('a board leaves as a file and comes back as the same board', async () => {
    const { page, context } = await visit(browser, product.url, 'laptop')
    await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
    await page.locator('[data-card]').first().waitFor()
    const cards = await page.locator('[data-column=everyday] article > p').allTextContents()
    const maturity = await page.getByTestId('maturity').textContent()
    await page.getByRole('button', { name: 'Aktionsplan' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Board als JSON-Datei' }).click()
    const file = join(folder, 'board.json')
    await (await download).saveAs(file)
    await page.goto(product.url)
    await page.getByLabel('Board aus Datei öffnen').setInputFiles(file)
    await page.locator('[data-card]').first().waitFor()
    expect(await page.locator('[data-column=everyday] article > p').allTextContents()).toEqual(cards)
    await expect.poll(() => page.getByTestId('maturity').textContent()).toBe(maturity)
    await context.close()
  })
})
