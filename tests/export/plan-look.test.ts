import { describe, expect, test } from 'vitest'
import { accentOf, contrastToWhite } from '../../src/export/pdf/accent.ts'
import { readLogo } from '../../src/export/pdf/logo.ts'
import { TEAL } from '../../src/export/pdf/look.ts'
import { breakRows } from '../../src/export/pdf/table-pages.ts'
import { PLAN_PARTS } from '../../src/export/plan-look.ts'
import { WORDS } from '../../src/export/words.ts'
import { derivePlan } from '../../src/insight/plan.ts'
import { actor, boardOf, task } from '../insight/boards.ts'
import { letters, textOfPages } from './pages.ts'
import { readPdf } from './pdf-file.ts'
import { jpegHead, png, pngHead } from './images.ts'
import { print, samplePlan, tool } from './print.ts'
import { altTexts, tagFaults } from './tag-checker.ts'

const titlesOf = (file: string): string[] =>
  (JSON.parse(tool('qpdf', '--json', '--json-key=outlines', file)) as { outlines: { title: string }[] }).outlines.map(({ title }) => title)

describe('the parts of a plan', () => {
  test('none of them: the first page alone, and no reference to another', async () => {
    const file = await print(samplePlan('de'), { parts: [] })
    const pages = textOfPages(file)
    expect(pages).toHaveLength(1)
    expect(pages[0]).not.toMatch(/ab Seite|siehe Seite/)
    expect(tagFaults(readPdf(file))).toEqual([])
  })

  test.each(PLAN_PARTS)('%s can be left out', async (part) => {
    const plan = samplePlan('de')
    const [all, without] = [await print(plan), await print(plan, { parts: PLAN_PARTS.filter((other) => other !== part) })]
    const left = titlesOf(all).filter((title) => !titlesOf(without).includes(title))
    if (part === 'annex') expect(left).toEqual([])
    else expect(left.length).toBeGreaterThan(0)
  })

  test('an order of one’s own changes nothing', async () => {
    const file = await print(samplePlan('de'), { parts: ['open', 'work'] })
    expect(titlesOf(file).slice(1)).toEqual([WORDS.de.measures, WORDS.de.tasks, WORDS.de.openPoints])
  })
})

describe('the colour of the company', () => {
  test.each(['#ffff00', '#ffffff', '#7fd3ff', '#000000', '#e30613', '#00A0E3'])('%s can be read on white', (color) => {
    expect(contrastToWhite(accentOf(color))).toBeGreaterThanOrEqual(4.5)
  })
  test('stays as it is where it can be read, and is the product’s own where it is none', () => {
    expect(accentOf('#8a0f2e')).toEqual([138, 15, 46])
    for (const wrong of [undefined, '', 'red', '#12345', 'javascript:alert(1)', '#gggggg']) expect(accentOf(wrong)).toBe(TEAL)
  })
  test('is painted instead of it', async () => {
    const pdf = readPdf(await print(samplePlan('de'), { color: '#8a0f2e', parts: [] }))
    expect(pdf.pages[0]?.content).toMatch(/0\.541 0\.059 0\.18 rg/)
    expect(pdf.pages[0]?.content).not.toMatch(/0\.106 0\.294 0\.31 rg/)
  })
})

describe('the logo', () => {
  test('is taken by its bytes: PNG or JPEG, of a bearable size', () => {
    expect(readLogo(png(120, 40))).toMatchObject({ format: 'PNG', width: 120, height: 40 })
    expect(readLogo(jpegHead(300, 90))).toMatchObject({ format: 'JPEG', width: 300, height: 90 })
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>')
    for (const bad of [undefined, new Uint8Array(), svg, png(120, 40).slice(0, 20), pngHead(60_000, 60_000), pngHead(0, 5)])
      expect(readLogo(bad)).toBeNull()
    expect(readLogo(new Uint8Array(1_100_000).fill(0xff))).toBeNull()
  })
  test('stands on page 1 with words for those who do not see it', async () => {
    const pdf = readPdf(await print(samplePlan('de'), { logo: png(120, 40), parts: [] }))
    expect(altTexts(pdf)[0]).toBe('Logo: Nordwerk Pumpen GmbH')
    expect([...pdf.objects.values()].filter((dict) => dict['/Subtype'] === '/Image')).toHaveLength(1)
    expect(tagFaults(pdf)).toEqual([])
  })
})

