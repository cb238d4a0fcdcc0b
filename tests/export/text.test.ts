import { describe, expect, test } from 'vitest'
import { cleanText, printable, replaceMissing } from '../../src/export/pdf/clean.ts'
import { loadHyphenation } from '../../src/export/pdf/hyphenation.ts'
import { ADDED_HYPHEN, wrapText, type Breaker } from '../../src/export/pdf/wrap.ts'
import { random } from '../helpers/random.ts'

const german = await loadHyphenation('de')
const english = await loadHyphenation('en')
/** One unit a character: widths are counts. */
const breaker: Breaker = { measure: (text) => text.length, hyphenate: german, ragged: 0.3 }

describe('cleanText', () => {
  test('puts letters and their accents together', () => {
    expect(cleanText('Ku\u0308hlung')).toBe('Kühlung')
  })
  test('turns tabs and odd spaces into spaces, every line end into one', () => {
    expect(cleanText('a\tb\u2003c\r\nd\u2028e\u0085f\rg')).toBe('a b c\nd\ne\nf\ng')
  })
  test('drops what has no ink: controls, joiners, directions, marks of order', () => {
    expect(cleanText('a\u0000b\u0007c\u200dd\u202ee\ufefff\u2066g\ufe0fh')).toBe('abcdefgh')
  })
  test('keeps no-break signs until the line is drawn', () => {
    expect(cleanText('10\u202f%')).toBe('10\u00a0%')
    expect(printable('10\u00a0% E\u2011Mail Kun\u00adden')).toBe('10 % E-Mail Kunden')
  })
})

describe('replaceMissing', () => {
  const canDraw = (code: number): boolean => code < 0x250
  test('shows what the font lacks as a number and reports it', () => {
    const seen: string[] = []
    expect(replaceMissing('Ziel 🎯 漢字!', canDraw, (char) => seen.push(char))).toBe('Ziel [U+1F3AF] [U+6F22 U+5B57]!')
    expect(seen).toEqual(['🎯', '漢', '字'])
  })
  test('shows a lone half of a pair too', () => {
    expect(replaceMissing('a\ud83cb', canDraw, () => undefined)).toBe('a[U+D83C]b')
  })
  test('leaves break hints alone', () => {
    expect(replaceMissing('a\u00ad\u200b\u2011\n\u00a0b', canDraw, () => undefined)).toBe('a\u00ad\u200b\u2011\n\u00a0b')
  })
})

describe('hyphenation', () => {
  test('German compounds break between syllables, three letters in front, four behind', () => {
    expect(german('Reklamationsbearbeitung').join('-')).toBe('Rekla-ma-ti-ons-be-ar-bei-tung')
    expect(german('Servicetechniker').at(-1)?.length).toBeGreaterThanOrEqual(4)
    expect(english('responsibility').join('')).toBe('responsibility')
    expect(english('responsibility').length).toBeGreaterThan(1)
  })
  test.each([
    ['Kundenbeziehungsmanagement', 'Kunden-beziehungs-management'],
    ['Reklamationsbearbeitung', 'Reklamations-bearbeitung'],
    ['Telefonzentrale', 'Telefon-zentrale'],
    ['Kundenhotline', 'Kunden-hotline'],
    ['Servicetechniker', 'Service-techniker'],
    ['Produktmanagement', 'Produkt-management'],
    ['Instandhaltung', 'Instand-haltung'],
    ['Qualitätsstandards', 'Qualitäts-standards'],
    ['Geschäftsführung', 'Geschäfts-führung'],
    ['Außendienst', 'Außen-dienst'],
    ['Kontakte', 'Kontakte'],
    ['entscheidet', 'entscheidet'],
  ])('the words of %s meet at %s', (word, joints) => {
    expect(german(word, 'joints').join('-')).toBe(joints)
  })
  test('short words and words whose letters change their number stay whole', () => {
    expect(german('Kunde')).toEqual(['Kunde'])
    expect(german('İstanbulluyuz')).toEqual(['İstanbulluyuz'])
  })
})

