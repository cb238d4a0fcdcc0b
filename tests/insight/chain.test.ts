import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rehearse } from '../../src/insight/chain.ts'
import { findGaps } from '../../src/insight/gaps.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import { actor, boardOf, incident, kickoff, measure, station, task, touchpoint, type Given } from './boards.ts'

const YES = { knows: 'yes', informed: 'yes', may: 'yes' }
const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
const walk = (stations: readonly Given['fields'][], links: readonly string[] = [], more: readonly Given[] = []) =>
  rehearse(boardOf([incident('ticket'), ...stations.map((fields, at) => station(`s${at}`, 'ticket', fields)), ...more], links))[0]!

describe('the case rehearsal', () => {
  test('reads the cases of the sample: one carries to the end, one breaks at the switchboard', () => {
    const [bahn, friday] = rehearse(sampleBoard(kickoff, sample, 'de'))
    expect(bahn).toMatchObject({ solved: 2, total: 2, breaksAt: null, result: { end: 'trägt bis zum Ende' } })
    expect(friday).toMatchObject({ solved: 3, total: 5, breaksAt: 'friday-switchboard' })
    expect(friday?.result).toEqual({
      solved: '3 von 5 Stationen gelöst',
      end: 'bricht bei „Telefonzentrale“: unklar, was zu tun ist',
    })
    expect(friday?.stations.map((each) => each.name)).toEqual([
      'Telefonzentrale',
      'Kundenhotline',
      'Wartungs- und Servicetechnik',
      'Verkauf Innendienst',
      'Reklamationsbearbeitung',
    ])
    expect(friday?.stations[2]?.made).toEqual(['auth-goodwill'])
  })

  test('speaks English on an English board', () => {
    expect(rehearse(sampleBoard(kickoff, sample, 'en'))[1]?.result.solved).toBe('3 of 5 stations solved')
  })

  test('stations come in the order of their places, whatever the order of the records', () => {
    const board = boardOf([incident('ticket'), station('a', 'ticket'), station('b', 'ticket'), station('c', 'ticket')])
    const turned = { ...board, cards: board.cards.toReversed() }
    expect(rehearse(turned)[0]?.stations.map((each) => each.card)).toEqual(['a', 'b', 'c'])
  })

  test('each "no" and "unclear" is a sentence with the cards to make of it, linked to where they came from', () => {
    const { stations } = walk([{ ...YES, knows: 'no', may: 'unclear', handover: 'Anruf' }, YES], ['stands:counter:s0'], [actor('counter')])
    expect(stations[0]).toMatchObject({ solved: false, name: 'counter', who: ['counter'], handover: 'given' })
    expect(stations[0]?.marks.map((mark) => [mark.short, mark.said])).toEqual([
      ['weiß', 'bad'],
      ['sieht', 'good'],
      ['darf', 'open'],
    ])
    const [knows, may] = stations[0]!.missing
    expect([knows?.text, knows?.unclear]).toEqual(['„counter“ weiß nicht, was zu tun ist.', false])
    expect([may?.text, may?.unclear]).toEqual(['„counter“ weiß nicht, was zugesagt und gegeben werden darf.', true])
    expect(knows?.makes.map((make) => make.kind)).toEqual(['task', 'standard', 'measure'])
    expect(may?.makes[0]).toEqual({
      kind: 'authority',
      text: '„counter“ darf zusagen: ticket',
      links: [
        { relation: 'stems', other: 's0', newIs: 'from' },
        { relation: 'entitled', other: 'counter', newIs: 'to' },
      ],
    })
  })

  test('a link to somebody who is not known yet is left out', () => {
    const make = walk([{ knows: 'no' }]).stations[0]?.missing[0]?.makes[0]
    expect(make?.links.map((link) => link.relation)).toEqual(['stems'])
  })

  test('a missing handover breaks the chain after a station that is otherwise clear', () => {
    const found = walk([YES, YES])
    expect(found).toMatchObject({ solved: 1, breaksAt: 's0', result: { end: 'bricht bei „s0“: keine Übergabe' } })
    expect(found.stations[0]?.missing[0]).toMatchObject({ field: 'handover', text: 'Von „s0“ erfährt „s1“ nichts davon.' })
    expect(found.stations[1]?.handover).toBe('none')
  })

  test('a case that nobody has walked is open, not broken', () => {
    expect(walk([{}, {}])).toMatchObject({ solved: 0, breaksAt: null, result: { end: 'noch nicht durchgespielt' } })
    expect(walk([])).toMatchObject({ total: 0, breaksAt: null })
  })

  test('an answer that the template does not know counts as none', () => {
    expect(walk([{ knows: 'vielleicht', informed: true }]).stations[0]?.marks.map((mark) => mark.said)).toEqual(['blank', 'blank', 'blank'])
  })

  test('a case in the bin or the parking lot is not rehearsed', () => {
    const cards = [
      { ...incident('a'), in: 'bin' },
      { ...incident('b'), in: 'parking' },
    ]
    expect(rehearse(boardOf([...cards, station('s', 'a', { knows: 'no' }), station('t', 'b', { knows: 'no' })]))).toEqual([])
  })
})

describe('what the rules about chains leave alone', () => {
  const found = (rule: string, cards: readonly Given[], links: readonly string[] = []): string[] =>
    findGaps(boardOf(cards, links)).flatMap((gap) => (gap.rule === rule ? [gap.id] : []))

  test('R15 nobody is missed in a chain before there is one', () => {
    expect(found('R15', [actor('hotline', { contact: 'yes' })])).toEqual([])
  })
  test('R21 a station without a touchpoint has no key to miss', () => {
    const cards = [incident('c'), station('a', 'c', { handover: 'x' }), station('b', 'c'), touchpoint('call', { key: 'Name' })]
    expect(found('R21', cards, ['at:a:call'])).toEqual([])
  })
  test('R21 two touchpoints without any key do not know each other', () => {
    const cards = [incident('c'), station('a', 'c'), station('b', 'c'), touchpoint('call'), touchpoint('visit')]
    expect(found('R21', cards, ['at:a:call', 'at:b:visit'])).toEqual(['R21:a'])
  })
  test('R12 without a capacity there is no load to compare, and a parked task takes no hours', () => {
    const parked = { ...task('a', { hours: 9 }), in: 'parking' }
    expect(found('R12', [actor('sales'), task('b', { hours: 9 })], ['does:sales:b'])).toEqual([])
    expect(found('R12', [actor('sales', { capacity: 1 }), parked], ['does:sales:a'])).toEqual([])
  })
  test('R11 a field that a kind does not have is not missed', () => {
    expect(found('R11', [measure('m', { origin: 'new' })])).toEqual([])
  })
})
