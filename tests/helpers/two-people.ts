import { openBrowser, visit, type Visitor } from './browser.ts'
import { startProduct } from './product.ts'

interface TwoPeople {
  /** Made the board and facilitates it. */
  readonly anna: Visitor
  readonly ben: Visitor
  readonly close: () => Promise<void>
}

/** The built product in its own process, and two people with a browser each on one new board; `benNow` sets Ben's clock. */
export async function openForTwo(title: string, benNow?: string): Promise<TwoPeople> {
  const product = await startProduct()
  const browser = await openBrowser()
  const anna = await visit(browser, product.url, 'laptop')
  await anna.page.getByLabel('Titel').fill(title)
  await anna.page.getByLabel('Ihr Name').fill('Anna')
  await anna.page.getByRole('button', { name: 'Board eröffnen' }).click()
  await anna.page.getByRole('button', { name: 'Einladen' }).click()
  const link = await anna.page.getByTestId('link-participant').inputValue()
  await anna.page.keyboard.press('Escape')
  const ben = await visit(browser, link, 'small')
  if (benNow) await ben.context.clock.setSystemTime(benNow)
  await ben.page.getByLabel('Ihr Name').fill('Ben')
  await ben.page.getByRole('button', { name: 'Mitmachen' }).click()
  await ben.page.getByRole('heading', { name: title }).waitFor()
  const close = async (): Promise<void> => {
    await browser.close()
    await product.close()
  }
  return { anna, ben, close }
}
