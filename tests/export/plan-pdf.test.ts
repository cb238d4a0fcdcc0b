import { beforeAll, describe, expect, test } from 'vitest'
import { shortText } from '../../src/insight/wording.ts'
import { WORDS } from '../../src/export/words.ts'
import { layoutFaults, lostTexts } from './layout-checker.ts'
import { letters, readPages, textOfPages } from './pages.ts'
import { readPdf } from './pdf-file.ts'
import { print, printBytes, samplePlan, tool } from './print.ts'

const MARGIN = { portrait: [25, 190], landscape: [15, 282] } as const

describe.each(['de', 'en'] as const)('the sample workshop as a PDF in %s', (language) => {
  const plan = samplePlan(language)
  const words = WORDS[language]
  let file = ''
  beforeAll(async () => {
    file = await print(plan)
  })

  test('is a sound PDF 1.7 on A4 that says what it is', () => {
    expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
    const info = tool('pdfinfo', file)
    expect(info).toMatch(new RegExp(`Title: +${plan.title} – Nordwerk Pumpen GmbH`))
    expect(info).toMatch(/Author: +Nordwerk Pumpen GmbH/)
    expect(info).toMatch(/Creator: +Auftakt/)
    expect(info).toMatch(/PDF version: +1\.7/)
    expect(info).toMatch(/Pages: +14/)
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/)
    const raw = tool('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(raw).toContain(`/Lang (${language === 'de' ? 'de-DE' : 'en-GB'})`)
    expect(raw).toContain('/DisplayDocTitle true')
  })

  test('embeds both fonts, with a map back to text', () => {
    const fonts = tool('pdffonts', file).split('\n').slice(2).filter(Boolean)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/CID TrueType +Identity-H +yes +\w+ +yes/)
  })

  test('page 1 has goal, figures, decisions and the next measures', () => {
    const [first = '', second = ''] = textOfPages(file)
    const text = letters(first)
    for (const part of [plan.goal, words.decisions, words.next, words.signature.sign, plan.nextMeasures[4]!.text]) {
      expect(text).toContain(letters(part))
    }
    for (const figure of plan.figures) expect(text).toContain(letters(`${figure.value}`))
    for (const decision of plan.decisions) if (decision.reason === 'gap') expect(text).toContain(letters(decision.text))
    expect(text.split(letters(`${words.yes}${words.no}${words.later}`)).length + first.split(words.later).length).toBeGreaterThan(6)
    expect(second).toContain(words.measures)
  })

  test('every text of the plan is found', () => {
    const texts = [
      ...plan.rows.flatMap((row) => [row.text, ...row.doers, ...row.owners, ...row.standards, row.locus ?? '']),
      ...plan.rows.flatMap((row) => row.details.flatMap((detail) => [detail.label, detail.text])),
      ...plan.answers.flatMap((answer) => [answer.title, answer.answer ?? words.unanswered, ...answer.cards]),
      ...plan.responsibilities.flatMap((entry) => [entry.text, ...entry.holders]),
      ...plan.openPoints.flatMap((group) => group.points.flatMap((point) => [point.text, point.mend])),
      ...plan.parking,
      ...plan.matrix.roles.map((role) => role.text),
      ...plan.registers.flatMap((register) => [register.title, register.kind, ...register.rows.map((row) => row.text)]),
      ...plan.registers.flatMap((register) =>
        register.rows.flatMap((row) => row.cells.flatMap((cell) => cell.said.map((said) => shortText(said.text, 60).slice(0, -1)))),
      ),
      ...plan.cases.flatMap((entry) => [
        entry.text,
        entry.result.end,
        ...entry.stations.flatMap((station) => [station.name, station.text, ...station.missing]),
      ]),
      ...(plan.review?.steps ?? []),
      ...plan.people.map((person) => person.name),
    ]
    expect(lostTexts(file, texts)).toEqual([])
  })

  test('has a bookmark for every section', () => {
    const raw = tool('qpdf', '--json', '--json-key=outlines', file)
    const titles = (JSON.parse(raw) as { outlines: { title: string; destpageposfrom1: number }[] }).outlines
    expect(titles.map((entry) => entry.title)).toEqual([
      plan.title,
      words.measures,
      words.tasks,
      words.matrix,
      words.responsibilities,
      words.load,
      ...plan.registers.map((register) => register.title),
      words.answers,
      words.cases,
      words.columns.locus,
      words.openPoints,
      words.parking,
      words.review,
      words.people,
      words.signatures,
    ])
    const pages = titles.map((entry) => entry.destpageposfrom1)
    expect(pages).toEqual(pages.toSorted((a, b) => a - b))
    const texts = textOfPages(file).map(letters)
    for (const { title, destpageposfrom1 } of titles) expect(texts[destpageposfrom1 - 1]).toContain(letters(title))
  })

  test('page 1 leads to the table by a link that says where', () => {
    const { objects, pages } = readPdf(file)
    const links = [...objects.values()].filter((dict) => dict['/Subtype'] === '/Link')
    expect(links).toHaveLength(1)
    expect(links[0]?.['/P']).toBe(pages[0]?.id)
    expect(links[0]?.['/Dest']).toEqual(expect.arrayContaining([pages[1]?.id, '/XYZ']))
    expect(letters(textOfPages(file)[0]!)).toContain(letters(String(links[0]?.['/Contents']).slice(2)))
  })

  test('keeps its margins, and no word lies over another', () => {
    const pages = readPages(file)
    expect(layoutFaults(file)).toEqual([])
    pages.forEach((page, at) => {
      const [left, right] = MARGIN[page.width > page.height ? 'landscape' : 'portrait']
      for (const word of page.words) {
        expect(word.left, `page ${at + 1}: ${word.text}`).toBeGreaterThan(left - 0.5)
        expect(word.right, `page ${at + 1}: ${word.text}`).toBeLessThan(right + 0.5)
        expect(word.top).toBeGreaterThan(8)
        expect(word.bottom).toBeLessThan(page.height - 7)
      }
    })
    const foot = pages.map((page) =>
      page.words
        .slice(-4)
        .map((word) => word.text)
        .join(' '),
    )
    const [page, of] = language === 'de' ? ['Seite', 'von'] : ['Page', 'of']
    expect(foot).toEqual(pages.map((_, at) => `${page} ${at + 1} ${of} ${pages.length}`))
  })

  test('the same plan gives the same bytes', async () => {
    expect(Buffer.from(await printBytes(plan)).equals(Buffer.from(await printBytes(plan)))).toBe(true)
  })
})
