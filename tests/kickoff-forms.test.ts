import { describe, expect, test } from 'vitest'
import type { Field, Question } from '../src/model/template.ts'
import { kickoff } from './helpers/kickoff.ts'

/** The ten questions of the source text, and its areas and contacts, as the kickoff template puts them. */
const question = (mark: string): Question => {
  const found = kickoff.questions.find((known) => known.mark === mark)
  if (!found) throw new Error(`no question ${mark}`)
  return found
}
const kindOf = (id: string) => kickoff.kinds.find((kind) => kind.id === id)
const field = (kind: string, id: string): Field | undefined => kindOf(kind)?.fields.find((known) => known.id === id)
const relation = (id: string | undefined) => kickoff.relations.find((known) => known.id === id)
const options = (kind: string, id: string): string[] => field(kind, id)?.options?.map((option) => option.label.de) ?? []
const labels = (kind: string, ids: readonly string[] | undefined): (string | undefined)[] =>
  (ids ?? []).map((id) => field(kind, id)?.label.de)

test('the ten questions stand in the order and the words of the source text', () => {
  expect(Array.from({ length: 10 }, (_, at) => question(String(at + 1)).title.de)).toEqual([
    'Wer sind die relevanten Akteure in der Problemlösekette?',
    'Was sind die Erfolgsgefühle unserer Kunden?',
    'Was sind notwendige Informationen über unsere Märkte, unsere Kunden und deren Märkte?',
    'Wie können wir alle Informationen erheben, speichern, auswerten und nutzen?',
    'Was muss im Alltag im Einzelnen getan werden, wenn Kunden Kontakt mit dem Unternehmen aufnehmen?',
    'Wer übernimmt diese Aufgaben?',
    'Wie können die einzelnen Kontakte zusammengeführt werden?',
    'Welche Prozess- und Qualitätsstandards müssen von allen Mitarbeiterinnen und Mitarbeitern eingehalten werden?',
    'Was wird zentral, was dezentral gelöst?',
    'Wer trägt wofür die Verantwortung?',
  ])
})

