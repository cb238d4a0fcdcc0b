import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { de } from '../../../src/i18n/de.ts'
import { type SCREENS, visit } from '../../helpers/browser.ts'
import { listenTo, type Ear } from './ear.ts'

export interface Person {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  readonly ear: Ear
  readonly faults: readonly string[]
}
export interface Room {
  readonly lead: Person
  /** Five, the last one with a phone. */
  readonly participants: readonly [Person, Person, Person, Person, Person]
  readonly viewer: Person
  readonly everybody: readonly Person[]
}

const TITLE = 'Workshop im Ganzen'
const NAMES = ['Benedikt', 'Cordula', 'Dietlinde', 'Emmerich', 'Philomena'] as const

/** A machine that is busy with seven browsers may take its time. */
export const PATIENT = { timeout: 20_000, interval: 100 }

/** Everybody comes in: who leads makes the board, five type the code that is read out, one reads along by a link. */
export async function openRoom(browser: Browser, url: string): Promise<Room> {
  const lead = await enter(browser, url, 'Annegret', 'laptop')
  await lead.page.getByLabel(de.home.title).fill(TITLE)
  const making = lead.page.locator('form').filter({ has: lead.page.getByLabel(de.home.title) })
  await making.getByLabel(de.home.yourName).fill(lead.name)
  await lead.page.getByRole('button', { name: de.home.submit }).click()
  const { code, viewerLink } = await invite(lead.page)
  const [one, two, three, four, phone] = await Promise.all(
    NAMES.map(async (name, at) => {
      const person = await enter(browser, url, name, at === NAMES.length - 1 ? 'phone' : 'small')
      await joinByCode(person, code)
      return person
    }),
  )
  const viewer = await enter(browser, viewerLink, 'Valentina', 'small')
  await viewer.page.getByLabel(de.join.name).fill(viewer.name)
  await viewer.page.getByRole('button', { name: de.join.submit }).click()
  const participants = [one!, two!, three!, four!, phone!] as const
  const everybody = [lead, ...participants, viewer]
  for (const { page } of everybody) await page.locator('section[data-column]').first().waitFor()
  for (const { page } of [lead, viewer]) {
    const here = page.getByTestId('people-here')
    await expect.poll(() => here.getAttribute('aria-label'), PATIENT).toContain(de.board.online_other.replace('{{count}}', '7'))
  }
  return { lead, participants, viewer, everybody }
}

async function enter(browser: Browser, url: string, name: string, screen: keyof typeof SCREENS): Promise<Person> {
  const visitor = await visit(browser, url, screen)
  return { name, ...visitor, ear: listenTo(visitor.page) }
}

async function invite(page: Page): Promise<{ readonly code: string; readonly viewerLink: string }> {
  await page.getByRole('button', { name: de.board.invite }).click()
  await page.getByRole('button', { name: de.invite.codeOn }).click()
  const code = await page.getByRole('textbox', { name: de.invite.code }).inputValue()
  const viewerLink = await page.getByTestId('link-viewer').inputValue()
  await page.keyboard.press('Escape')
  return { code, viewerLink }
}

/** As it is said: in two halves, not caring for the case. */
async function joinByCode({ page, name }: Person, code: string): Promise<void> {
  const field = page.getByLabel(de.join.code, { exact: true })
  const form = page.locator('form').filter({ has: field })
  await field.fill(code.toLowerCase())
  await form.getByLabel(de.join.name).fill(name)
  await form.getByRole('button', { name: de.join.submit }).click()
}
