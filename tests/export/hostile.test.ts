import { describe, expect, test } from 'vitest'
import { derivePlan, type Plan } from '../../src/insight/plan.ts'
import type { Board } from '../../src/model/board.ts'
import { actor, boardOf, measure, responsibility, task, type Given } from '../insight/boards.ts'
import { layoutFaults } from './layout-checker.ts'
import { letters, readPages, textOfPages } from './pages.ts'
import { readPdf } from './pdf-file.ts'
import { print, tool } from './print.ts'
import { tagFaults } from './tag-checker.ts'

const planOf = (board: Board): Plan => derivePlan(board, { date: '2026-11-23', people: true })
const sound = (file: string): void => {
  expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  expect(layoutFaults(file)).toEqual([])
  expect(tagFaults(readPdf(file))).toEqual([])
}

const LANGUAGES = {
  polish: 'Zażółć gęślą jaźń, ŻÓŁĆ',
  czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy',
  turkish: 'Pijamalı hasta yağız şoföre çabucak güvendi, İstanbul',
  greek: 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, Ωμέγα μμ',
  cyrillic: 'Съешь ещё этих мягких французских булок, їжак ґанок',
  signs: '„Zitat“ ‚halb‘ «guillemets» – — … € § ° ½ → ≥ ≤ ≠ ☐ ☑ ✓ ● ■ ▲ ẞ ß ™ № № x² H₂O',
}

describe('300 tasks', () => {
  const cards: Given[] = Array.from({ length: 300 }, (_, at) => {
    const text = `Anfang${at} ${'prüfen, ob die Anlage wieder läuft und die Wartungsvertragsbedingungen gelten '.repeat(1 + (at % 4))}Ende${at}`
    return { ...task(`t${at}`, { trigger: `Auslöser${at} eine Störung gemeldet wird` }), text }
  })
  const doers = Array.from({ length: 12 }, (_, at) => ({ ...actor(`a${at}`), text: `Bereich Nummer ${at} mit einem langen Namen` }))
  const links = cards.map((card, at) => `does:a${at % 12}:${card.id}`)

  test('no row is torn apart, the head is repeated, page 1 stays one page', { timeout: 90_000 }, async () => {
    const file = await print(planOf(boardOf([...doers, ...cards], links)), { parts: ['work'] })
    sound(file)
    const pages = textOfPages(file)
    const table = pages.filter((page) => page.includes('Wer übernimmt es'))
    expect(table.length).toBeGreaterThan(20)
    for (let at = 0; at < 300; at++) {
      const holding = table.filter((page) => new RegExp(`Anfang${at}\\b`).test(page))
      expect(holding, `row ${at}`).toHaveLength(1)
      expect(holding[0]).toMatch(new RegExp(`Ende${at}\\b`))
      expect(holding[0]).toMatch(new RegExp(`Auslöser${at}\\b`))
    }
    expect(pages[0]).toContain('Unterschrift')
    expect(pages[1]).toContain('Maßnahmen')
  })
})

describe('every script the font has', () => {
  test('is printed and can be copied out again', async () => {
    const texts = Object.values(LANGUAGES)
    const cards = texts.flatMap((text, at): Given[] => [
      { ...task(`t${at}`), text },
      { ...actor(`a${at}`), text },
      { ...responsibility(`r${at}`), text },
      { ...measure(`m${at}`, { due: `2027-01-1${at}`, first: text }), text },
      { id: `p${at}`, kind: 'idea', in: 'parking', text },
    ])
    const links = texts.flatMap((_, at) => [`does:a${at}:t${at}`, `answers:a${at}:r${at}`, `for:r${at}:t${at}`])
    const plan = planOf(boardOf(cards, links, { answers: { actors: texts.join('\n') } as Board['answers'], organisation: texts[0]! }))
    const file = await print(plan)
    sound(file)
    const all = letters(textOfPages(file).join(''))
    for (const [name, text] of Object.entries(LANGUAGES)) expect(all.split(letters(text)).length, name).toBeGreaterThan(5)
    expect(all).not.toContain('[U+')
    expect(all).not.toContain(letters('Nicht darstellbare Zeichen'))
  })
})

describe('what no font has', () => {
  test('stands as its number, and the plan says so at its end', async () => {
    const board = boardOf([
      { ...task('a'), text: 'Ziel 🎯 erreicht 漢字 \ud83c Ende' },
      { id: 'p', kind: 'idea', in: 'parking', text: '👩\u200d💻 ok' },
    ])
    const file = await print(planOf({ ...board, title: 'Kickoff 🚀' }))
    sound(file)
    const pages = textOfPages(file)
    expect(letters(pages.join(''))).toContain(letters('Ziel [U+1F3AF] erreicht [U+6F22 U+5B57] [U+D83C] Ende'))
    expect(pages.at(-1)).toContain('Nicht darstellbare Zeichen')
    const note = letters(pages.at(-1)!.split('Nicht darstellbare Zeichen')[1]!)
    for (const code of ['U+1F3AF', 'U+6F22', 'U+5B57', 'U+D83C', 'U+1F469', 'U+1F4BB', 'U+1F680']) expect(note).toContain(code)
  })

  test('control characters, tabs and no-break signs cost no letter', async () => {
    const text = 'vor\tTab \u0007Glocke 10\u00a0% E\u2011Mail Kun\u00adden\u200bakte Ku\u0308hlung \u202eumgekehrt Ende'
    const file = await print(planOf(boardOf([{ ...task('a'), text }])))
    sound(file)
    expect(letters(textOfPages(file).join(''))).toContain(letters('vor Tab Glocke 10 % E-Mail Kundenakte Kühlung umgekehrt Ende'))
  })
})

