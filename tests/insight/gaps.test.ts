import { describe, expect, test } from 'vitest'
import { findGaps } from '../../src/insight/gaps.ts'
import { maturity } from '../../src/insight/maturity.ts'
import type { Board } from '../../src/model/board.ts'
import type { QuestionId } from '../../src/model/ids.ts'
import { actor, boardOf, kickoff, measure, responsibility, task, type Given } from './boards.ts'

const gapsOf = (rule: string, board: Board): string[] => findGaps(board).flatMap((gap) => (gap.rule === rule ? [gap.id] : []))

describe('R07 somebody takes every task and measure on', () => {
  test('finds the task nobody takes on', () => {
    const gaps = findGaps(boardOf([task('reply')])).filter((gap) => gap.rule === 'R07')
    expect(gaps).toMatchObject([{ id: 'R07:reply', level: 'high', text: 'Niemand übernimmt „reply“.', mend: 'Wer übernimmt das?' }])
    expect(gaps[0]?.cards).toEqual(['reply'])
  })
  test('finds the measure nobody takes on', () => {
    expect(gapsOf('R07', boardOf([measure('review')]))).toEqual(['R07:review'])
  })
  test('is content with one doer, and with two', () => {
    const cards = [actor('sales'), actor('hotline'), task('reply')]
    expect(gapsOf('R07', boardOf(cards, ['does:sales:reply']))).toEqual([])
    expect(gapsOf('R07', boardOf(cards, ['does:sales:reply', 'does:hotline:reply']))).toEqual([])
  })
  test('does not count a doer in the bin', () => {
    expect(gapsOf('R07', boardOf([{ ...actor('sales'), in: 'bin' }, task('reply')], ['does:sales:reply']))).toEqual(['R07:reply'])
  })
  test('speaks English on an English board', () => {
    const [gap] = findGaps(boardOf([task('reply')], [], { language: 'en' }))
    expect(gap?.text).toBe('Nobody takes “reply” on.')
  })
})

describe('R05 somebody answers for every task', () => {
  const cards = [actor('lead'), responsibility('quality'), task('reply')]
  test('finds the task without a responsibility', () => {
    const [gap] = findGaps(boardOf(cards, ['answers:lead:quality'])).filter((found) => found.rule === 'R05')
    expect(gap).toMatchObject({ id: 'R05:reply', decision: 'Wer trägt die Verantwortung für „reply“?' })
  })
  test('finds the task whose responsibility nobody holds', () => {
    expect(gapsOf('R05', boardOf(cards, ['for:quality:reply']))).toEqual(['R05:reply'])
  })
  test('is content over both links', () => {
    expect(gapsOf('R05', boardOf(cards, ['for:quality:reply', 'answers:lead:quality']))).toEqual([])
  })
})

describe('R06 and R31 exactly one role holds a responsibility', () => {
  const cards = [actor('lead'), actor('sales'), responsibility('quality')]
  test('R06 finds two holders and names both', () => {
    const gaps = findGaps(boardOf(cards, ['answers:sales:quality', 'answers:lead:quality'])).filter((gap) => gap.rule === 'R06')
    expect(gaps).toHaveLength(1)
    expect(gaps[0]?.cards).toEqual(['quality', 'lead', 'sales'])
    expect(gaps[0]?.text).toContain('lead und sales')
    expect(gaps[0]?.decision).toContain('lead und sales')
  })
  test('R31 finds none, and R06 does not', () => {
    expect(gapsOf('R31', boardOf(cards))).toEqual(['R31:quality'])
    expect(gapsOf('R06', boardOf(cards))).toEqual([])
  })
  test('both are content with one', () => {
    const board = boardOf(cards, ['answers:lead:quality'])
    expect([...gapsOf('R06', board), ...gapsOf('R31', board)]).toEqual([])
  })
})

describe('R10 and R27 fields are filled', () => {
  test('R10 finds an undecided locus', () => {
    expect(gapsOf('R10', boardOf([task('a'), task('b', { locus: 'central' })]))).toEqual(['R10:a'])
  })
  test('R27 names the missing fields', () => {
    const [gap] = findGaps(boardOf([measure('m', { due: '2027-01-31', first: ' ' })])).filter((found) => found.rule === 'R27')
    expect(gap?.fields).toEqual(['first', 'aim'])
    expect(gap?.text).toBe('Maßnahme „m“ ist unvollständig. Es fehlt: Erster Schritt, Zahlt ein auf.')
  })
  test('R27 is content when all are there', () => {
    expect(gapsOf('R27', boardOf([measure('m', { due: '2027-01-31', first: 'Termin', aim: 'loyalty' })]))).toEqual([])
  })
})

