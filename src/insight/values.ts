import type { Card, FieldValue } from '../model/card.ts'
import type { FieldId } from '../model/ids.ts'
import type { Field, Template } from '../model/template.ts'
import type { Language } from '../model/text.ts'
import { isFilled } from './wording.ts'

const LOCALE = { de: 'de-DE', en: 'en-GB' } as const
const NUMBER = { de: new Intl.NumberFormat(LOCALE.de), en: new Intl.NumberFormat(LOCALE.en) }
const ENGLISH_DAY = new Intl.DateTimeFormat(LOCALE.en, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

const monthIn = (language: Language, month: 'long' | 'short', year: 'numeric' | '2-digit'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE[language], { month, year, timeZone: 'UTC' })
const MONTH = {
  long: { de: monthIn('de', 'long', 'numeric'), en: monthIn('en', 'long', 'numeric') },
  short: { de: monthIn('de', 'short', '2-digit'), en: monthIn('en', 'short', '2-digit') },
}

/** The value when it is a real ISO day (`2027-01-31`), else null; "2027-02-30" is none. */
export function isoDay(value: FieldValue | undefined): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value) ? value : null
}

/** An ISO day as `31.01.2027` in German, `31 Jan 2027` in English; anything else comes back as it is. */
export function formatDay(day: string, language: Language): string {
  if (isoDay(day) === null) return day
  if (language === 'en') return ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`))
  return day.split('-').toReversed().join('.')
}

/** `2027-01` as `Januar 2027` or `Jan. 27`. */
export function formatMonth(month: string, language: Language, length: 'long' | 'short'): string {
  return MONTH[length][language].format(new Date(`${month}-01T00:00:00Z`))
}

/** Whole euros: `18.000 €` in German, `€18,000` in English. */
export function formatMoney(euros: number, language: Language): string {
  const amount = NUMBER[language].format(Math.round(euros))
  return language === 'de' ? `${amount}\u00a0€` : `€${amount}`
}

/** A number in the board's language: `1.200,5` in German, `1,200.5` in English. */
export function formatNumber(value: number, language: Language): string {
  return NUMBER[language].format(value)
}

/** A field's value in words: option labels, numbers with their unit, days and money in the board's language. */
export function fieldText(field: Field, value: FieldValue, language: Language): string {
  const option = (id: string): string => field.options?.find((candidate) => candidate.id === id)?.label[language] ?? id
  if (Array.isArray(value)) return value.map(option).join(', ')
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'number') {
    if (field.type === 'money') return formatMoney(value, language)
    const number = NUMBER[language].format(value)
    return field.unit ? `${number} ${field.unit[language]}` : number
  }
  if (field.type === 'choice') return option(value)
  return field.type === 'date' ? formatDay(value, language) : value.trim()
}

/** One field of a card in words; null when it is absent, blank, or the card's kind does not have it. */
export function fieldTextOf(template: Template, card: Card, language: Language, id: FieldId | undefined): string | null {
  const field = fieldsOf(template, card).find((candidate) => candidate.id === id)
  const value = field && card.fields[field.id]
  return field && value !== undefined && isFilled(value) ? fieldText(field, value, language) : null
}

/** The filled fields of a card as label and text, in the template's order, without those that `skip` names. */
export function detailsOf(
  template: Template,
  card: Card,
  language: Language,
  skip: readonly (FieldId | undefined)[],
): { readonly label: string; readonly text: string }[] {
  return fieldsOf(template, card).flatMap((field) => {
    const text = skip.includes(field.id) ? null : fieldTextOf(template, card, language, field.id)
    return text === null ? [] : [{ label: field.label[language], text }]
  })
}

/** The sum of a card's money fields in euros; null when none is filled. */
export function costOf(template: Template, card: Card): number | null {
  const amounts = fieldsOf(template, card).flatMap((field) => {
    const value = field.type === 'money' ? card.fields[field.id] : undefined
    return typeof value === 'number' ? [value] : []
  })
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
}

/** Earlier days first, none last. */
export function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function fieldsOf(template: Template, card: Card): readonly Field[] {
  return template.kinds.find((kind) => kind.id === card.kind)?.fields ?? []
}
