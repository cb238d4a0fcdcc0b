import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CardId, KindId, QuestionId } from '../../src/model/ids.ts'
import { newCommandId } from '../../src/model/ids.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { addCards } from '../../src/model/write-content.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { openBrowser, SCREENS } from '../helpers/browser.ts'
import { connectClient, createTestBoard, joinTestBoard } from '../helpers/connect-client.ts'
import { box, dragByHandle, fingerMoves, middle } from '../helpers/pointer.ts'
import { startProduct } from '../helpers/product.ts'

/** `PICTURES=folder` keeps what the test saw. */
const folder = process.env['PICTURES']
if (folder) mkdirSync(folder, { recursive: true })

const QUESTION = 'everyday' as QuestionId
const TASKS = [
  'Rückruf nach dem Servicetermin führen',
  'Reklamation am selben Tag bestätigen',
  'Kundenzufriedenheitsbefragungsergebnisse quartalsweise auswerten und der Geschäftsführung berichten',
]

describe('a phone', () => {
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

  /** A facilitator at a script, and a phone in the room. */
  const open = async (options: { language?: 'de' | 'en'; role?: 'participant' | 'facilitator' } = {}) => {
    const board = await createTestBoard(product.url, { language: options.language ?? 'de' })
    const lead = connectClient(board, board.browser)
    await lead.synced
    await expect.poll(() => lead.view()).not.toBeNull()
    const person = options.role === 'facilitator' ? board.browser : await joinTestBoard(board, 'participant', 'Änne-Katrin')
    const context = await browser.newContext({ ...SCREENS.phone, locale: options.language ?? 'de' })
    const [name, value] = person.cookie.split('=') as [string, string]
    await context.addCookies([{ name, value, url: product.url }])
    const page = await context.newPage()
    await page.goto(`${product.url}/b/${board.id}`)
    await page.getByRole('combobox', { name: /Zur Frage|Go to question/ }).selectOption(QUESTION)
    return {
      page,
      context,
      lead,
      done: async (body: CommandBody): Promise<void> => expect((await lead.command(body)).refused).toBeUndefined(),
      write: async (count: number): Promise<CardId[]> => {
        const texts = Array.from({ length: count }, (_, at) => TASKS[at] ?? `Aufgabe Nummer ${at + 1}`)
        const keys = keysForSlot([], 0, count)
        const ids = addCards(
          lead.content,
          texts.map((text, at) => ({ kind: 'task' as KindId, text, in: QUESTION, order: keys[at]! })),
        )
        await lead.allSaved()
        await page.locator(`[data-card="${ids[0]}"]`).waitFor()
        return ids
      },
      close: async (): Promise<void> => {
        lead.close()
        await context.close()
      },
    }
  }

  test.each(['de', 'en'] as const)(
    'the cards have the room, whatever runs: %s',
    async (language) => {
      const { page, context, done, write, close } = await open({ language })
      const look = async (name: string): Promise<void> => {
        await page.waitForTimeout(200)
        if (folder) await page.screenshot({ path: `${folder}/phone-${name}-${language}.png` })
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBe(0)
        expect(await smallTargets(page), name).toEqual([])
      }
      const room = (): Promise<number> => page.locator('[data-list]').evaluate((list) => list.parentElement!.clientHeight)
      await look('empty')
      await write(3)
      await look('three')
      await write(30)
      expect(await room()).toBeGreaterThan(620)
      await look('thirty')
      const blocks = ['write', 'vote'] as const
      await done({ type: 'next-block', from: null, timer: true })
      await page.getByTestId('timer').waitFor()
      const jump = page.getByRole('combobox', { name: /Zur Frage|Go to question/ })
      await expect.poll(() => jump.inputValue()).toBe('actors')
      await jump.selectOption(QUESTION)
      await look('running')
      expect(await room()).toBeGreaterThan(600)
      await page.locator('[data-list]').evaluate((list) => list.parentElement!.scrollTo(0, 300))
      await look('scrolled')
      expect(await page.locator('[data-card]').evaluateAll(inWindow), 'whole cards on the screen').toBeGreaterThanOrEqual(4)
      for (const what of blocks) {
        const scope = { round: newCommandId(), questions: [QUESTION], kinds: [] }
        await done(what === 'write' ? { type: 'open-silence', ...scope } : { type: 'open-votes', ...scope, budget: 5, cap: 2 })
        await page.locator('[data-strip]').waitFor()
        await look(what)
        expect(await room(), what).toBeGreaterThan(520)
        await done(what === 'write' ? { type: 'end-silence' } : { type: 'discard-votes', round: scope.round })
      }
      await context.setOffline(true)
      await page.locator('[data-testid=save-sign][data-state=offline]').waitFor()
      await look('offline')
      await context.setOffline(false)
      await page.locator('[data-testid=save-sign][data-state=saved]').waitFor({ timeout: 20_000 })
      await page.getByRole('button', { name: /^Men[uü]e?$/ }).tap()
      await page.getByRole('menu').waitFor()
      await look('menu')
      await page.keyboard.press('Escape')

      // The keyboard of the phone takes its part of the window.
      await page.locator('[data-composer]').tap()
      await page.setViewportSize({ width: 390, height: 500 })
      await look('keyboard')
      expect(await room(), 'with the keyboard open').toBeGreaterThan(300)
      expect(await page.getByTestId('timer').isVisible()).toBe(true)
      await page.locator('[data-composer]').evaluate((input) => input.blur())
      await look('low')
      await page.setViewportSize({ width: 844, height: 390 })
      await look('sideways')
      expect(await page.getByTestId('timer').isVisible()).toBe(true)
      expect(await page.getByRole('button', { name: /^(Ich bin so weit|I am ready|I’m ready)$/ }).isVisible()).toBe(true)
      expect(await room(), 'on its side').toBeGreaterThan(150)
      await close()
    },
    90_000,
  )

  test('a finger turns to the next question; scrolling, carrying, resting and marking text do not', async () => {
    const { page, write, close } = await open()
    const ids = await write(30)
    const at = (): Promise<string> => page.getByRole('combobox', { name: 'Zur Frage' }).inputValue()
    const order = (): Promise<(string | undefined)[]> =>
      page.locator('[data-list] [data-card]').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['card']))
    const scrolled = (): Promise<number> => page.locator('[data-list]').evaluate((list) => list.parentElement!.scrollTop)
    const before = await order()
    const same = async (what: string): Promise<void> => {
      await page.waitForTimeout(150)
      expect(await at(), what).toBe(QUESTION)
      expect(await order(), what).toEqual(before)
      expect(await page.locator('body[data-dragging]').count(), what).toBe(0)
    }
    const card = await middle(page.locator(`[data-card="${ids[2]}"] article > p`))

    await fingerMoves(page, [card, { x: card.x + 4, y: card.y - 260 }])
    expect(await scrolled(), 'up scrolls').toBeGreaterThan(120)
    await same('up')
    const half = { x: 200, y: 420 }
    await fingerMoves(page, [half, { x: 110, y: 520 }])
    await same('aslant')
    await fingerMoves(page, [half, { x: half.x, y: half.y - 200 }], 500)
    await same('a rest, then up')
    await fingerMoves(page, [half, { x: 40, y: half.y }], 500)
    await same('a rest, then sideways')
    await fingerMoves(page, [
      { x: 4, y: 400 },
      { x: 300, y: 400 },
    ])
    await same('from the edge')
    await fingerMoves(page, [half, { x: half.x - 30, y: half.y }])
    await same('a little')
    await fingerMoves(page, [half, { x: 60, y: half.y }, { x: 200, y: half.y }])
    await same('there and back')

    const input = page.locator('[data-composer]')
    await input.fill('Ein langer Satz, in dem jemand etwas markieren möchte')
    const line = await box(input)
    await fingerMoves(page, [
      { x: line.x + line.width - 60, y: line.y + 24 },
      { x: line.x + 30, y: line.y + 24 },
    ])
    await same('in the input')
    expect(await input.inputValue()).toBe('Ein langer Satz, in dem jemand etwas markieren möchte')
    await input.blur()

    await fingerMoves(page, [
      { x: 320, y: 420 },
      { x: 90, y: 428 },
    ])
    await expect.poll(at).toBe('doers')
    await fingerMoves(page, [
      { x: 60, y: 420 },
      { x: 320, y: 412 },
    ])
    await expect.poll(at).toBe(QUESTION)
    expect(await input.inputValue(), 'what is typed stays').toContain('markieren')

    await page.locator('[data-list]').evaluate((list) => list.parentElement!.scrollTo(0, 0))
    const target = await box(page.locator(`[data-card="${ids[1]}"]`))
    await dragByHandle(page, page.locator(`[data-card="${ids[0]}"]`), { x: 200, y: target.y + target.height - 4 })
    await expect.poll(order).toEqual([ids[1], ids[0], ...before.slice(2)])
    const handle = await middle(page.locator(`[data-card="${ids[1]}"] [data-handle]`))
    await fingerMoves(page, [handle, { x: handle.x + 260, y: handle.y }])
    expect(await at(), 'carrying a card turns no page').toBe(QUESTION)

    await page.getByRole('combobox', { name: 'Zur Frage' }).selectOption({ index: 0 })
    const first = await at()
    await fingerMoves(page, [
      { x: 60, y: 420 },
      { x: 320, y: 420 },
    ])
    await page.waitForTimeout(150)
    expect(await at(), 'there is none before the first').toBe(first)
    await close()
  }, 60_000)

  test('a sentence at the foot of a dialog covers no button of it', async () => {
    const { page, lead, close } = await open({ role: 'facilitator' })
    await page.getByRole('button', { name: /Mehr zum Ablauf/ }).tap()
    await page.getByRole('menuitem', { name: 'Ablauf bearbeiten' }).tap()
    const count = lead.view()!.agenda.blocks.length
    await page
      .getByRole('button', { name: /entfernen/ })
      .last()
      .tap()
    await page.locator('[data-toasts] > div').waitFor()
    await expect.poll(() => lead.view()!.agenda.blocks.length).toBe(count - 1)
    if (folder) await page.screenshot({ path: `${folder}/phone-toast-de.png` })
    const add = page.getByRole('button', { name: 'Schritt hinzufügen' })
    await add.scrollIntoViewIfNeeded()
    const spot = await middle(add)
    expect(await add.evaluate((button, { x, y }) => button.contains(document.elementFromPoint(x, y)), spot)).toBe(true)
    const boxes = [await box(page.locator('[data-toasts]')), await box(add)]
    expect(boxes[0]!.y).toBeGreaterThanOrEqual(boxes[1]!.y + boxes[1]!.height)
    await close()
  })
})

function inWindow(cards: Element[]): number {
  return cards.filter((card) => {
    const { top, bottom } = card.getBoundingClientRect()
    const at = (y: number): boolean => document.elementFromPoint(190, y)?.closest('[data-card]') === card
    return at(top + 6) && at(bottom - 6)
  }).length
}

/** What a thumb has to hit outside of a card and of a line of text. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('header button, nav button, nav select, [role=menuitem], [role=menuitemradio], section > div button')]
      .filter((element) => !element.closest('[data-card]'))
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 0 && (width < 43.5 || height < 43.5)
          ? [`${element.tagName} ${Math.round(width)}x${Math.round(height)} ${element.getAttribute('aria-label') ?? element.textContent}`]
          : []
      }),
  )
}
