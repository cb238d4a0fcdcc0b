import { describe, expect, test } from 'vitest'
import type { Gap } from '../../src/insight/gap.ts'
import { findGaps } from '../../src/insight/gaps.ts'
import type { Board } from '../../src/model/board.ts'
import {
  actor,
  authority,
  boardOf,
  feedback,
  feeling,
  incident,
  information,
  kickoff,
  measure,
  responsibility,
  standard,
  station,
  task,
  touchpoint,
  type Given,
} from './boards.ts'

interface Case {
  readonly cards: readonly Given[]
  readonly links?: readonly string[]
  readonly answers?: Record<string, string>
  readonly verdicts?: Board['verdicts']
}
interface Example {
  readonly broken: Case
  /** What the rule says of the broken board. */
  readonly finds: Partial<Gap>
  readonly mended: Case
}

const CONTACT = { contact: 'yes' }
const AGREED = Object.fromEntries(kickoff.questions.map((question) => [question.id, 'agreed'])) as Board['verdicts']
const YES = { knows: 'yes', informed: 'yes', may: 'yes' }
const HELD = [actor('lead'), actor('sales'), responsibility('quality'), responsibility('speed'), task('reply')]
const chainOf = (...fields: Case['cards'][number]['fields'][]): Given[] => [
  incident('ticket'),
  ...fields.map((each, at) => station(`s${at}`, 'ticket', each)),
]
const KEYED = (one: string, other: string): Given[] => [
  ...chainOf({ handover: 'Zettel' }, {}),
  touchpoint('call', { key: one }),
  touchpoint('visit', { key: other }),
]
const FULL = { due: '2027-01-31', first: 'Termin', aim: 'loyalty' }