describe('R26 every question has an answer', () => {
  test('finds blank answers, not those of columns that only gather', () => {
    const answers = { actors: 'Elf Bereiche.', feelings: '  \n' } as Board['answers']
    const gaps = findGaps(boardOf([], [], { answers, verdicts: { actors: 'agreed', feelings: 'agreed' } as Board['verdicts'] }))
    expect(gaps.map((gap) => gap.id)).toHaveLength(9)
    expect(gaps[0]).toMatchObject({ id: 'R26:feelings', question: 'feelings', text: 'Frage 2 ist nicht beantwortet.' })
    expect(gaps.some((gap) => gap.question === 'parking' || gap.question === 'measures')).toBe(false)
  })

  test('finds what is written and not agreed, and what somebody objects to', () => {
    const answers = { actors: 'Elf.', feelings: 'Ruhe.', information: 'Drei Dinge.' } as Board['answers']
    const voices = ['actors', 'information'].map(
      (question) => ({ question: question as QuestionId, stance: 'object', reason: 'nein' }) as const,
    )
    const board = boardOf([], [], { answers, voices, verdicts: { information: 'agreed' } as Board['verdicts'] })
    const gaps = findGaps(board)
      .filter((gap) => ['actors', 'feelings', 'information'].includes(gap.question ?? ''))
      .map((gap) => [gap.id, gap.text, gap.mend])
    expect(gaps).toEqual([
      ['R26:actors', 'Die Antwort auf Frage 1 ist strittig.', 'Einwände klären'],
      ['R26:feelings', 'Die Antwort auf Frage 2 ist noch nicht vereinbart.', 'Antwort vereinbaren'],
    ])
  })

  test('asks for no agreement where the template does not', () => {
    const rules = kickoff.rules.map((rule) => (rule.type === 'answered' ? { ...rule, unsettled: undefined } : rule))
    const board = boardOf([], [], { answers: { actors: 'Elf.' } as Board['answers'], template: { ...kickoff, rules } })
    expect(findGaps(board).some((gap) => gap.question === 'actors')).toBe(false)
  })
})

describe('which cards count', () => {
  const inBin: Given = { ...task('a'), in: 'bin' }
  const inBinnedCard: Given = { ...task('b'), in: 'a' }
  const parked: Given = { ...task('c'), in: 'parking' }
  const inParkedCard: Given = { ...task('d'), in: 'c' }
  const inGroup: Given[] = [
    { id: 'group', kind: 'idea', in: 'everyday' },
    { ...task('e'), in: 'group' },
  ]
  const lost: Given = { ...task('f'), in: 'gone' }
  const loop: Given[] = [
    { ...task('g'), in: 'h' },
    { ...task('h'), in: 'g' },
  ]
  test('bin and parking do not, whatever lies in a card does, a lost card does', () => {
    const board = boardOf([inBin, inBinnedCard, parked, inParkedCard, ...inGroup, lost, ...loop])
    expect(gapsOf('R07', board).toSorted()).toEqual(['R07:e', 'R07:f', 'R07:g', 'R07:h'])
  })
})

describe('order and footer', () => {
  const known = { contact: 'yes', represented: 'present' }
  const whole = { trigger: 'eine Anfrage kommt', done: 'sie beantwortet ist' }
  const cards = [
    { ...actor('lead'), fields: known },
    { ...actor('sales'), fields: known },
    responsibility('q'),
    task('a', { ...whole, locus: 'central' }),
    task('b', whole),
    measure('m'),
  ]
  const links = ['for:q:a', 'for:q:b', 'answers:lead:q', 'answers:sales:q', 'does:lead:a', 'does:lead:m']
  test('worst level first, then the order of the rules', () => {
    const levels = findGaps(boardOf(cards, links)).map((gap) => gap.level)
    expect(levels).toEqual(levels.toSorted((x, y) => ['high', 'mid', 'low'].indexOf(x) - ['high', 'mid', 'low'].indexOf(y)))
  })
  test('counts complete work and what is missing', () => {
    const board = boardOf(cards, links)
    const seen = maturity(board, findGaps(board))
    expect([seen.complete, seen.total]).toEqual([1, 3])
    expect(seen.counts.map((count) => count.text)).toEqual([
      '1 ohne Übernahme',
      '1 mit doppelter Verantwortung',
      '1 ohne Entscheidung zentral/dezentral',
      '2 Aufgaben nicht verankert',
      '1 Maßnahme unvollständig',
      '10 Fragen nicht vereinbart',
    ])
    expect(seen.coverage.find((count) => count.rule === 'R31')).toMatchObject({ n: 0, of: 1 })
  })
})
