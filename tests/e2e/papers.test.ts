import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldFaults, fieldsOf } from '../export/field-checker.ts'
import { readPdf } from '../export/pdf-file.ts'
import { tool } from '../export/print.ts'
import { tagFaults } from '../export/tag-checker.ts'
import { openBrowser, visit } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'

const folder = mkdtempSync(join(tmpdir(), 'auftakt-paper-'))
let browser: Browser
let product: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  rmSync(folder, { recursive: true })
})

test('one sheet of a paper is chosen, made and saved: it can be filled in', async () => {
  const { page, context, faults } = await visit(browser, product.url, 'laptop')
  await page.getByRole('button', { name: 'Beispiel öffnen' }).click()
  await page.locator('[data-card]').first().waitFor()
  await page.getByRole('button', { name: 'Aktionsplan' }).first().click()
  const paper = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Gesprächsnotiz' }) })
  await paper.locator('summary').click()
  await paper.getByRole('button', { name: 'Keines' }).click()
  await paper.getByRole('checkbox', { name: 'Besuch vor dem Angebot' }).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    paper.getByRole('button', { name: 'PDF erstellen: Gesprächsnotiz' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('Gesprächsnotiz-Besuch-vor-dem-Angebot.pdf')
  const file = join(folder, 'paper.pdf')
  await download.saveAs(file)
  expect(tool('pdfinfo', file)).toMatch(/Form: +AcroForm[^]*Pages: +1\n/)
  const pdf = readPdf(file)
  expect(fieldsOf(pdf).map(({ spoken }) => spoken)).toContain('Anliegen des Kunden – Besuch vor dem Angebot')
  expect([...tagFaults(pdf), ...fieldFaults(pdf)]).toEqual([])
  await page.getByText('„Gesprächsnotiz-Besuch-vor-dem-Angebot.pdf“ wurde gespeichert.').waitFor()
  expect(faults).toEqual([])
  await context.close()
})
