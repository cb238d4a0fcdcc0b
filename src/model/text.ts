import { z } from 'zod'

export const LANGUAGES = ['de', 'en'] as const
export const languageSchema = z.enum(LANGUAGES)
export type Language = z.infer<typeof languageSchema>

/** A text that every template carries in both languages. */
export const localizedSchema = z.strictObject({ de: z.string().min(1).max(1000), en: z.string().min(1).max(1000) })
export type Localized = z.infer<typeof localizedSchema>

/** Fills `{name}` slots of a template's text; unknown slots stay as they are. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : slot))
}

/** Cuts at a whole character, never inside a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const end = text.codePointAt(max - 1) ?? 0
  return text.slice(0, end > 0xffff ? max - 1 : max)
}
