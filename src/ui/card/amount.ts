import type { Language } from '../../model/text.ts'

const FORMS = { de: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/** Reads a number as people write it in a language: `1.200,5` in German, `1,200.5` in English; null for anything else. */
export function parseAmount(text: string, language: Language): number | null {
  const { group, decimal } = FORMS[language]
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/g, '')
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`)
  if (grouped.test(bare)) return Number(bare.replaceAll(group, '').replace(decimal, '.'))
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : null
}
