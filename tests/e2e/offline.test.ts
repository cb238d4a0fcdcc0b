import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceWorker } from '../../vite.offline.ts'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe('without a network', () => {
  let product: Awaited<ReturnType<typeof startProduct>>
  let anna: Awaited<ReturnType<typeof visit>>
  let ben: Awaited<ReturnType<typeof visit>>

  beforeAll(async () => {
    product = await startProduct()
    anna = await visit(browser, product.url, 'laptop')
    await anna.page.getByLabel('Titel').fill('Ohne Netz')
    await anna.page.getByLabel('Ihr Name').fill('Anna')
    await anna.page.getByRole('button', { name: 'Board eröffnen' }).click()
    await anna.page.getByRole('button', { name: 'Einladen' }).click()
    const link = await anna.page.getByTestId('link-participant').inputValue()
    await anna.page.keyboard.press('Escape')
    ben = await visit(browser, link, 'phone')
    await ben.page.getByLabel('Ihr Name').fill('Ben')
    await ben.page.getByRole('button', { name: 'Mitmachen' }).tap()
  })
  afterAll(() => product?.close())

  test('the board opens again, counts what waits beyond a further reload, and merges on return', async () => {
    const { page, context, faults } = ben
    await sign(page, /^Gespeichert$/)
    const question = await anna.page.locator('section[data-column]').first().getAttribute('data-column')
    await page.getByRole('combobox', { name: 'Zur Frage' }).selectOption(question)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const asked = page.getByRole('combobox', { name: 'Zur Frage' }).getByRole('option', { name: 'Neue Frage' })
    await anna.page.getByRole('button', { name: 'Board einrichten' }).click()
    await anna.page.getByRole('button', { name: 'Frage hinzufügen' }).click()
    await anna.page.keyboard.press('Escape')
    await expect.poll(() => asked.count()).toBe(1)
    await context.setOffline(true)
    await sign(page, /^Offline$/)
    await page.reload()
    await page.getByRole('heading', { name: 'Ohne Netz' }).waitFor()
    await sign(page, /^Offline$/)
    expect(await asked.count(), 'the board as its facilitator had set it up').toBe(1)
    await write(page, ['im Funkloch eins', 'im Funkloch zwei'])
    await sign(page, /^Offline, 2 Änderungen warten$/)
    await page.reload()
    await sign(page, /^Offline, 2 Änderungen warten$/)
    await write(page, ['im Funkloch drei'])
    await sign(page, /^Offline, 3 Änderungen warten$/)
    await write(anna.page, ['währenddessen im Raum'])
    await context.setOffline(false)
    await sign(page, /^Gespeichert$/)
    await page.getByRole('article', { name: /währenddessen im Raum/ }).waitFor()
    for (const text of ['eins', 'zwei', 'drei']) await anna.page.getByRole('article', { name: new RegExp(`im Funkloch ${text}`) }).waitFor()
    await page.reload()
    await sign(page, /^Gespeichert$/)
    expect(faults).toEqual([])
  })

  test('what is written for a silent round after a reload without a network stays in the input, and nobody else sees it', async () => {
    const { page, context } = ben
    const first = anna.page.locator('section[data-column]').first()
    await first.getByRole('button', { name: /Menü der Frage/ }).click()
    await anna.page.getByRole('menuitem', { name: 'Still schreiben lassen', exact: true }).click()
    const input = page.getByRole('textbox', { name: /für sich notieren$/ })
    await input.waitFor()
    await context.setOffline(true)
    await sign(page, /^Offline$/)
    await page.reload()
    await input.fill('nur für mich')
    await input.press('Enter')
    await page.getByText(/^Entwürfe brauchen die Verbindung/).waitFor()
    await context.setOffline(false)
    await sign(page, /^Gespeichert$/)
    expect(await input.inputValue()).toBe('nur für mich')
    expect(await anna.page.locator('body').textContent()).not.toContain('nur für mich')
  })

  test('with the server gone, every page of the board and the start page open and say so', async () => {
    const { page } = ben
    const board = page.url()
    await product.kill()
    await page.reload()
    await sign(page, /^Offline$/)
    await page.getByRole('article', { name: /im Funkloch eins/ }).waitFor()
    await page.goto(`${board}/rehearsal`)
    await page.getByRole('heading', { name: 'Fallprobe' }).waitFor()
    await page.goto(product.url)
    await page.getByRole('link', { name: /Ohne Netz/ }).waitFor()
    await page.getByText(/^Der Server ist nicht erreichbar/).waitFor()
    await page.goto(`${product.url}/b/unbekanntesBoard12345a`)
    await page.getByRole('heading', { name: 'Der Server ist gerade nicht erreichbar' }).waitFor()
    await product.restart()
    await page.goto(board)
    await sign(page, /^Gespeichert$/)
  })

  test('the browser keeps the program for it, and of the board nothing but its own copy', async () => {
    const kept = await ben.page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return { names, paths: requests.flat().map(({ url }) => url.replace(location.origin, '')) }
    })
    expect(kept.names).toHaveLength(1)
    expect(kept.paths).toContain('/')
    expect(kept.paths.filter((path) => !/^\/(?:assets\/[\w.-]+\.(?:js|css|woff2|svg))?$/.test(path))).toEqual([])
    expect(kept.paths.length).toBeGreaterThan(20)
  })
})

test('a new version of the program takes the place of the old one, and answers of the server are never kept', async () => {
  const source = readFileSync('src/service-worker.ts', 'utf8')
  let version = 'one'
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const send = (type: string, body: string): void => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
      response.end(body)
    }
    if (path === '/service-worker.js') {
      void serviceWorker(source, { version, files: [`/assets/${version}.js`] }).then((code) => send('text/javascript', code))
    } else if (path.startsWith('/assets/')) send('text/javascript', `document.title = '${path}'`)
    else if (path.startsWith('/api/')) send('application/json', '{}')
    else send('text/html', `<title>page</title><script src="/assets/${version}.js"></script>`)
  })
  const url = await listen(server)
  const context = await browser.newContext()
  const page = await context.newPage()
  const update = (): Promise<void> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
      await registration.update()
      await navigator.serviceWorker.ready
    })
  const kept = (): Promise<string[]> =>
    page.evaluate(async () => {
      const caching = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return caching.flat().map(({ url }) => new URL(url).pathname)
    })
  await page.goto(`${url}/b/board`)
  await update()
  await expect.poll(kept, { timeout: 10_000 }).toEqual(['/', '/assets/one.js'])
  version = 'two'
  await page.reload()
  expect(await page.title()).toBe('/assets/two.js')
  await update()
  await expect.poll(kept, { timeout: 10_000 }).toEqual(['/', '/assets/two.js'])
  await page.evaluate(() => fetch('/api/boards').then(() => undefined))
  await closed(server)
  await page.reload()
  expect(await page.title()).toBe('/assets/two.js')
  expect(
    await page.evaluate(() =>
      fetch('/api/boards')
        .then(() => 'answered')
        .catch(() => 'failed'),
    ),
  ).toBe('failed')
  await context.close()
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function sign(page: Page, text: RegExp): Promise<void> {
  await expect.poll(() => page.getByTestId('save-sign').textContent(), { timeout: 15_000 }).toMatch(text)
}

async function write(page: Page, cards: readonly string[]): Promise<void> {
  const input = page.getByRole('textbox', { name: /schreiben$/ }).first()
  for (const text of cards) {
    await input.fill(text)
    await input.press('Enter')
    await page.getByRole('article', { name: new RegExp(text) }).waitFor()
  }
}
