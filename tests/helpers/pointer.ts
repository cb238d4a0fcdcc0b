import type { Locator, Page } from 'playwright-core'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where something is once it has come to rest: fonts, lazy parts and other people's cards move things while a page settles. */
export async function box(target: Locator): Promise<Box> {
  await target.waitFor()
  let last: Box | null = null
  for (let look = 0; look < 40; look++) {
    // A list that is laid out anew may take the element out of the page for a moment.
    await target.scrollIntoViewIfNeeded({ timeout: 2000 }).catch(() => undefined)
    const found = await target.boundingBox()
    if (found && last && Math.abs(found.x - last.x) < 1 && Math.abs(found.y - last.y) < 1) return found
    last = found
    await target.page().waitForTimeout(50)
  }
  throw new Error('not on the page, or never at rest')
}

export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await box(target)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Drags by mouse until the board answers to the target; `before` looks at the board while the card is still held. */
export async function drag(page: Page, from: Locator, to: Locator, before?: () => Promise<void>): Promise<void> {
  await pickUp(page, from)
  // A list that scrolls at its edge takes the target along: aim again until the board answers to it.
  for (let aim = 0; aim < 20; aim++) {
    const end = await middle(to)
    await page.mouse.move(end.x, end.y + (aim % 2), { steps: 8 })
    await page.waitForTimeout(100)
    const there = await middle(to)
    const answers = await page.locator('[data-testid=drop-ring], [data-testid=drop-line]').count()
    if (answers > 0 && Math.abs(there.y - end.y) < 2) break
  }
  await before?.()
  await page.mouse.up()
}

/** What picks cards up is loaded after the first paint: a press that came too early is repeated. */
async function pickUp(page: Page, card: Locator): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const start = await middle(card)
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(start.x + 8, start.y + 8, { steps: 3 })
    const isHeld = await page
      .locator('body[data-dragging]')
      .waitFor({ timeout: 1000 })
      .then(
        () => true,
        () => false,
      )
    if (isHeld) return
    await page.mouse.up()
  }
  throw new Error('the card is never picked up')
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A real finger on the glass: goes down, rests for a while, goes along the points, and up. */
export async function fingerMoves(page: Page, path: readonly [Point, ...Point[]], restMs = 0): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [path[0]])
  if (restMs > 0) await page.waitForTimeout(restMs)
  for (const [at, to] of path.slice(1).entries()) {
    const from = path[at]!
    for (let step = 1; step <= 10; step++) {
      await touch('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 }])
      await page.waitForTimeout(16)
    }
  }
  await touch('touchEnd', [])
  await session.detach()
}

/** A finger that carries a card by its handle. */
export async function dragByHandle(page: Page, card: Locator, to: Point): Promise<void> {
  await fingerMoves(page, [await middle(card.locator('[data-handle]').first()), to])
}

/** A finger that moves at once: what scrolls. */
export function swipe(page: Page, from: Point, to: Point): Promise<void> {
  return fingerMoves(page, [from, to])
}
