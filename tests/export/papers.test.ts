import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { printable } from '../../src/export/pdf/clean.ts'
import { renderPaper } from '../../src/export/pdf/papers.ts'
import { fitToPage } from '../../src/export/pdf/paper-fit.ts'
import { openPress, prepare } from '../../src/export/pdf/press.ts'
import type { PlanLook } from '../../src/export/plan-look.ts'
import { derivePaper, type Paper } from '../../src/insight/papers.ts'
import { templateSchema } from '../../src/model/template.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, authority, boardOf, kickoff, standard, task, touchpoint } from '../insight/boards.ts'
import { HOSTILE } from './hostile-texts.ts'
import { letters, overlaps, readPages, textOfPages } from './pages.ts'
import { readPdf } from './pdf-file.ts'
import { planFonts, tool } from './print.ts'
import { fieldFaults } from './field-checker.ts'
import { png } from './images.ts'
import { altTexts, tagFaults } from './tag-checker.ts'

const folder = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'auftakt-papers-'))
afterAll(() => (process.env['PICTURES'] ? undefined : rmSync(folder, { recursive: true })))
const forms = kickoff.papers ?? []
const formOf = (id: string): (typeof forms)[number] => forms.find((form) => form.id === id)!
const incident = templateSchema.parse(JSON.parse(readFileSync('templates/incident-review.json', 'utf8')))
const date = '2026-11-23'
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))

async function print(paper: Paper, name: string, look: PlanLook = {}): Promise<string> {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, new Uint8Array(renderPaper(paper, await planFonts(paper.contentLanguage), look)))
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

test.each(['de', 'en'] as const)('an empty board still yields one sheet of one page to fill in by hand, in %s', async (language) => {
  for (const form of [...forms, ...(incident.papers ?? [])]) {
    const empty = boardOf([], [], { template: forms.includes(form) ? kickoff : incident, language })
    const paper = derivePaper(empty, form, { date })
    expect(paper.sheets).toEqual([paper.blank])
    const file = await print(paper, `empty-${form.id}-${language}`)
    soundness(file)
    expect(readPages(file), form.id).toHaveLength(1)
  }
})

test('another template has papers of its own', async () => {
  const board = boardOf(
    [
      { id: 'f', kind: 'fix', in: 'fixes', text: 'Prüflauf jeden Montag', fields: { due: '2027-03-01', check: 'Alarm vor dem Ausfall' } },
      { id: 'c', kind: 'cause', in: 'causes', text: 'Niemand prüfte die Sicherung' },
      { id: 'b', kind: 'barrier', in: 'barriers', text: 'Notstrom' },
    ],
    ['removes:f:c'],
    { template: incident },
  )
  const papers = (incident.papers ?? []).map((form) => derivePaper(board, form, { date }))
  expect(papers.map((paper) => paper.title)).toEqual(['Störfall-Meldung', 'Vorhaben'])
  const texts = await Promise.all(
    papers.map(async (paper) => {
      const file = await print(paper, `incident-${paper.id}`)
      soundness(file)
      return textOfPages(file).join('')
    }),
  )
  expect(texts[0]).toContain('Notstrom')
  expect(texts[1]).toMatch(/Prüflauf jeden Montag[^]*Niemand prüfte die Sicherung[^]*01\.03\.2027[^]*Alarm vor dem Ausfall/)
})

test('a label that asks needs no colon', async () => {
  const paper = derivePaper(sampleBoard(kickoff, sample, 'de'), formOf('pocket'), { date })
  const text = textOfPages(await print(paper, 'asks')).join('')
  expect(text).toContain('Woran merkt man es? ')
  expect(text).not.toContain('?:')
})

test.each(forms.map((form) => form.id))('%s bears the company’s colour and logo on every sheet, spoken once', async (id) => {
  const paper = derivePaper(sampleBoard(kickoff, sample, 'de'), formOf(id), { date })
  const file = await print(paper, `look-${id}`, { color: '#8a0f2e', logo: png(240, 60) })
  soundness(file)
  const pdf = readPdf(file)
  expect(altTexts(pdf)).toEqual(id === 'pocket' ? [] : ['Logo: Nordwerk Pumpen GmbH'])
  expect([...pdf.objects.values()].filter((dict) => dict['/Subtype'] === '/Image')).toHaveLength(1)
  for (const { content } of pdf.pages) {
    expect(content.match(/ Do$/gm)).toHaveLength(1)
    expect(content).toContain('0.541 0.059 0.18')
    expect(content).not.toContain('0.106 0.294 0.31')
  }
})

describe('the room to write', () => {
  const line = { wanted: 2, most: 5, height: 10 }
  test('grows until the page is full, those first that have grown least', () => {
    expect(fitToPage([line, line], 75)).toEqual([4, 3])
    expect(fitToPage([line, { ...line, wanted: 1 }], 60)).toEqual([4, 2])
    expect(fitToPage([line], 500)).toEqual([5])
  })
  test('shrinks to one line each before a second page is begun, and is as wanted when one page cannot hold it', () => {
    expect(fitToPage([line, { ...line, wanted: 4 }], 45)).toEqual([2, 2])
    expect(fitToPage([line, line], 20)).toEqual([1, 1])
    expect(fitToPage([line, line], 15)).toEqual([2, 2])
    expect(fitToPage([], 15)).toEqual([])
  })
})

test('a card for the pocket stays one card as long as what the board says fits on it', async () => {
  const tasks = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
    ...task(id, { trigger: 'es klingelt', done: 'es still ist' }),
    text: `Tun ${id}`,
  }))
  const board = boardOf(
    [actor('w'), ...tasks],
    tasks.map(({ id }) => `does:w:${id}`),
  )
  const paper = derivePaper(board, formOf('pocket'), { date })
  expect(readPages(await print(paper, 'full-pocket'))).toHaveLength(1)
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
  for (const id of ['pocket', 'experiences', 'conversation', 'care']) {
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