describe('wrapText', () => {
  test('breaks at spaces where words fit', () => {
    expect(wrapText('Jede Anfrage ist heute beantwortet', 18, breaker)).toEqual(['Jede Anfrage ist', 'heute beantwortet'])
  })
  test('breaks a compound where its words meet, and a short word that is none nowhere', () => {
    expect(wrapText('unser Kundenbeziehungsmanagement', 20, breaker)).toEqual([`unser Kunden${ADDED_HYPHEN}`, 'beziehungsmanagement'])
    expect(wrapText('die Kulanz entscheidet', 18, breaker)).toEqual(['die Kulanz', 'entscheidet'])
  })
  test('hyphenates a word that no line holds', () => {
    const lines = wrapText('Reklamationsbearbeitungsrichtlinie', 14, breaker)
    expect(lines.every((line) => line.length <= 14)).toBe(true)
    expect(lines.slice(0, -1).every((line) => line.endsWith(ADDED_HYPHEN))).toBe(true)
    expect(lines.join('').replaceAll(ADDED_HYPHEN, '')).toBe('Reklamationsbearbeitungsrichtlinie')
  })
  test('cuts a word without a joint, and adds no hyphen', () => {
    const lines = wrapText('x'.repeat(400), 30, breaker)
    expect(lines.join('')).toBe('x'.repeat(400))
    expect(Math.max(...lines.map((line) => line.length))).toBe(30)
  })
  test('breaks behind hyphens and slashes without a second hyphen', () => {
    expect(wrapText('Wartungs-/Servicetechnik', 12, { ...breaker, hyphenate: (word) => [word] })).toEqual([
      'Wartungs-/',
      'Servicetechn',
      'ik',
    ])
    expect(wrapText('Kunden-Akte', 8, { ...breaker, hyphenate: (word) => [word] })).toEqual(['Kunden-', 'Akte'])
  })
  test('breaks at soft hyphens only, where a word has them', () => {
    expect(wrapText('Kunden\u00adbindungs\u00adziel', 9, breaker)).toEqual([`Kunden${ADDED_HYPHEN}`, `bindungs${ADDED_HYPHEN}`, 'ziel'])
    expect(wrapText('Kunden\u00adziel', 20, breaker)).toEqual(['Kundenziel'])
  })
  test('does not break at no-break spaces and hyphens', () => {
    expect(wrapText('rund 18.000\u00a0€ im Jahr', 12, breaker)).toEqual(['rund', '18.000 € im', 'Jahr'])
  })
  test('keeps paragraphs and empty lines', () => {
    expect(wrapText('a\n\nb', 10, breaker)).toEqual(['a', '', 'b'])
  })
  test('leaves no short word alone on the last line', () => {
    const lines = wrapText('Zwei Zuordnungen legen wir der Geschäftsführung vor', 47, breaker)
    expect(lines.at(-1)).toBe('Geschäftsführung vor')
  })

  test.each([1, 2, 3, 4, 5, 6])('no line is too wide and no letter is lost (seed %i)', (seed) => {
    const { below, pick } = random(seed)
    const signs = [
      'a',
      'e',
      'n',
      's',
      'ch',
      'ß',
      'ü',
      ' ',
      ' ',
      '-',
      '/',
      '\u00ad',
      '\u00a0',
      '\u200b',
      '\u2011',
      'Kundenmanagement',
      '„',
      '.',
      '\n',
      '1',
    ]
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: below(60) }, () => pick(signs)).join('')
      const width = 5 + below(40)
      const lines = wrapText(text, width, breaker)
      expect(Math.max(0, ...lines.map((line) => line.length)), JSON.stringify(text)).toBeLessThanOrEqual(width)
      const letters = (value: string): string => printable(value).replaceAll(/[\s\u2010]/g, '')
      expect(letters(lines.join(''))).toBe(letters(text))
    }
  })
})
