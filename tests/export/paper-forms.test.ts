import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { renderPaper } from '../../src/export/pdf/papers.ts'
import { derivePaper } from '../../src/insight/papers.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, boardOf, kickoff, task, touchpoint } from '../insight/boards.ts'
import { fieldFaults, fieldsOf } from './field-checker.ts'
import { HOSTILE } from './hostile-texts.ts'
import { readPdf, type PdfFile } from './pdf-file.ts'
import { planFonts, tool } from './print.ts'
import { tagFaults } from './tag-checker.ts'

const folder = mkdtempSync(join(tmpdir(), 'auftakt-forms-'))
afterAll(() => rmSync(folder, { recursive: true }))
const date = '2026-11-23'
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const formOf = (id: string): NonNullable<(typeof kickoff)['papers']>[number] => kickoff.papers!.find((form) => form.id === id)!

async function print(id: string, board = sampleBoard(kickoff, sample, 'de')): Promise<string> {
  const file = join(folder, `${id}.pdf`)
  writeFileSync(file, new Uint8Array(renderPaper(derivePaper(board, formOf(id), { date }), await planFonts('de'))))
  return file
}

/** Firefox's own reader, without its window. */
function open(file: string): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: false, verbosity: 0 }).promise
}

interface Widget {
  readonly id: string
  readonly fieldName: string
  readonly fieldType: string
  readonly alternativeText: string
  readonly checkBox?: boolean
  readonly exportValue?: string
  readonly fieldValue: unknown
}

async function widgetsOf(document: PDFDocumentProxy): Promise<Widget[]> {
  const pages = Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1))
  const annotations = await Promise.all(pages.map(async (page) => (await page).getAnnotations() as Promise<Widget[]>))
  return annotations.flat()
}

describe('the fields of the papers', () => {
  test.each(['care', 'experiences', 'conversation', 'pocket'])('%s: three readers see the same fields', async (id) => {
    const file = await print(id)
    const ours = fieldsOf(readPdf(file))
    expect(ours.length).toBeGreaterThan(5)
    const theirs = await widgetsOf(await open(file))
    expect(theirs.map(({ fieldName, fieldType, alternativeText }) => [fieldName, fieldType, alternativeText])).toEqual(
      ours.map(({ name, type, spoken }) => [name, type.slice(1), spoken]),
    )
    const listed = JSON.parse(tool('qpdf', '--json=2', '--json-key=acroform', file)) as {
      acroform: { hasacroform: boolean; needappearances: boolean; fields: { fullname: string; alternativename: string }[] }
    }
    expect(listed.acroform).toMatchObject({ hasacroform: true, needappearances: false })
    expect(listed.acroform.fields.map(({ fullname, alternativename }) => [fullname, alternativename])).toEqual(
      ours.map(({ name, spoken }) => [name, spoken]),
    )
    expect(tool('pdfinfo', file)).toMatch(/Form: +AcroForm/)
  })

  test('what is typed and ticked in one reader is read and printed by another', async () => {
    const document = await open(await print('conversation'))
    const widgets = await widgetsOf(document)
    const [line, lines, tick] = ['1-1-entry-2', '1-5-text', '1-4-tick-1'].map((name) => widgets.find((field) => field.fieldName === name)!)
    document.annotationStorage.setValue(line!.id, { value: 'Größe & Söhne' })
    document.annotationStorage.setValue(lines!.id, { value: 'Die Pumpe steht.\nRückruf noch heute, bitte vor zwölf Uhr.' })
    document.annotationStorage.setValue(tick!.id, { value: true })
    const filled = join(folder, 'filled.pdf')
    writeFileSync(filled, await document.saveDocument())
    expect(tool('qpdf', '--check', filled)).toContain('No syntax or stream encoding errors found')
    const page = tool('pdftotext', '-l', '1', '-layout', filled, '-')
    for (const text of ['Größe & Söhne', 'Die Pumpe steht.', 'Rückruf noch heute, bitte vor zwölf Uhr.']) expect(page).toContain(text)
    const again = await widgetsOf(await open(filled))
    const valueOf = (name: string): unknown => again.find((field) => field.fieldName === name)?.fieldValue
    expect([valueOf('1-1-entry-2'), valueOf('1-4-tick-1'), valueOf('1-6-text')]).toEqual(['Größe & Söhne', 'Yes', ''])
    expect(valueOf('1-5-text')).toMatch(/^Die Pumpe steht\.\s+Rückruf noch heute/)
    expect(tagFaults(readPdf(filled))).toEqual([])
  })

  test('what is typed is cut nowhere: a long text is set smaller', async () => {
    const document = await open(await print('care'))
    const [field] = (await widgetsOf(document)).filter(({ fieldName }) => fieldName === '1-2-text')
    const words = Array.from({ length: 60 }, (_, at) => `Wort${at}`)
    document.annotationStorage.setValue(field!.id, { value: words.join(' ') })
    const filled = join(folder, 'long.pdf')
    writeFileSync(filled, await document.saveDocument())
    const page = tool('pdftotext', '-l', '1', filled, '-')
    for (const word of words) expect(page).toContain(word)
  })

  test('hostile texts are spoken, and never name a field', async () => {
    const cards = HOSTILE.map((text, at) => ({ ...(at % 4 === 0 ? touchpoint : task)(`c${at}`), text }))
    const links = HOSTILE.flatMap((_, at) => (at % 4 === 0 ? [] : [`does:a:c${at}`, `at:c${at}:c${at - (at % 4)}`]))
    const file = await print('conversation', boardOf([actor('a'), ...cards], links))
    const fields = fieldsOf(readPdf(file))
    expect(fieldFaults(readPdf(file))).toEqual([])
    expect(fields.length).toBeGreaterThan(400)
    for (const { name, spoken } of fields) {
      expect(name).toMatch(/^[\w-]+$/)
      expect(spoken.length).toBeLessThanOrEqual(160)
      expect(spoken).not.toMatch(/\p{Cs}|^þÿ/u)
    }
    expect((await widgetsOf(await open(file))).map(({ alternativeText }) => alternativeText)).toEqual(fields.map(({ spoken }) => spoken))
  }, 60_000)
})

