import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'

const fixed = new Map<string, TFunction>()

/** The interface's words for what a board shows a thousand times: as `useTranslation`, but one `t` for all and no effect of its own. */
export function useWords(): { readonly t: TFunction; readonly language: string } {
  const language = useSyncExternalStore(subscribe, () => i18next.language)
  return { t: wordsIn(language), language }
}

function subscribe(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange)
  return () => i18next.off('languageChanged', onChange)
}

function wordsIn(language: string): TFunction {
  const known = fixed.get(language)
  if (known) return known
  const t = i18next.getFixedT(language)
  fixed.set(language, t)
  return t
}
