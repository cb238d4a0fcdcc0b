import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { de } from '../../src/i18n/de.ts'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'
import { PATIENT } from './whole-workshop/room.ts'
import * as steps from './whole-workshop/steps.ts'

const [VOTED, SILENT] = ['actors', 'everyday']

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

test('killed in the middle of a vote, of silent writing and of a running timer: everybody is back by themselves, and all of it is right', async () => {
  const lead = await visit(browser, product.url, 'laptop')
  await lead.page.getByLabel(de.home.title).fill('Stromausfall')
  const making = lead.page.locator('form').filter({ has: lead.page.getByLabel(de.home.title) })
  await making.getByLabel(de.home.yourName).fill('Anna')
  await lead.page.getByRole('button', { name: de.home.submit }).click()
  await lead.page.getByRole('button', { name: de.board.invite }).click()
  const link = await lead.page.getByTestId('link-participant').inputValue()
  await lead.page.keyboard.press('Escape')
  const [ben, cem] = await Promise.all([enter(link, 'Ben', 'small'), enter(link, 'Cem', 'phone')])
  const everybody = [lead, ben, cem]

  await lead.page.getByRole('region', { name: de.lead.label }).getByRole('button', { name: de.lead.start, exact: true }).click()
  for (const person of everybody) await steps.openQuestion(person, VOTED)
  for (const text of ['Empfang', 'Kundenhotline', 'Trainer']) await steps.write(lead, VOTED, text)
  await steps.beginVote(lead, VOTED, 5, 3)
  await steps.vote(ben, VOTED, 'Empfang', 3)
  await steps.vote(cem, VOTED, 'Trainer', 2)
  await steps.openQuestion(lead, SILENT)
  await steps.beginSilence(lead, SILENT)
  for (const [person, texts] of [
    [ben, ['Geheim eins', 'Geheim zwei']],
    [cem, ['Geheim drei']],
  ] as const) {
    await steps.openQuestion(person, SILENT)
    for (const text of texts) await steps.writeSilently(person, SILENT, text)
  }
  await expect.poll(() => strip(lead.page, SILENT), PATIENT).toContain('3 Entwürfe')
  const before = { seconds: await secondsOn(lead.page), at: Date.now() }

  await product.kill()
  for (const { page } of everybody) await expect.poll(() => sign(page), PATIENT).not.toBe('saved')
  const input = steps.column(ben.page, SILENT).locator('[data-composer]')
  await input.fill('Mitten im Satz')
  await product.restart()
  for (const { page } of everybody) await expect.poll(() => sign(page), PATIENT).toBe('saved')

  for (const { page } of everybody) {
    await expect.poll(() => secondsOff(page, before), PATIENT).toBeLessThanOrEqual(2)
    await expect.poll(() => strip(page, SILENT), PATIENT).toContain('3 Entwürfe')
  }
  expect(await ownDrafts(ben.page)).toEqual(['Geheim eins', 'Geheim zwei'])
  expect(await ownDrafts(cem.page)).toEqual(['Geheim drei'])
  expect(await ownDrafts(lead.page)).toEqual([])
  expect(await input.inputValue(), 'nobody loses half a sentence').toBe('Mitten im Satz')
  await input.press('Enter')
  await expect.poll(() => ownDrafts(ben.page), PATIENT).toEqual(['Geheim eins', 'Geheim zwei', 'Mitten im Satz'])
  await steps.reveal(lead, SILENT)
  for (const { page } of everybody) {
    await expect.poll(() => steps.texts(page, SILENT), PATIENT).toEqual(['Geheim drei', 'Geheim eins', 'Geheim zwei', 'Mitten im Satz'])
  }

  for (const person of everybody) await steps.openQuestion(person, VOTED)
  await expect.poll(() => strip(ben.page, VOTED), PATIENT).toContain('noch 2 von 5')
  await expect.poll(() => strip(cem.page, VOTED), PATIENT).toContain('noch 3 von 5')
  await steps.vote(ben, VOTED, 'Kundenhotline', 2)
  await expect.poll(() => strip(ben.page, VOTED), PATIENT).toContain('noch 0 von 5')
  await steps.closeVote(lead, VOTED)
  for (const { page } of everybody) {
    for (const [text, votes] of [
      ['Empfang', 3],
      ['Kundenhotline', 2],
      ['Trainer', 2],
    ] as const) {
      await steps
        .card(page, VOTED, text)
        .getByRole('button', { name: `${votes} Stimmen` })
        .waitFor()
    }
  }
  expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
}, 120_000)

async function enter(link: string, name: string, screen: 'small' | 'phone'): ReturnType<typeof visit> {
  const visitor = await visit(browser, link, screen)
  await visitor.page.getByLabel(de.join.name).fill(name)
  await visitor.page.getByRole('button', { name: de.join.submit }).click()
  await visitor.page.locator('section[data-column]').first().waitFor()
  return visitor
}

function sign(page: Page): Promise<string | null> {
  return page.getByTestId('save-sign').getAttribute('data-state')
}

/** What a question says of its round. */
function strip(page: Page, question: string): Promise<string | null> {
  return steps.column(page, question).locator('[data-strip]').textContent()
}

function ownDrafts(page: Page): Promise<string[]> {
  return page.locator('[data-drafts] li').allTextContents()
}

async function secondsOn(page: Page): Promise<number> {
  const [minutes, seconds] = ((await page.getByTestId('timer').textContent()) ?? '').split(':').map(Number)
  return (minutes ?? 0) * 60 + (seconds ?? 0)
}

/** By how much a screen is off the time that has passed since. */
async function secondsOff(page: Page, before: { readonly seconds: number; readonly at: number }): Promise<number> {
  return Math.abs((await secondsOn(page)) - (before.seconds - (Date.now() - before.at) / 1000))
}
