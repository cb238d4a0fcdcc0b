import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../helpers/browser.ts'
import { openForTwo } from '../helpers/two-people.ts'

/** The first block of the kickoff's agenda. */
const FIRST_STEP_MS = 15 * 60_000

/** A facilitator leads, a participant with a wrong clock follows; the built product in its own process. */
describe('a workshop is led', () => {
  let two: Awaited<ReturnType<typeof openForTwo>> | undefined
  let anna: Visitor
  let ben: Visitor

  beforeAll(async () => {
    two = await openForTwo('Geführter Workshop', '2019-01-01T00:00:00Z')
    ;({ anna, ben } = two)
  })
  afterAll(() => two?.close())

  const lead = (name: string): Locator =>
    anna.page.getByRole('region', { name: 'Ablauf des Workshops' }).getByRole('button', { name, exact: true })

  test('the agenda starts, and the same time runs on both screens', async () => {
    expect(await ben.page.getByRole('region', { name: 'Ablauf des Workshops' }).count()).toBe(0)
    const from = Date.now()
    await lead('Ablauf starten').click()
    expect(await ben.page.evaluate(() => new Date().getUTCFullYear()), 'the clock is wrong').toBe(2019)
    const ends = await Promise.all([anna, ben].map(({ page }) => endOn(page)))
    const heardAt = Date.now()
    for (const end of ends) {
      expect(end, 'right within a second').toBeGreaterThan(from + FIRST_STEP_MS - 1000)
      expect(end, 'right within a second').toBeLessThan(heardAt + FIRST_STEP_MS)
    }
    expect(Math.abs(ends[0]! - ends[1]!), 'the same on both').toBeLessThan(1000)
  })

  test('the next step opens its questions for the participant', async () => {
    await expect.poll(() => openQuestions(ben.page)).toEqual(['actors'])
    await lead('Weiter').click()
    await expect.poll(() => openQuestions(ben.page)).toEqual(['feelings', 'information', 'everyday', 'merge'])
    await expect.poll(() => openQuestions(anna.page)).toEqual(['feelings', 'information', 'everyday', 'merge'])
  })

  test('who is ready counts, and a hand is seen', async () => {
    await ben.page.getByRole('button', { name: 'Ich bin so weit' }).click()
    for (const { page } of [anna, ben]) await expect.poll(() => page.getByTestId('ready-count').textContent()).toBe('1 von 1 bereit')
    await ben.page.getByRole('button', { name: 'Melden', exact: true }).click()
    await anna.page.getByRole('button', { name: '1 Meldung' }).click()
    await anna.page.getByRole('menuitem', { name: /^Ben/ }).click()
    await expect.poll(() => ben.page.getByRole('button', { name: 'Melden', exact: true }).getAttribute('aria-pressed')).toBe('false')
  })

  test('who writes is asked before being taken along, and keeps the words', async () => {
    const input = ben.page.locator('[data-column="feelings"] [data-composer]')
    await input.fill('Noch nicht fertig')
    await lead('Weiter').click()
    await ben.page.getByText('Die Moderation ist jetzt bei „Ordnen & bewerten“.').waitFor()
    expect(await openQuestions(ben.page)).toEqual(['feelings', 'information', 'everyday', 'merge'])
    expect(await input.inputValue()).toBe('Noch nicht fertig')
    await expect.poll(() => ben.page.getByTestId('ready-count').textContent()).toBe('0 von 1 bereit')
    await ben.page.getByRole('button', { name: 'Folgen' }).click()
    await expect.poll(() => openQuestions(ben.page)).toEqual(['information', 'lifecycle', 'everyday', 'locus'])
    await ben.page.getByRole('button', { name: /Frage 2 öffnen/ }).click()
    expect(await input.inputValue()).toBe('Noch nicht fertig')
  })

  test('a change in the agenda is seen at once', async () => {
    await lead('Mehr zum Ablauf').click()
    await anna.page.getByRole('menuitem', { name: 'Ablauf bearbeiten' }).click()
    const title = anna.page.getByRole('textbox', { name: 'Titel von Schritt 3' })
    await title.fill('Stapeln')
    await title.press('Enter')
    await ben.page.getByRole('listitem').filter({ hasText: 'Stapeln' }).waitFor()
    await anna.page.keyboard.press('Escape')
  })

  test('nobody’s browser broke the content policy', () => {
    for (const { faults } of [anna, ben]) expect(faults).toEqual([])
  })
})

/** When the timer ends by what a screen shows, in the test's own time: read in the moment in which the shown second changes. */
async function endOn(page: Page): Promise<number> {
  const shown = await page.getByTestId('timer').evaluate(
    (timer) =>
      new Promise<string>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect()
          resolve(timer.textContent)
        }).observe(timer, { childList: true, subtree: true, characterData: true })
      }),
  )
  const [minutes, seconds] = shown.split(':').map(Number)
  return Date.now() + ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000
}

function openQuestions(page: Page): Promise<string[]> {
  return page.locator('main section[data-column]').evaluateAll((all) => all.map((column) => column.dataset['column'] ?? ''))
}