test('an English frame around German words: both languages are named', async () => {
  const plan = { ...samplePlan('de') }
  const mixed = { ...plan, language: 'en' as const }
  const file = await print(mixed)
  const pdf = readPdf(file)
  expect(pdf.catalog['/Lang']).toBe('u:de-DE')
  const heads = [...pdf.objects.values()].filter((dict) => dict['/S'] === '/H2')
  expect(heads.length).toBeGreaterThan(8)
  for (const head of heads) expect(head['/Lang']).toBe('u:en-GB')
  expect(letters(textOfPages(file).join(''))).toContain(letters(WORDS.en.measures))
})

test('a draft says so on every page, the final version nowhere', async () => {
  for (const page of textOfPages(await print(samplePlan('de')))) expect(page).toContain('ENTWURF')
  const plan = derivePlan(boardOf([task('a')]), { date: '2026-11-23', status: 'final' })
  for (const page of textOfPages(await print(plan))) expect(page).not.toContain('ENTWURF')
})

describe('the pages of a table', () => {
  test('hold whole rows, and never one or two alone at the end', () => {
    expect(breakRows([10, 10, 10, 10, 10, 10], 30, 40)).toEqual([3, 3])
    expect(breakRows([10, 10, 10, 10, 10], 40, 40)).toEqual([3, 2])
    expect(breakRows([10, 10, 10, 10, 10, 10, 10], 60, 40)).toEqual([4, 3])
    expect(breakRows([10, 90, 10], 40, 40)).toEqual([1, 1, 1])
    expect(breakRows([10], 5, 40)).toEqual([1])
  })
})

test('an answer shows its state, who agrees in number only, and every objection; a row its votes', async () => {
  const plan = samplePlan('de')
  const [first, second, ...others] = plan.answers
  const answers = [
    { ...first!, state: 'contested' as const, agreements: 7, objections: ['Der Außendienst fehlt in der Kette.', ''] },
    { ...second!, state: 'agreed' as const, agreements: 1, objections: [] },
    ...others,
  ]
  const rows = plan.rows.map((row, at) => ({ ...row, votes: at === 0 ? 12 : null }))
  const file = await print({ ...plan, answers, rows }, { parts: ['work', 'answers'] })
  const all = letters(textOfPages(file).join(''))
  for (const text of [
    'Strittig · 7 stimmen zu · 2 Einwände',
    'Einwand: Der Außendienst fehlt in der Kette.',
    'Vereinbart · 1 stimmt zu',
    '12 Stimmen',
  ])
    expect(all).toContain(letters(text))
  expect(tagFaults(readPdf(file))).toEqual([])
})

test('thirty roles take several tables, in which every row with a role stands, and its letters', async () => {
  const roles = Array.from({ length: 30 }, (_, at) => ({ ...actor(`a${at}`), text: `Rolle${at}` }))
  const rows = [...roles.map((_, at) => ({ ...task(`t${at}`), text: `Zeile${at}.` })), { ...task('none'), text: 'Herrenlos' }]
  const plan = derivePlan(
    boardOf(
      [...roles, ...rows],
      roles.map((role, at) => `does:${role.id}:t${at}`),
    ),
    { date: '2026-11-23' },
  )
  const file = await print(plan, { parts: ['matrix'] })
  const all = textOfPages(file).slice(1).join('\n')
  for (let at = 0; at < 30; at++) {
    expect(all.split(`Zeile${at}.`)).toHaveLength(2)
    expect(all).toContain(`Rolle${at}`)
  }
  expect(all).toContain('Herrenlos')
  expect(all).toContain(WORDS.de.matrixSplit)
  expect(all.match(/(?<=\s)U(?=\s)/g)).toHaveLength(30)
  expect(tagFaults(readPdf(file))).toEqual([])
})
