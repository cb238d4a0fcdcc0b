import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describe as describeFile, finish } from '../../src/export/pdf/file.ts'
import { STYLES } from '../../src/export/pdf/look.ts'
import { drawText, openPress, prepare } from '../../src/export/pdf/press.ts'
import { addPage, heading, openSheet, type Sheet } from '../../src/export/pdf/sheet.ts'
import { decorate, ornament, paint, rest, tagged } from '../../src/export/pdf/tags.ts'
import { WORDS } from '../../src/export/words.ts'
import { layoutFaults, lostTexts } from './layout-checker.ts'
import { readPdf } from './pdf-file.ts'
import { planFonts, samplePlan, tool } from './print.ts'
import { tagFaults } from './tag-checker.ts'

const folder = mkdtempSync(join(tmpdir(), 'auftakt-checkers-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

/** A document with one heading and whatever is drawn, in a file. */
async function drawn(draw: (sheet: Sheet) => void): Promise<string> {
  const press = openPress(await planFonts('de'))
  const plan = samplePlan('de')
  describeFile(press, { ...plan, keywords: '' })
  const sheet = openSheet(press, plan, WORDS.de)
  tagged(press.tags, 'H1', () => drawText(press, 'Probe', 25, 20, STYLES.title))
  sheet.y = 40
  draw(sheet)
  rest(press.tags)
  const file = join(folder, `${(count += 1)}.pdf`)
  writeFileSync(file, new Uint8Array(finish(press, null)))
  return file
}

const write = ({ press }: Sheet, text: string, x: number, y: number): void => drawText(press, text, x, y, STYLES.body)

function table(sheet: Sheet, options: { scope?: 'Column'; between?: () => void } = {}): void {
  const { tags } = sheet.press
  const said = options.scope ? { scope: options.scope } : {}
  tagged(tags, 'Table', () => {
    tagged(tags, 'TR', () => ['Was', 'Wer'].forEach((text, at) => tagged(tags, 'TH', () => write(sheet, text, 30 + at * 60, 60), said)))
    tagged(tags, 'TR', () => {
      tagged(tags, 'TD', () => write(sheet, 'Anruf', 30, 70))
      options.between?.()
      tagged(tags, 'TD', () => write(sheet, 'Zentrale', 90, 70))
    })
  })
}

describe('the checkers see what is broken, each in a file that has nothing else', () => {
  test('nothing in a sound one', async () => {
    const file = await drawn((sheet) => {
      heading(sheet, 'H2', 'Ein Abschnitt', STYLES.section)
      table(sheet, { scope: 'Column' })
      write(sheet, 'Ein Satz.', 25, 90)
    })
    expect(tagFaults(readPdf(file))).toEqual([])
    expect(layoutFaults(file)).toEqual([])
    expect(lostTexts(file, ['Ein Abschnitt', 'Anruf', 'Ein Satz.'])).toEqual([])
    expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  })

  test('text over text', async () => {
    const file = await drawn((sheet) => {
      write(sheet, 'Verantwortung', 25, 60)
      write(sheet, 'Zuständigkeit', 30, 61)
    })
    expect(layoutFaults(file)).toEqual([expect.stringMatching(/^page 1: \S+ \/ \S+ lie over each other$/)])
  })

  test.each([
    ['right', 190, 60],
    ['far right', 260, 60],
    ['below', 25, 294],
    ['left', -3, 60],
  ])('text outside the page: %s', async (_side, x, y) => {
    const faults = layoutFaults(await drawn((sheet) => write(sheet, 'Hinausgeschrieben', x, y)))
    expect(faults).not.toEqual([])
    for (const fault of faults) expect(fault).toMatch(/^page 1: .* outside the page/)
  })

  test('a row that is torn apart', async () => {
    const file = await drawn((sheet) => table(sheet, { scope: 'Column', between: () => addPage(sheet) }))
    expect(tagFaults(readPdf(file))).toEqual([expect.stringMatching(/^TR .*: is torn apart$/)])
  })

  test('painting that belongs to nothing', async () => {
    const file = await drawn(({ press }) => {
      rest(press.tags)
      press.doc.line(25, 60, 90, 60)
    })
    expect(tagFaults(readPdf(file))).toEqual(['page 1: S is in no element'])
  })

  test('a drawing without words', async () => {
    const shape = ({ press }: Sheet, alt: { alt?: string }): void =>
      tagged(press.tags, 'Figure', () => ornament(press.tags, () => press.doc.circle(50, 80, 5, 'F')), alt)
    expect(tagFaults(readPdf(await drawn((sheet) => shape(sheet, {}))))).toEqual([expect.stringMatching(/^Figure .*: no Alt$/)])
    expect(tagFaults(readPdf(await drawn((sheet) => shape(sheet, { alt: ' ' }))))).toEqual([expect.stringMatching(/no Alt$/)])
    expect(tagFaults(readPdf(await drawn((sheet) => shape(sheet, { alt: 'Ein Kreis' }))))).toEqual([])
  })

  test('heads of a table without scope', async () => {
    const faults = tagFaults(readPdf(await drawn((sheet) => table(sheet))))
    expect(faults).toEqual([expect.stringMatching(/^TH .*: no Scope$/), expect.stringMatching(/^TH .*: no Scope$/)])
  })

  test('a heading that skips a level', async () => {
    const file = await drawn((sheet) => heading(sheet, 'H3', 'Zu tief', STYLES.subsection))
    expect(tagFaults(readPdf(file))).toEqual(['H3 after H1'])
  })

  test('letters that no font has and that nobody replaced', async () => {
    const text = 'Ziel 🎯 erreicht'
    const lost = await drawn((sheet) => write(sheet, text, 25, 60))
    expect(lostTexts(lost, [text])).toEqual([text])
    const kept = await drawn((sheet) => write(sheet, prepare(sheet.press, text), 25, 60))
    expect(lostTexts(kept, ['Ziel [U+1F3AF] erreicht'])).toEqual([])
  })

  test('text that is hidden from every reader as decoration', async () => {
    const file = await drawn((sheet) => decorate(sheet.press.tags, () => write(sheet, 'Wichtig', 25, 60)))
    expect(tool('pdfinfo', '-struct-text', file)).not.toContain('Wichtig')
  })

  test('a link that nobody can follow with a reader', async () => {
    const file = await drawn(({ press }) => {
      tagged(press.tags, 'Link', () => paint(press.tags, () => press.doc.circle(50, 80, 5, 'F')))
    })
    expect(tagFaults(readPdf(file))).toEqual([expect.stringMatching(/^Link .*: no area$/)])
  })

  test('bytes that are broken', async () => {
    const press = openPress(await planFonts('de'))
    describeFile(press, { ...samplePlan('de'), keywords: '' })
    const bytes = new Uint8Array(finish(press, null))
    const file = join(folder, 'broken.pdf')
    writeFileSync(file, bytes.slice(0, bytes.length - 400))
    expect(() => tool('qpdf', '--check', file)).toThrow(/qpdf/)
  })
})
