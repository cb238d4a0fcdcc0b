import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, SCREENS, visit } from '../helpers/browser.ts'
import { box } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

/** `PICTURES=folder` keeps what the test saw. */
const folder = process.env['PICTURES']
if (folder) mkdirSync(folder, { recursive: true })

const words = {
  de: {
    sample: 'Beispiel öffnen',
    plan: 'Aktionsplan',
    invite: 'Einladen',
    settings: 'Board einrichten',
    more: 'Menü',
    menu: /^Menü der Karte/,
  },
  en: {
    sample: 'Open the sample',
    plan: 'Action plan',
    invite: 'Invite',
    settings: 'Set up the board',
    more: 'Menu',
    menu: /^Menu of the card/,
  },
} as const

describe('the sample workshop on every screen, in both languages', () => {
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

  const cases = (Object.keys(SCREENS) as (keyof typeof SCREENS)[]).flatMap((screen) =>
    (['de', 'en'] as const).map((language) => ({ screen, language })),
  )
  test.each(cases)(
    '$screen, $language',
    async ({ screen, language }) => {
      const { page, context, faults } = await visit(browser, product.url, screen, language)
      const text = words[language]
      const look = async (name: string): Promise<void> => {
        await page.waitForTimeout(250)
        if (folder) await page.screenshot({ path: `${folder}/${name}-${screen}-${language}.png` })
        expect(await overflowing(page), name).toEqual([])
      }
      const press = async (name: string): Promise<void> => {
        if (screen !== 'phone') return page.getByRole('button', { name }).first().click()
        await page.getByRole('button', { name: text.more, exact: true }).click()
        await page.getByRole('menuitem', { name, exact: true }).click()
      }
      await page.getByRole('button', { name: text.sample }).waitFor()
      await look('home')
      await page.getByRole('button', { name: text.sample }).click()
      await page.locator('[data-card]').first().waitFor()
      await look('board')
      expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight), 'the page scrolls').toBe(0)
      expect(await smallTargets(page)).toEqual([])

      await press(text.plan)
      await page.getByRole('dialog').waitFor()
      await look('plan')
      await page.keyboard.press('Escape')
      await press(text.invite)
      await page.getByTestId('link-viewer').waitFor()
      await look('invite')
      await page.keyboard.press('Escape')
      await press(text.settings)
      await page.getByRole('dialog').waitFor()
      await look('settings')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: text.menu }).first().click()
      await page.getByRole('menu').waitFor()
      await look('menu')
      await page.getByRole('menuitem').nth(1).click()
      await page.getByRole('dialog').waitFor()
      await look('details')
      await page.keyboard.press('Escape')
      if (screen !== 'phone') {
        await page.getByRole('button', { name: text.menu }).last().click()
        await page.getByRole('menuitem').nth(1).click()
        await page.getByRole('dialog').waitFor()
        const card = page.locator('main [data-card]').last()
        const edges = (): Promise<number> =>
          card.evaluate((element) => element.getBoundingClientRect().right - (element.closest('main')?.getBoundingClientRect().right ?? 0))
        await expect.poll(edges, { message: 'the card stands beside its details' }).toBeLessThanOrEqual(0)
        await page.keyboard.press('Escape')
      }
      for (const place of ['responsibility', 'rehearsal']) {
        if (screen === 'phone') await page.getByRole('button', { name: text.more, exact: true }).click()
        await page.locator(`:is(nav, [role=menu]) a[href$="/${place}"]`).click()
        await page.locator('#place-title').waitFor()
        await look(place)
        expect(await smallTargets(page), place).toEqual([])
      }
      await page.locator('main button').nth(1).click()
      await page.locator('[data-step-title]').waitFor()
      await look('rehearsal-station')
      expect(await smallTargets(page), 'station').toEqual([])
      expect(faults).toEqual([])
      await context.close()
    },
    40_000,
  )

  test.each(['laptop', 'phone'] as const)('%s: a low window leaves room for a card and reaches the answer', async (screen) => {
    const { page, context } = await visit(browser, product.url, screen)
    await page.getByRole('button', { name: words.de.sample }).click()
    await page.locator('[data-card]').first().waitFor()
    for (const [width, height] of [
      [512, 384],
      [844, 390],
      [720, 450],
      [1280, 540],
    ] as const) {
      await page.setViewportSize({ width, height })
      await box(page.getByRole('textbox', { name: 'Unsere Antwort' }).first())
      const room = await page
        .locator('main section')
        .first()
        .evaluate((column) => column.clientHeight)
      expect(room, `${width}x${height}`).toBeGreaterThan(200)
      expect(await overflowing(page)).toEqual([])
    }
    await context.close()
  })

  test('a card that is dropped where it cannot lie says so, and a new one is scrolled into view', async () => {
    const { page, context } = await visit(browser, product.url, 'laptop')
    await page.getByRole('button', { name: words.de.sample }).click()
    const tasks = page.getByRole('region', { name: /Was muss im Alltag/ })
    const standards = page.getByRole('region', { name: /Welche Prozess/ })
    const refusal = page.getByText(/^Hier kann „.*“ nicht liegen\.$/)
    const to = await box(standards.getByRole('heading'))
    const from = await box(tasks.getByRole('article').first())
    await page.mouse.move(from.x + 60, from.y + 12)
    await page.mouse.down()
    await page.mouse.move(from.x + 80, from.y + 40, { steps: 5 })
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 10 })
    await page.waitForTimeout(200)
    await page.mouse.up()
    await refusal.waitFor()

    const input = tasks.getByRole('textbox', { name: 'Aufgabe schreiben' })
    await input.fill('Ganz unten')
    await input.press('Enter')
    const card = tasks.getByRole('article', { name: /Ganz unten/ })
    await expect.poll(() => card.evaluate(isInView)).toBe(true)
    await context.close()
  })
})

function isInView(card: Element): boolean {
  const box = card.getBoundingClientRect()
  const list = card.closest('[data-list]')?.parentElement?.getBoundingClientRect()
  return list !== undefined && box.top >= list.top - 1 && box.bottom <= list.bottom + 1
}

/** Elements that stick out of the page or of their card. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push(`page is ${document.documentElement.scrollWidth} wide`)
    for (const element of document.querySelectorAll('article, [role=dialog], header, footer, form, section > header')) {
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`${element.tagName} ${(element.textContent ?? '').slice(0, 40)}`)
    }
    for (const element of document.querySelectorAll('[role=dialog] *, [role=menu] *, header *, footer *')) {
      if (element.closest('main')) continue
      const { right, width } = element.getBoundingClientRect()
      if (width > 0 && right > window.innerWidth + 1 && getComputedStyle(element).position !== 'absolute')
        faults.push(`${element.tagName} ends at ${Math.round(right)}: ${(element.textContent ?? '').slice(0, 40)}`)
    }
    return faults
  })
}

/** WCAG 2.5.8: nothing that is pressed is smaller than 24 by 24 pixels. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, a[href]')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && (width < 24 || height < 24)
        ? [`${element.tagName} ${Math.round(width)}x${Math.round(height)} ${(element.textContent ?? '').slice(0, 30)}`]
        : []
    }),
  )
}
