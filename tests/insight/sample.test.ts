import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findGaps } from '../../src/insight/gaps.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { kickoff } from './boards.ts'

const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))

describe.each(['de', 'en'] as const)('the sample workshop in %s', (language) => {
  const board = sampleBoard(kickoff, sample, language)

  test('uses only kinds, fields, questions and relations that the template declares', () => {
    const fields = new Map<string, Set<string>>(kickoff.kinds.map((kind) => [kind.id, new Set(kind.fields.map((field) => field.id))]))
    const questions = new Set<string>(kickoff.questions.map((question) => question.id))
    const holders = new Map(kickoff.kinds.map((kind) => [kind.id as string, new Set<string>(kind.holds)]))
    const kinds = new Map<string, string>(board.cards.map((card) => [card.id, card.kind]))
    expect(kinds.size).toBe(board.cards.length)
    for (const card of board.cards) {
      const holder = kinds.get(card.place.in)
      if (holder === undefined) expect(questions).toContain(card.place.in)
      else expect([...(holders.get(holder) ?? [])], card.id).toContain(card.kind)
      for (const field of Object.keys(card.fields)) expect([...(fields.get(card.kind) ?? [])], card.id).toContain(field)
    }
    for (const link of board.links) {
      const relation = kickoff.relations.find((candidate) => candidate.id === link.relation)
      expect(relation?.from, link.id).toContain(kinds.get(link.from))
      expect(relation?.to, link.id).toContain(kinds.get(link.to))
    }
  })

  test('is a full board with a few deliberate gaps', () => {
    const count = (rule: string): number => findGaps(board).filter((gap) => gap.rule === rule).length
    expect(board.cards.filter((card) => card.place.in === 'actors')).toHaveLength(11)
    expect(board.people).toHaveLength(8)
    const found = kickoff.rules.map((rule) => [rule.id, count(rule.id)] as const)
    expect(Object.fromEntries(found.filter(([, n]) => n > 0))).toEqual({
      R02: 1,
      R05: 1,
      R06: 1,
      R07: 2,
      R10: 1,
      R15: 3,
      R16: 1,
      R17: 1,
      R21: 1,
      R24: 1,
      R26: 2,
      R27: 1,
      R31: 1,
    })
  })
})
