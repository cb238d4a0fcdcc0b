import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { planCommand } from '../../server/plan-command.ts'
import { boardJson } from '../../src/export/board-json.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { kickoff } from '../insight/boards.ts'
import { tool } from './print.ts'

const folder = mkdtempSync(join(tmpdir(), 'auftakt-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const boardFile = join(folder, 'board.json')
writeFileSync(boardFile, boardJson(sampleBoard(kickoff, sample, 'de')))

async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = []
  const complained: string[] = []
  const code = await planCommand(args, { say: (line) => said.push(line), complain: (line) => complained.push(line) })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

describe('npm run plan', () => {
  test('writes the PDF and says so', async () => {
    const target = join(folder, 'plan.pdf')
    const result = await run(boardFile, target, '--date', '2027-01-08', '--people')
    expect(result).toMatchObject({ code: 0, complained: '' })
    expect(result.said).toContain(`${target} ist geschrieben`)
    const text = tool('pdftotext', '-layout', target, '-')
    expect(text).toContain('Stand 08.01.2027')
    expect(text).toContain('Annika Kerstens')
  })

  test('leaves names out, and says that it is final when asked', async () => {
    const target = join(folder, 'final.pdf')
    expect((await run(boardFile, target, '--final')).code).toBe(0)
    const text = tool('pdftotext', '-layout', target, '-')
    expect(text).toContain('Endfassung')
    expect(text).not.toContain('Kerstens')
  })

  test.each([
    [[]],
    [['one.json']],
    [['a', 'b', 'c']],
    [['a', 'b', '--date', '2027-02-30']],
    [['a', 'b', '--loud']],
    [['same.json', 'same.json']],
  ])('a wrong call is answered with the usage in both languages: %j', async (args) => {
    const { code, complained } = await run(...args)
    expect(code).toBe(1)
    expect(complained).toMatch(/^Aufruf: [^]*\nUsage: /)
  })

  test('a broken file is named with the place of its fault', async () => {
    const broken = join(folder, 'broken.json')
    const content = JSON.parse(readFileSync(boardFile, 'utf8')) as { cards: { place: { order: string } }[] }
    content.cards[3]!.place.order = '!'
    writeFileSync(broken, JSON.stringify(content))
    const { code, complained } = await run(broken, join(folder, 'never.pdf'))
    expect(code).toBe(2)
    expect(complained).toContain('cards.3.place.order')
    expect(complained).toMatch(/ist kein lesbares Board[^]*is not a readable board/)
  })

  test.each(['nothing.json', 'text.json', 'huge.json'])('%s is code 2', async (name) => {
    writeFileSync(join(folder, 'text.json'), 'no json')
    writeFileSync(join(folder, 'huge.json'), ' '.repeat(6 * 1024 * 1024))
    expect((await run(join(folder, name), join(folder, 'never.pdf'))).code).toBe(2)
  })

  test('a place that cannot be written is code 3', async () => {
    const { code, complained } = await run(boardFile, join(folder, 'no-such-folder', 'plan.pdf'))
    expect(code).toBe(3)
    expect(complained).toMatch(/lässt sich nicht schreiben[^]*cannot be written/)
  })
})