describe('each of the ten has the form that fits it', () => {
  test('1: a chain of stations, and the actors that stand in it', () => {
    expect(question('1')).toMatchObject({ form: 'chain', kinds: ['actor', 'case'], container: 'case', station: 'station' })
    expect(relation('stands')).toMatchObject({ from: ['actor'], to: ['station'], max: 1 })
  })

  test('2: success feelings, each begun with the same words', () => {
    expect(question('2')).toMatchObject({ form: 'collect', kinds: ['feeling'] })
    expect(kindOf('feeling')?.opening).toEqual({ de: 'Ich fühle mich …, wenn ', en: 'I feel … when ' })
    for (const { text } of question('2').starters) expect([text.de.slice(0, 14), text.en.slice(0, 6)]).toEqual(['Ich fühle mich', 'I feel'])
  })

  test('3: information, sorted by its three subjects', () => {
    expect(question('3')).toMatchObject({ form: 'sort', kinds: ['information'], field: 'subject' })
    expect(options('information', 'subject')).toEqual(['unsere Märkte', 'unsere Kunden', 'deren Märkte'])
  })

  test('4: the same information against four steps', () => {
    expect(question('4')).toMatchObject({ form: 'grid', of: 'information' })
    expect(labels('information', question('4').fields)).toEqual(['Erheben', 'Speichern', 'Auswerten', 'Nutzen'])
  })

  test('5: a task says when, then what, and when it is done', () => {
    expect(question('5')).toMatchObject({ form: 'collect', kinds: ['task'] })
    expect(labels('task', question('5').fields)).toEqual(['Wenn', 'Fertig, wenn'])
    expect(question('5').hint.de).toContain('Was ist dann zu tun')
    expect(kindOf('task')?.placeholder?.de).toBe('Beginnen Sie mit einem Verb')
  })

  test('6: every task waits for those who take it on, one or several', () => {
    expect(question('6')).toMatchObject({ form: 'assign', of: 'actor', relation: 'does' })
    expect(relation('does')?.to).toContain('task')
    expect(relation('does')?.max).toBeUndefined()
  })

  test('7: a touchpoint says where it is noted and by what the customer is recognised', () => {
    expect(question('7')).toMatchObject({ form: 'collect', relation: 'contact' })
    expect(labels('touchpoint', question('7').fields)).toEqual(
      expect.arrayContaining(['Wo wird der Kontakt notiert?', 'Woran erkennen wir den Kunden?']),
    )
  })

  test('8: a standard is of process or quality, says how it is noticed, and its exceptions', () => {
    expect(question('8')).toMatchObject({ form: 'collect', kinds: ['standard'] })
    expect(labels('standard', question('8').fields)).toEqual(['Art', 'Woran merkt man es?', 'Ausnahmen'])
    expect(options('standard', 'type')).toEqual(['Prozess', 'Qualität'])
  })

  test('9: every task is central, prescribed and done locally, or local with a reason', () => {
    expect(question('9')).toMatchObject({ form: 'sort', of: 'task', field: 'locus', fields: ['reason'] })
    expect(options('task', 'locus')).toEqual(['zentral', 'zentral vorgegeben, dezentral ausgeführt', 'dezentral'])
    expect(field('task', 'reason')?.when).toEqual({ fields: ['locus'], is: ['local'] })
    expect(kickoff.rules.find((rule) => rule.id === 'R10')).toMatchObject({ fields: ['locus', 'reason'] })
  })

  test('10: a responsibility says who, for what, and has exactly one', () => {
    expect(question('10')).toMatchObject({ form: 'assign', relation: 'answers' })
    expect(question('10').kinds[0]).toBe('responsibility')
    expect(relation('answers')).toMatchObject({ from: ['actor'], to: ['responsibility'], max: 1 })
    expect(relation('for')?.from).toEqual(['responsibility'])
    expect(kickoff.rules.filter((rule) => ['R06', 'R31'].includes(rule.id))).toHaveLength(2)
  })

  test('all ten, and only they, end in an answer of the room', () => {
    expect(kickoff.questions.filter((known) => known.answered).map((known) => known.mark)).toEqual(
      Array.from({ length: 10 }, (_, at) => String(at + 1)),
    )
  })
})

describe('the catalogue of touchpoints', () => {
  test('the eleven areas of the source text are there to start with', () => {
    expect(question('1').starters.map((starter) => starter.text.de)).toEqual([
      'Geschäftsführung',
      'Verkauf Außendienst',
      'Verkauf Innendienst',
      'Telefonzentrale',
      'Telefonmarketing',
      'Kundenhotline',
      'Wartungs- und Servicetechnik',
      'Trainer für Schulungen',
      'Reklamationsbearbeitung',
      'Key Account Management',
      'Produktmanagement',
    ])
    expect(question('1').starters.every((starter) => starter.kind === kickoff.areas)).toBe(true)
  })

  test('an area has contact, could have, or has none, because', () => {
    expect(options('actor', 'contact')).toEqual(['hat Kontakt', 'könnte Kontakt haben', 'kein Kontakt, weil …'])
    expect(field('actor', 'reason')?.when).toEqual({ fields: ['contact'], is: ['none'] })
    expect(question('1').fields).toEqual(['contact', 'reason'])
    expect(kickoff.rules.find((rule) => rule.id === 'R02')).toMatchObject({ when: [{ fields: ['contact'], is: ['yes', 'possible'] }] })
  })

  test('touchpoints lie under one area each, with channel, occasion and who starts', () => {
    expect(relation(question('7').relation)).toMatchObject({ from: ['actor'], to: ['touchpoint'], max: 1 })
    expect(labels('touchpoint', question('7').fields).slice(0, 3)).toEqual(['Kanal', 'Anlass', 'Wer beginnt?'])
    expect(options('touchpoint', 'starts')).toEqual(['der Kunde', 'wir', 'beide'])
  })
})
