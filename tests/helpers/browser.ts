import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { execFileSync } from 'node:child_process'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function openBrowser(): Promise<Browser> {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim()
  return chromium.launch({ executablePath, args: FLAGS })
}

export const SCREENS = {
  laptop: { viewport: { width: 1440, height: 900 } },
  small: { viewport: { width: 1024, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Everything that should never happen: foreign requests, errors of the page, breaches of the content policy. */
  readonly faults: string[]
}

/** A person with a browser of their own. */
export async function visit(browser: Browser, url: string, screen: keyof typeof SCREENS, locale = 'de-DE'): Promise<Visitor> {
  const context = await browser.newContext({ ...SCREENS[screen], locale, acceptDownloads: true })
  const page = await context.newPage()
  const faults: string[] = []
  const own = new URL(url).host
  page.on('request', (request) => {
    const target = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(target.protocol) && target.host !== own) faults.push(`foreign request ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`page error ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted Types/.test(message.text())) faults.push(message.text())
  })
  await page.goto(url)
  return { page, context, faults }
}
