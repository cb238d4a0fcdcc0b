import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { printable } from '../../src/export/pdf/clean.ts'
import { renderPaper } from '../../src/export/pdf/papers.ts'
import { openPress, prepare } from '../../src/export/pdf/press.ts'
import { derivePaper, type Paper } from '../../src/insight/papers.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, authority, boardOf, kickoff, standard, task, touchpoint } from '../insight/boards.ts'
import { HOSTILE } from './hostile-texts.ts'
import { letters, overlaps, readPages, textOfPages } from './pages.ts'
import { readPdf } from './pdf-file.ts'
import { planFonts, tool } from './print.ts'
import { fieldFaults } from './field-checker.ts'
import { tagFaults } from './tag-checker.ts'

const folder = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'auftakt-papers-'))
afterAll(() => (process.env['PICTURES'] ? undefined : rmSync(folder, { recursive: true })))
const forms = kickoff.papers ?? []
const formOf = (id: string): (typeof forms)[number] => forms.find((form) => form.id === id)!
const date = '2026-11-23'
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))

async function print(paper: Paper, name: string): Promise<string> {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, new Uint8Array(renderPaper(paper, await planFonts(paper.contentLanguage))))
  return file
}

function soundness(file: string): void {
  expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  const pdf = readPdf(file)
  expect(tagFaults(pdf)).toEqual([])
  expect(fieldFaults(pdf)).toEqual([])
  for (const [at, page] of readPages(file).entries()) {
    expect(overlaps(page), `page ${at + 1}`).toEqual([])
    for (const word of page.words) {
      expect(word.left, word.text).toBeGreaterThan(7)
      expect(word.right, word.text).toBeLessThan(page.width - 7)
      expect(word.bottom, word.text).toBeLessThan(page.height - 3)
    }
  }
}

test('the template declares papers', () => {
  expect(forms.map((form) => form.id)).toEqual(['care', 'experiences', 'conversation', 'pocket'])
})

describe.each(['de', 'en'] as const)('the papers of the sample in %s', (language) => {
  test.each(forms.map((form) => form.id))('%s is sound, tagged, and says what the board says', async (id) => {
    const paper = derivePaper(sampleBoard(kickoff, sample, language), formOf(id), { date })
    const file = await print(paper, `${id}-${language}`)
    soundness(file)
    const all = letters(textOfPages(file).join(''))
    expect(all).toContain(letters(paper.title))
    expect(paper.sheets.some((sheet) => sheet.blocks.some((block) => block.said.length > 0))).toBe(true)
    for (const sheet of paper.sheets) {
      if (sheet.name !== null) expect(all).toContain(letters(sheet.name))
      for (const { said } of sheet.blocks) for (const entry of said) expect(all).toContain(letters(entry.text))
    }
  })
})

test('a card for the pocket says when, what, by which standards, and what may be promised; it is of A6', async () => {
  const board = boardOf(
    [
      { ...actor('a'), text: 'Hotline' },
      { ...actor('idle'), text: 'Niemand' },
      { ...task('t', { trigger: 'es klingelt' }), text: 'Abheben' },
      { ...standard('s', { noticed: 'höchstens drei Töne' }), text: 'Sofort' },
      { ...authority('u', { promise: 'Rückruf heute' }), text: 'Zusagen' },
    ],
    ['does:a:t', 'governs:s:t', 'entitled:a:u'],
  )
  const paper = derivePaper(board, formOf('pocket'), { date })
  expect(paper.sheets.map((sheet) => sheet.name)).toEqual(['Hotline'])
  const file = await print(paper, 'own-pocket')
  soundness(file)
  const [page = ''] = textOfPages(file)
  expect(page).toMatch(/Wenn: es klingelt\s+Abheben[^]*Sofort[^]*höchstens drei Töne[^]*Zusagen\s+Darf zusagen: Rückruf heute/)
  expect(readPages(file)[0]).toMatchObject({ width: expect.closeTo(105, 0) as number, height: expect.closeTo(148, 0) as number })
})

test('an empty board still yields one sheet to fill in by hand', async () => {
  for (const form of forms) {
    const paper = derivePaper(boardOf([]), form, { date })
    expect(paper.sheets).toHaveLength(1)
    soundness(await print(paper, `empty-${form.id}`))
  }
})

test('a template in another language names the language of its words', async () => {
  const board = boardOf([{ ...touchpoint('p'), text: 'Telefon' }])
  const file = await print(derivePaper(board, formOf('conversation'), { date, language: 'en' }), 'mixed')
  expect(readPdf(file).catalog['/Lang']).toBe('u:de-DE')
  expect(letters(textOfPages(file).join(''))).toContain(letters('Conversation note'))
})

test('two hundred hostile texts: nothing is lost, the layout holds', async () => {
  const cards = HOSTILE.map((text, at) => ({ ...(at % 4 === 0 ? touchpoint : task)(`c${at}`, { trigger: text }), text }))
  const roles = [{ ...actor('a'), text: HOSTILE[7]! }]
  const links = HOSTILE.flatMap((_, at) => (at % 4 === 0 ? [] : [`does:a:c${at}`, `at:c${at}:c0`]))
  const board = boardOf([...roles, ...cards], links)
  const press = openPress(await planFonts('de'))
  for (const id of ['pocket', 'experiences', 'conversation']) {
    const paper = derivePaper(board, formOf(id), { date })
    const file = await print(paper, `hostile-${id}`)
    soundness(file)
    const pages = textOfPages(file).map(letters)
    const all = pages.map((page) => page.slice(0, page.lastIndexOf(letters('Probe GmbH')))).join('')
    const said = paper.sheets.flatMap(({ blocks }) => blocks.flatMap((block) => block.said.map((entry) => entry.text)))
    expect(said.length).toBeGreaterThan(40)
    for (const text of said) expect(all, text.slice(0, 60)).toContain(letters(printable(prepare(press, text))))
  }
}, 180_000)