/** For every rule of the kickoff template a board on which it speaks, what it says, and the same board mended. */
const EXAMPLES: Record<string, Example> = {
  R01: {
    broken: { cards: [actor('hotline', { contact: 'none' })] },
    finds: { fields: ['reason'] as never, mendAt: { what: 'fill', card: 'hotline', field: 'reason' } as never },
    mended: { cards: [actor('hotline', { contact: 'none', reason: 'nur intern' }), actor('sales', CONTACT)] },
  },
  R02: {
    broken: { cards: [actor('hotline', { contact: 'possible', represented: 'absent' })] },
    finds: { level: 'high', mendAt: { what: 'fill', card: 'hotline', field: 'represented' } as never },
    mended: {
      cards: [actor('hotline', { ...CONTACT, represented: 'asked' }), actor('stock', { contact: 'none', reason: 'kein Kontakt' })],
    },
  },
  R03: {
    broken: { cards: [touchpoint('call'), task('reply')] },
    finds: { mendAt: { what: 'pick', card: 'call', relation: 'at', end: 'sources' } as never },
    mended: { cards: [touchpoint('call'), task('reply')], links: ['at:reply:call'] },
  },
  R04: {
    broken: { cards: [touchpoint('call'), task('reply'), standard('fast')], links: ['at:reply:call'] },
    finds: { level: 'mid', mendAt: { what: 'pick', card: 'call', relation: 'governs', end: 'sources' } as never },
    mended: { cards: [touchpoint('call'), task('reply'), standard('fast')], links: ['at:reply:call', 'governs:fast:reply'] },
  },
  R05: {
    broken: { cards: HELD, links: ['for:quality:reply'] },
    finds: { mendAt: { what: 'pick', card: 'quality', relation: 'answers', end: 'sources' } as never },
    mended: { cards: HELD, links: ['for:quality:reply', 'answers:lead:quality'] },
  },
  R06: {
    broken: { cards: HELD, links: ['answers:lead:quality', 'answers:sales:quality'] },
    finds: {
      contradiction: true,
      text: 'Mehrere Rollen tragen die Verantwortung „quality“: lead und sales.',
      mendAt: { what: 'choose', card: 'quality', relation: 'answers', end: 'sources', among: ['lead', 'sales'] } as never,
    },
    mended: { cards: HELD, links: ['answers:lead:quality'] },
  },
  R07: {
    broken: { cards: [actor('sales'), measure('review')] },
    finds: { text: 'Niemand übernimmt „review“.', mendAt: { what: 'pick', card: 'review', relation: 'does', end: 'sources' } as never },
    mended: { cards: [actor('sales'), measure('review')], links: ['does:sales:review'] },
  },
  R08: {
    broken: { cards: HELD, links: ['answers:lead:quality'] },
    finds: { cards: ['lead'] as never, mendAt: { what: 'fill', card: 'lead', field: 'represented' } as never },
    mended: {
      cards: [actor('lead', { represented: 'present' }), actor('sales'), responsibility('quality')],
      links: ['answers:lead:quality'],
    },
  },
  R09: {
    broken: { cards: [task('reply', { trigger: 'eine Anfrage kommt' })] },
    finds: { fields: ['done'] as never },
    mended: { cards: [task('reply', { trigger: 'eine Anfrage kommt', done: 'sie beantwortet ist' })] },
  },
  R10: {
    broken: { cards: [task('reply', { locus: 'local' })] },
    finds: { fields: ['reason'] as never },
    mended: { cards: [task('reply', { locus: 'local', reason: 'die Wege' }), task('note', { locus: 'central' })] },
  },
  R11: {
    broken: { cards: [task('call', { origin: 'new', hours: 2 })] },
    finds: { fields: ['funded'] as never, decision: 'Werden die Mittel für „call“ freigegeben?' },
    mended: { cards: [task('call', { origin: 'new', hours: 2, funded: true }), task('note', { origin: 'today' })] },
  },
  R12: {
    broken: {
      cards: [actor('hotline', { capacity: 4 }), actor('sales'), task('a', { hours: 3.5 }), task('b', { hours: 2 })],
      links: ['does:hotline:a', 'does:hotline:b', 'does:sales:b'],
    },
    finds: { text: '„hotline“ ist mit 4,5 von 4 Stunden je Woche überplant.', mendAt: { what: 'open', card: 'hotline' } as never },
    mended: {
      cards: [actor('hotline', { capacity: 4.5 }), actor('sales'), task('a', { hours: 3.5 }), task('b', { hours: 2 })],
      links: ['does:hotline:a', 'does:hotline:b', 'does:sales:b', 'does:sales:a'],
    },
  },
  R13: {
    broken: { cards: [task('reply', { anchor: 'nowhere' })] },
    finds: { level: 'low', text: '„reply“ hängt in der Luft.' },
    mended: { cards: [task('reply', { anchor: 'meeting' })] },
  },
  R14: {
    broken: { cards: chainOf({}, {}) },
    finds: {
      text: 'Nach „s0“ weiß niemand, wie es weitergeht: „s1“ erfährt nichts.',
      mendAt: { what: 'fill', card: 's0', field: 'handover' } as never,
    },
    mended: { cards: chainOf({ handover: 'Anruf' }, {}) },
  },
  R15: {
    broken: { cards: [actor('hotline', CONTACT), ...chainOf({})] },
    finds: { level: 'low', mendAt: { what: 'pick', card: 'hotline', relation: 'stands', end: 'targets' } as never },
    mended: {
      cards: [actor('hotline', CONTACT), actor('stock', { contact: 'possible' }), ...chainOf({})],
      links: ['stands:hotline:s0'],
    },
  },
  R16: {
    broken: { cards: [feeling('safe'), task('reply')] },
    finds: { mendAt: { what: 'pick', card: 'safe', relation: 'reached', end: 'targets' } as never },
    mended: { cards: [feeling('safe'), task('reply')], links: ['reached:safe:reply'] },
  },
  R17: {
    broken: { cards: [information('contacts', { store: 'Akte' })] },
    finds: { fields: ['evaluate'] as never },
    mended: { cards: [information('contacts', { store: 'Akte', evaluate: 'monatlich' })] },
  },
  R18: {
    broken: { cards: [information('contacts', { store: 'Akte', evaluate: 'monatlich' })] },
    finds: { level: 'low', fields: ['use'] as never },
    mended: { cards: [information('contacts', { store: 'Akte', use: 'vor dem Besuch' }), information('empty')] },
  },
  R19: {
    broken: { cards: [information('markets', { use: 'Angebote' })] },
    finds: { level: 'high', mendAt: { what: 'fill', card: 'markets', field: 'collect' } as never },
    mended: { cards: [information('markets', { use: 'Angebote', collect: 'Messen' }), information('empty')] },
  },
  R20: {
    broken: { cards: [information('people', { personal: true, purpose: 'Ansprache' })] },
    finds: { fields: ['deletion'] as never },
    mended: { cards: [information('people', { personal: true, purpose: 'Ansprache', deletion: 'jährlich' }), information('prices')] },
  },
  R21: {
    broken: { cards: KEYED('Seriennummer', 'Typenschild'), links: ['at:s0:call', 'at:s1:visit'] },
    finds: { text: 'Zwischen „s0“ und „s1“ ist der Kunde unbekannt.', mendAt: { what: 'fill', card: 'call', field: 'key' } as never },
    mended: { cards: KEYED('Auftrag, Seriennummer', 'seriennummer; Typenschild'), links: ['at:s0:call', 'at:s1:visit'] },
  },
  R22: {
    broken: { cards: [standard('fast')] },
    finds: { fields: ['noticed'] as never },
    mended: { cards: [standard('fast', { noticed: 'Zeitstempel' })] },
  },
  R23: {
    broken: {
      cards: [standard('fast'), task('reply'), touchpoint('call'), actor('hotline'), actor('sales')],
      links: ['governs:fast:reply', 'governs:fast:call', 'does:hotline:reply', 'contact:sales:call', 'accepts:hotline:fast'],
    },
    finds: {
      text: 'Noch ohne Zustimmung zum Standard „fast“: sales.',
      mendAt: { what: 'pick', card: 'fast', relation: 'accepts', end: 'sources', offer: ['sales'] } as never,
    },
    mended: {
      cards: [standard('fast'), task('reply'), actor('hotline'), actor('sales')],
      links: ['governs:fast:reply', 'does:hotline:reply', 'accepts:hotline:fast'],
    },
  },
  R24: {
    broken: { cards: chainOf(YES, { ...YES, may: 'unclear' }, { knows: 'no' }) },
    finds: {
      text: 'Fall „ticket“ bricht bei „s1“ ab: keine Befugnis.',
      cards: ['ticket', 's1'] as never,
      mendAt: { what: 'fill', card: 's1', field: 'may' } as never,
    },
    mended: { cards: chainOf(YES, YES, {}) },
  },
  R25: {
    broken: { cards: [authority('goodwill', { state: 'proposed' })] },
    finds: { decision: 'Wird die Befugnis „goodwill“ freigegeben?' },
    mended: { cards: [authority('goodwill', { state: 'approved' })] },
  },
  R26: {
    broken: {
      cards: [],
      answers: Object.fromEntries(kickoff.questions.map((question) => [question.id, question.id === 'merge' ? ' ' : 'Ja.'])),
      verdicts: AGREED,
    },
    finds: { question: 'merge' as never, text: 'Frage 7 ist nicht beantwortet.', mendAt: { what: 'answer', question: 'merge' } as never },
    mended: { cards: [], answers: Object.fromEntries(kickoff.questions.map((question) => [question.id, 'Ja.'])), verdicts: AGREED },
  },
  R27: {
    broken: { cards: [measure('review', { ...FULL, first: ' ' })] },
    finds: { fields: ['first'] as never },
    mended: { cards: [measure('review', FULL)] },
  },
  R28: {
    broken: { cards: [touchpoint('call', { improve: 'Mittagspause' }), measure('pause')] },
    finds: { mendAt: { what: 'pick', card: 'call', relation: 'stems', end: 'sources' } as never },
    mended: {
      cards: [touchpoint('call', { weakness: 'Mittagspause' }), measure('pause'), touchpoint('mail', { strength: 'schnell' })],
      links: ['stems:pause:call'],
    },
  },
  R29: {
    broken: { cards: [actor('management', { leads: true })] },
    finds: { fields: ['commitment'] as never },
    mended: { cards: [actor('management', { leads: true, commitment: 'anrufe' }), actor('sales')] },
  },
  R30: {
    broken: {
      cards: [
        feedback('march', { month: '2027-03-01' }),
        actor('hotline', CONTACT),
        actor('sales', { contact: 'possible' }),
        actor('stock', { contact: 'none', reason: 'nur intern' }),
      ],
      links: ['told:hotline:march'],
    },
    finds: {
      text: 'Rückmeldung „march“ steht aus bei: sales.',
      mendAt: { what: 'pick', card: 'march', relation: 'told', end: 'sources', offer: ['sales'] } as never,
    },
    mended: { cards: [feedback('march'), actor('hotline', CONTACT), actor('stock')], links: ['told:hotline:march'] },
  },
  R31: {
    broken: { cards: HELD, links: ['answers:lead:quality'] },
    finds: { cards: ['speed'] as never, mendAt: { what: 'pick', card: 'speed', relation: 'answers', end: 'sources' } as never },
    mended: { cards: HELD, links: ['answers:lead:quality', 'answers:lead:speed'] },
  },
  R32: {
    broken: { cards: HELD, links: ['for:quality:reply', 'for:speed:reply', 'answers:lead:quality', 'answers:sales:speed'] },
    finds: {
      text: 'Für „reply“ tragen mehrere Rollen Verantwortung: lead und sales.',
      mendAt: { what: 'choose', card: 'reply', relation: 'for', end: 'sources', among: ['quality', 'speed'] } as never,
    },
    mended: { cards: HELD, links: ['for:quality:reply', 'for:speed:reply', 'answers:lead:quality', 'answers:lead:speed'] },
  },
  R33: {
    broken: { cards: [feedback('march')] },
    finds: { fields: ['month'] as never, mendAt: { what: 'fill', card: 'march', field: 'month' } as never },
    mended: { cards: [feedback('march', { month: '2027-03-01' })] },
  },
}

function gapsOf(rule: string, { cards, links, answers, verdicts }: Case): Gap[] {
  const board = boardOf(cards, links, { ...(answers ? { answers } : {}), ...(verdicts ? { verdicts } : {}) })
  return findGaps(board).filter((gap) => gap.rule === rule)
}

test('every rule of the template has its example', () => {
  expect(Object.keys(EXAMPLES)).toEqual(kickoff.rules.map((rule) => rule.id).toSorted())
})

describe.each(Object.entries(EXAMPLES))('%s', (rule, { broken, finds, mended }) => {
  test(`${rule} speaks once, of what is missing, with the press that mends it`, () => {
    const gaps = gapsOf(rule, broken)
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject(finds)
    expect(gaps[0]?.text).not.toMatch(/[{}]/)
  })
  test(`${rule} is silent when it is mended`, () => {
    expect(gapsOf(rule, mended)).toEqual([])
  })
})
