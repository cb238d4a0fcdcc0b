import { beforeAll, describe, expect, test } from 'vitest'
import { WORDS } from '../../src/export/words.ts'
import { readPdf, type PdfFile } from './pdf-file.ts'
import { print, samplePlan, tool } from './print.ts'
import { altTexts, tagFaults } from './tag-checker.ts'

describe.each(['de', 'en'] as const)('the structure of the sample plan in %s', (language) => {
  const plan = samplePlan(language)
  const words = WORDS[language]
  let file = ''
  let pdf: PdfFile
  beforeAll(async () => {
    file = await print(plan)
    pdf = readPdf(file)
  })

  test('everything painted belongs to an element or is decoration, and every element is sound', () => {
    expect(tagFaults(pdf)).toEqual([])
  })

  test('another reader finds headings, tables and lists in the order in which they are read', () => {
    const tree = tool('pdfinfo', '-struct-text', file)
    const headings = [...tree.matchAll(/^ *(H\d) \(block\)\n((?: +".*"\n)+)/gm)].map(([, level, text = '']) => [
      level,
      [...text.matchAll(/"(.*)"/g)].map(([, line = '']) => line).join(''),
    ])
    expect(headings[0]).toEqual(['H1', plan.title])
    const sections = headings.flatMap(([level, text]) => (level === 'H2' ? [text] : []))
    expect(sections.slice(0, 4)).toEqual([words.decisions, words.next, words.measures, words.tasks])
    expect(tree).toMatch(/Table \(block\)\n +TR\n +TH:\n +\/Scope \/Column\n[^]*\n +TD\n/)
    expect(tree).toMatch(/Link \(inline\)[^]*Object/)
  })

  test('boxes to tick say what they are', () => {
    expect(altTexts(pdf).slice(0, 3)).toEqual([words.yes, words.no, words.later].map((word) => words.boxFor.replace('{word}', word)))
  })
})

describe('the checker', () => {
  const faultsAfter = async (change: (pdf: PdfFile) => PdfFile | void): Promise<string[]> => {
    const pdf = readPdf(await print(samplePlan('de')))
    return tagFaults(change(pdf) ?? pdf)
  }
  const elements = (pdf: PdfFile, role: string): Record<string, unknown>[] =>
    [...pdf.objects.values()].filter((dict) => dict['/S'] === `/${role}`)
  const repaint = (pdf: PdfFile, change: (content: string) => string): PdfFile => ({
    ...pdf,
    pages: pdf.pages.map((page) => ({ ...page, content: change(page.content) })),
  })

  test('sees a figure without Alt', async () => {
    expect(await faultsAfter((pdf) => void delete elements(pdf, 'Figure')[0]!['/Alt'])).toEqual([
      expect.stringMatching(/^Figure .*: no Alt$/),
    ])
  })

  test('sees a head without Scope', async () => {
    expect(await faultsAfter((pdf) => void delete elements(pdf, 'TH')[3]!['/A'])).toEqual([expect.stringMatching(/^TH .*: no Scope$/)])
  })

  test('sees painting outside every element', async () => {
    const faults = await faultsAfter((pdf) => repaint(pdf, (content) => `${content}\n0 0 m 10 10 l S`))
    expect(faults).toContain('page 1: S is in no element')
  })

  test('sees a piece that no element owns, and one left open', async () => {
    const faults = await faultsAfter((pdf) => repaint(pdf, (content) => `${content}\n/P <</MCID 9999>> BDC (x) Tj`))
    expect(faults).toContain('page 1: piece 9999 belongs to no element')
    expect(faults).toContain('page 1: 1 left open')
  })

  test('sees a torn row, a link without words, and a missing language', async () => {
    const faults = await faultsAfter((pdf) => {
      const row = elements(pdf, 'TD').find((cell) => cell['/Pg'] === pdf.pages[1]?.id && typeof cell['/K'] === 'number')!
      row['/Pg'] = pdf.pages[2]!.id
      for (const dict of pdf.objects.values()) if (dict['/Subtype'] === '/Link') delete dict['/Contents']
      delete pdf.catalog['/Lang']
    })
    expect(faults).toContain('no language')
    expect(faults).toContain('page 1: a link without words')
    expect(faults).toContainEqual(expect.stringMatching(/^TR .*: is torn apart$/))
  })
})
