import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { de } from '../../../src/i18n/de.ts'
import { drag } from '../../helpers/pointer.ts'
import { PATIENT, type Person, type Room } from './room.ts'

type OnPage = Pick<Person, 'page'>

/** A sentence of the interface, whatever stands in its gaps. */
function like(sentence: string): RegExp {
  return new RegExp(`^${sentence.replace(/[.?*+()|[\]]/g, String.raw`\$&`).replaceAll(/\{\{\w+\}\}/g, '.*')}$`)
}

export function column(page: Page, question: string): Locator {
  return page.locator(`section[data-column="${question}"]`)
}

export function card(page: Page, question: string, text: string): Locator {
  return column(page, question).locator('[data-card]').filter({ hasText: text }).first()
}

export async function texts(page: Page, question: string): Promise<string[]> {
  const all = await column(page, question).locator('[data-card] article > p').allTextContents()
  return all.toSorted()
}

/** Opens a question that is a spine, or on a phone another page; a new step of the agenda may open it meanwhile. */
export async function openQuestion({ page }: OnPage, question: string): Promise<void> {
  const jump = page.getByRole('combobox', { name: de.board.jump })
  const isOpen = async (): Promise<boolean> => {
    if (await column(page, question).isVisible()) return true
    const opened =
      (await jump.count()) > 0
        ? jump.selectOption({ value: question }, { timeout: 2000 })
        : page.locator(`button[data-column="${question}"]`).click({ timeout: 2000 })
    await opened.catch(() => undefined)
    return false
  }
  await expect.poll(isOpen, PATIENT).toBe(true)
}

/** Who leads goes on in the agenda, and everybody's strip says so. */
export async function goOn({ lead, everybody }: Room, button: string, title: string): Promise<void> {
  const strip = (page: Page): Locator => page.getByRole('region', { name: de.lead.label })
  await strip(lead.page).getByRole('button', { name: button, exact: true }).click()
  for (const { page } of everybody) await expect.poll(() => strip(page).textContent(), PATIENT).toContain(title)
}

export async function endAgenda({ page }: OnPage): Promise<void> {
  const strip = page.getByRole('region', { name: de.lead.label })
  await strip.getByRole('button', { name: de.lead.finish }).click()
  await strip.getByRole('button', { name: de.lead.finish }).waitFor({ state: 'detached' })
}

export async function beginSilence({ page }: OnPage, question: string): Promise<void> {
  await menuOf(page, question, de.rounds.open)
}

async function menuOf(page: Page, question: string, item: string): Promise<void> {
  await column(page, question)
    .getByRole('button', { name: like(de.rounds.menu) })
    .click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export async function writeSilently({ page }: OnPage, question: string, text: string): Promise<void> {
  const input = column(page, question).getByRole('textbox', { name: like(de.rounds.write) })
  await input.fill(text)
  await input.press('Enter')
  await page.locator('[data-drafts] li').filter({ hasText: text }).waitFor()
}

export async function reveal({ page }: OnPage, question: string): Promise<void> {
  await column(page, question).getByRole('button', { name: de.rounds.reveal }).click()
  await page.getByRole('menuitem', { name: de.rounds.revealAll }).click()
}

/** Two cards become a stack with a title. */
export async function stack({ page }: OnPage, question: string, two: readonly [string, string], title: string): Promise<void> {
  for (const text of two) {
    await card(page, question, text)
      .locator('article > p')
      .click({ modifiers: ['Control'] })
  }
  await page.getByRole('toolbar', { name: de.many.bar }).getByRole('button', { name: de.many.stack }).click()
  const input = page.getByRole('textbox', { name: de.card.text })
  await input.fill(title)
  await input.press('Enter')
}

export async function beginVote({ page }: OnPage, question: string, budget: number, cap: number): Promise<void> {
  await menuOf(page, question, de.votes.open)
  await page.getByLabel(de.votes.budget).fill(String(budget))
  await page.getByLabel(de.votes.cap).fill(String(cap))
  await page.getByRole('dialog').getByRole('button', { name: de.votes.start }).click()
}

export async function vote({ page }: OnPage, question: string, text: string, votes: number): Promise<void> {
  const row = card(page, question, text)
  for (let at = 1; at <= votes; at++) {
    await row.getByRole('button', { name: de.votes.give }).first().click()
    const said = (at === 1 ? de.votes.own_one : de.votes.own_other).replace('{{count}}', String(at))
    await row.getByRole('group', { name: said }).first().waitFor()
  }
}

export async function closeVote({ page }: OnPage, question: string): Promise<void> {
  await column(page, question).getByRole('button', { name: de.votes.close }).click()
  await page.getByRole('button', { name: de.votes.count }).click()
  await page.getByRole('dialog', { name: de.votes.result }).waitFor()
  await page.keyboard.press('Escape')
}

export async function write({ page }: OnPage, question: string, text: string): Promise<void> {
  const input = column(page, question).locator('[data-composer]')
  await input.fill(text)
  await input.press('Enter')
  await card(page, question, text).waitFor()
}

/** An actor is dragged onto a task. */
export async function assign({ page }: OnPage, actor: Locator, task: Locator): Promise<void> {
  await drag(page, actor, task, async () => {
    await expect.poll(() => page.getByTestId('drop-ring').count(), PATIENT).toBe(1)
  })
}

/** A case breaks where somebody does not know what to do; a measure mends it, and the case is walked to its end. */
export async function rehearse({ page }: OnPage, story: string, station: string): Promise<void> {
  await page.getByRole('link', { name: de.place.rehearsal }).click()
  await page.getByRole('textbox', { name: de.board.write.replace('{{kind}}', 'Fall') }).fill(story)
  await page.getByRole('button', { name: de.rehearsal.start }).click()
  const add = page.getByRole('combobox', { name: de.board.write.replace('{{kind}}', 'Station') })
  await add.fill(station)
  await add.press('Enter')
  await page.getByRole('heading', { name: station }).waitFor()
  const asks = page.locator('[data-ask]')
  await asks.first().locator('button[data-tone=bad]').click()
  const make = asks.first().getByRole('button', { name: like(de.rehearsal.make) })
  await make.filter({ hasText: 'Maßnahme' }).click()
  await asks
    .first()
    .getByRole('button', { name: like(de.rehearsal.showMade) })
    .first()
    .waitFor()
  for (const ask of await asks.all()) await ask.locator('button[data-tone=good]').click()
  await page.locator('[data-standing=solved]').first().waitFor()
}

/** The plan as it leaves the room. */
export async function downloadPlan({ page }: OnPage, file: string): Promise<void> {
  await page.getByRole('button', { name: de.board.plan }).click()
  const made = page.getByRole('dialog').getByRole('button', { name: de.plan.make, exact: true }).first()
  const [download] = await Promise.all([page.waitForEvent('download'), made.click()])
  await download.saveAs(file)
}