describe('the checker of fields', () => {
  const faultsAfter = async (change: (pdf: PdfFile) => void): Promise<string[]> => {
    const pdf = readPdf(await print('care'))
    change(pdf)
    return [...fieldFaults(pdf), ...tagFaults(pdf)]
  }

  test('sees a field without words, without a name of its own, outside the tree, over another, off its page', async () => {
    const faults = await faultsAfter((pdf) => {
      const [one, two, three, four, five] = fieldsOf(pdf)
      delete one!.dict['/TU']
      two!.dict['/T'] = three!.dict['/T']!
      three!.dict['/StructParent'] = four!.dict['/StructParent']!
      four!.dict['/Rect'] = five!.dict['/Rect']!
      five!.dict['/DA'] = 'u:/Nowhere 0 Tf'
    })
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/has no spoken name$/),
        expect.stringMatching(/has no name of its own$/),
        expect.stringMatching(/lies over/),
        expect.stringMatching(/has no font$/),
        'page 1: a field without words',
        'page 1: a field outside the tree',
      ]),
    )
  })

  test('sees a field that shows nothing, is not printed, hangs over the edge, or is not in the form', async () => {
    const faults = await faultsAfter((pdf) => {
      const [one, two, three] = fieldsOf(pdf)
      delete one!.dict['/AP']
      two!.dict['/F'] = 2
      three!.dict['/Rect'] = [0, 10, 40, 20]
      const form = pdf.objects.get(String(pdf.catalog['/AcroForm']))!
      form['/Fields'] = (form['/Fields'] as string[]).slice(1)
    })
    for (const fault of ['shows nothing', 'is not printed', 'is not in its page', 'is not in the form'])
      expect(faults).toContainEqual(expect.stringMatching(new RegExp(`${fault}$`)))
  })
})
