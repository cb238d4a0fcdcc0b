import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { boardJson } from '../../src/export/board-json.ts'
import { fileName } from '../../src/export/plan-file-name.ts'
import { WORDS } from '../../src/export/words.ts'
import { parseBoardFile } from '../../src/model/board.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { kickoff } from '../insight/boards.ts'

describe('boardJson', () => {
  test('comes back as the same board', () => {
    const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
    const board = sampleBoard(kickoff, sample, 'de')
    const read = parseBoardFile(boardJson(board))
    expect(read.ok && boardJson(read.board)).toBe(boardJson(board))
    expect(read.ok && read.board.cards).toHaveLength(board.cards.length)
  })
})

describe('fileName', () => {
  test.each([
    ['Aktionsplan Kundenmanagement', 'Aktionsplan-Kundenmanagement.pdf'],
    ['Größe & Übersicht: „Süd“', 'Größe-&-Übersicht-Süd.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['a\\b/c|d?e*f<g>h"i', 'a-b-c-d-e-f-g-h-i.pdf'],
    ['  ', 'auftakt.pdf'],
    ['...', 'auftakt.pdf'],
    ['CON', 'auftakt-CON.pdf'],
    ['Plan\u202e\u0000fdp', 'Plan-fdp.pdf'],
    ['.versteckt', 'versteckt.pdf'],
    ['Ku\u0308hlung', 'Kühlung.pdf'],
  ])('%j becomes %j', (title, name) => {
    expect(fileName(title, 'pdf')).toBe(name)
  })
  test('is cut at 80 characters, never inside one', () => {
    expect(fileName(`x${'🎯'.repeat(90)}`, 'json')).not.toMatch(/\p{Cs}/u)
    expect(fileName('x'.repeat(200), 'pdf')).toHaveLength(84)
  })
})

test('the words of both languages have the same slots', () => {
  const slots = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...value.matchAll(/\{\w+\}/g)].map(([slot]) => slot).toSorted()
      : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, slots(inner)]))
  expect(slots(WORDS.de)).toEqual(slots(WORDS.en))
})
