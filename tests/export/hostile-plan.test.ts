import { beforeAll, describe, expect, test } from 'vitest'
import { codeName, printable } from '../../src/export/pdf/clean.ts'
import { openPress, prepare } from '../../src/export/pdf/press.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import type { Board } from '../../src/model/board.ts'
import { actor, boardOf, measure, responsibility, task, type Given } from '../insight/boards.ts'
import { HOSTILE } from './hostile-texts.ts'
import { layoutFaults } from './layout-checker.ts'
import { letters, readPages, textOfPages } from './pages.ts'
import { readPdf, type PdfFile } from './pdf-file.ts'
import { planFonts, print, tool } from './print.ts'
import { tagFaults } from './tag-checker.ts'

const KINDS = [task, measure, responsibility, actor]

/** Each text is a card, a field and, in turn, an answer, a name, a parked idea and what the board is called. */
function boardOfTexts(texts: readonly string[]): Board {
  const cards = texts.map((text, at): Given => {
    const make = KINDS[at % KINDS.length] ?? task
    return { ...make(`c${at}`, { proposal: text, trigger: text, first: text, capacity: at }), text }
  })
  const parked = texts.slice(0, 40).map((text, at): Given => ({ id: `p${at}`, kind: 'idea', in: 'parking', text }))
  return boardOf([...cards, ...parked], [], {
    title: texts[60]!,
    organisation: texts[20]!,
    goal: texts.slice(0, 12).join('\n'),
    answers: { actors: texts.slice(0, 30).join('\n'), feelings: texts.slice(30, 60).join('\n') } as Board['answers'],
    people: texts.slice(0, 50).map((name) => ({ name, role: 'participant' as const })),
  })
}

describe('two hundred hostile texts', () => {
  let file = ''
  let pdf: PdfFile
  let all = ''
  beforeAll(async () => {
    file = await print(derivePlan(boardOfTexts(HOSTILE), { date: '2026-11-23', people: true }))
    pdf = readPdf(file)
    // Running heads and feet are painted last on each page; a text may go on over them.
    const pages = textOfPages(file).map(letters)
    all = pages.map((page, at) => page.slice(0, page.lastIndexOf(at === 0 ? 'ErstelltmitAuftakt' : 'Anfang20'))).join('')
  }, 180_000)

  test('make a sound and tagged PDF', () => {
    expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
    expect(tagFaults(pdf)).toEqual([])
  })

  test('nothing is lost in silence: every text is found whole, with the number of each letter that no font has', async () => {
    const press = openPress(await planFonts('de'))
    for (const text of HOSTILE) expect(all, text.slice(0, 60)).toContain(letters(printable(prepare(press, text))))
    expect(press.missing.size).toBeGreaterThan(20)
    for (const char of press.missing) expect(all).toContain(codeName(char))
  })

  test('nothing is executed and nothing leads out of the file', () => {
    for (const dict of pdf.objects.values()) {
      expect(dict['/S']).not.toBe('/URI')
      expect(dict['/S']).not.toBe('/JavaScript')
      for (const key of ['/JS', '/AA', '/Launch', '/EmbeddedFiles', '/URI', '/A0']) expect(dict).not.toHaveProperty([key])
    }
    expect(tool('pdfinfo', file)).toMatch(/JavaScript: +no/)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('the layout holds: no word over another, none outside its page', () => {
    expect(layoutFaults(file)).toEqual([])
    for (const page of readPages(file)) {
      for (const { right, left, bottom, text } of page.words) {
        expect(left, text).toBeGreaterThan(14)
        expect(right, text).toBeLessThan(page.width - 14)
        expect(bottom, text).toBeLessThan(page.height - 7)
      }
    }
  })
})
