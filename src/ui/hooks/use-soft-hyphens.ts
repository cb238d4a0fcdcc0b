import { useEffect, useState } from 'react'
import type { Language } from '../../model/text.ts'

/**
 * Puts soft hyphens into words of more letters than fit into a line; until the patterns are here, a text stays as it is.
 * Not every browser knows how words of a language are broken, and those that do fetch it from elsewhere.
 */
export function useSoftHyphens(language: Language, wanted: boolean): (text: string, fits: number) => string {
  const [hyphenate, setHyphenate] = useState<((word: string) => readonly string[]) | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    let left = false
    void import('../../export/pdf/hyphenation.ts')
      .then(({ loadHyphenation }) => loadHyphenation(language))
      .then(
        (known) => left || setHyphenate(() => known),
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [language, wanted])
  return (text, fits) =>
    hyphenate ? text.replaceAll(/\p{L}+/gu, (word) => (word.length > fits ? hyphenate(word).join('\u00ad') : word)) : text
}
