import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from '../model/text.ts'
import type { Texts } from './de.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Texts }
  }
}

const load: Record<Language, () => Promise<Texts>> = {
  de: async () => (await import('./de.ts')).de,
  en: async () => (await import('./en.ts')).en,
}

/** Starts the interface's texts in one language; the other one is fetched when it is asked for. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load[language]() } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await load[language]())
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Fetches every language, so that switching works later without a connection. */
export async function fetchTexts(): Promise<void> {
  await Promise.all(LANGUAGES.map((language) => load[language]()))
}

export function currentLanguage(): Language {
  return LANGUAGES.find((language) => i18next.language === language) ?? 'de'
}

/** The first of the browser's languages that the product speaks. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().startsWith(known))
    if (language) return language
  }
  return 'de'
}