describe('too much of everything', () => {
  const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller'
  const long = (at: number): string => `${word}${at} `.repeat(8).trim()

  test('words of 400 letters and texts of 5,000 stay inside their columns, cut texts stand in full at the end', async () => {
    const endless = 'x'.repeat(400)
    const novel = `Beginn ${'Satz für Satz wächst der Text dieser Karte weiter. '.repeat(95)}Schluss`
    const board = boardOf(
      [
        { ...task('a'), text: endless },
        { ...measure('b', { due: '2027-01-31', first: novel }), text: novel },
      ],
      [],
      {
        answers: { actors: novel } as Board['answers'],
      },
    )
    const file = await print(planOf(board))
    sound(file)
    const pages = readPages(file)
    for (const page of pages) for (const { right, text } of page.words) expect(right, text).toBeLessThan(page.width - 14)
    const all = letters(textOfPages(file).join(''))
    expect(all).toContain(endless)
    expect(all).toContain('VollständigeTexte')
    expect(all.split('Schluss').length).toBeGreaterThan(3)
  })

  test('page 1 is one page whatever is on it', { timeout: 90_000 }, async () => {
    const people = Array.from({ length: 40 }, (_, at) => ({ ...actor(`a${at}`), text: `${word} ${at}` }))
    const measures = Array.from({ length: 30 }, (_, at) => ({
      ...measure(`m${at}`, { due: '2027-03-01', cost: 1000 + at, proposal: long(at) }),
      text: long(at),
    }))
    const contested = Array.from({ length: 20 }, (_, at) => ({ ...responsibility(`r${at}`), text: long(at) }))
    const links = [
      ...measures.flatMap((card) => people.map((person) => `does:${person.id}:${card.id}`)),
      ...contested.flatMap((card) => people.slice(0, 6).map((person) => `answers:${person.id}:${card.id}`)),
      ...contested.flatMap((card) => measures.map((other) => `for:${card.id}:${other.id}`)),
    ]
    const plan = planOf(
      boardOf([...people, ...measures, ...contested], links, {
        title: long(1).slice(0, 200),
        organisation: long(2).slice(0, 200),
        goal: long(3).slice(0, 600),
        people: Array.from({ length: 300 }, (_, at) => ({ name: `Vorname${at} Nachname${at}`, role: 'participant' as const })),
      }),
    )
    expect(plan.decisions).toHaveLength(50)
    const file = await print(plan)
    sound(file)
    const pages = textOfPages(file)
    expect(pages[0]).toContain('Unterschrift')
    expect(pages[0]).toMatch(/und 45 weitere, siehe Seite \d+/)
    expect(pages[1]).toContain('Maßnahmen')
    const cited = Number(/siehe Seite (\d+)/.exec(pages[0]!)?.[1])
    expect(pages[cited - 1]).toContain('Weitere Entscheidungen')
    expect(pages.join('')).toContain('Vorname299')
    for (const page of readPages(file).slice(0, 1)) for (const entry of page.words) expect(entry.bottom).toBeLessThan(297 - 7)
  })

  test('an empty board is a plan of few words', async () => {
    const file = await print(planOf(boardOf([], [], { organisation: '', goal: '' })))
    sound(file)
    expect(textOfPages(file)[0]).toContain('Noch hat keine Maßnahme einen Termin.')
  })
})

describe('headings', () => {
  test('never stand alone at the foot of a page, wherever the table before them ends', async () => {
    for (let count = 1; count <= 24; count++) {
      const cards = Array.from({ length: count }, (_, at) => measure(`m${at}`, { due: '2027-01-31' }))
      const tall = { ...task('tall'), text: `Hoch ${'eine Zeile nach der anderen füllt diese Zelle '.repeat(14)}` }
      const pages = textOfPages(
        await print(planOf(boardOf([...cards, tall, responsibility('r')])), { parts: ['work', 'responsibilities'] }),
      )
      const heading = pages.find((page) => /^Aufgaben$/m.test(page))
      expect(heading, `${count} rows before`).toMatch(/^Aufgaben$[^]*Hoch/m)
      const following = pages.find((page) => /^Verantwortung$/m.test(page))
      expect(following, `${count} rows before`).toMatch(/^Verantwortung$[^]*niemand/m)
    }
  })
})
