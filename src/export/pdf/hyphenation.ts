import type { Language } from '../../model/text.ts'
import { compoundParts } from './joints.ts'

/** The parts between which a word of letters may be broken with a hyphen, at its syllables or only where the words of a compound meet; one part when it may not. */
export type Hyphenate = (word: string, where?: 'syllables' | 'joints') => readonly string[]

const MARK = '\u00ad'
const SHORTEST_WORD = 7
const SHORTEST_START = 3
const SHORTEST_END = 4

/** Loads the patterns of one language (German: 100 kB gzip, so only where a plan is made). */
export async function loadHyphenation(language: Language): Promise<Hyphenate> {
  const { default: patterns } = language === 'de' ? await import('hyphen/de-1996/index.js') : await import('hyphen/en-gb/index.js')
  const known = new Map<string, { readonly syllables: readonly string[]; readonly joints: readonly string[] }>()
  return (word, where = 'syllables') => {
    const parts = known.get(word) ?? partsOf(word)
    known.set(word, parts)
    return parts[where]
  }
  function partsOf(word: string): { syllables: readonly string[]; joints: readonly string[] } {
    if (!isSafe(word)) return { syllables: [word], joints: [word] }
    const all = patterns.hyphenateSync(word).split(MARK)
    return { syllables: joinShort(all), joints: language === 'de' ? joinShort(compoundParts(all)) : [word] }
  }
}

// Some letters change their number in lower case, which would shift every break behind them.
function isSafe(word: string): boolean {
  return word.length >= SHORTEST_WORD && word.length <= 100 && word.toLowerCase().length === word.length
}

/** A word begins with three letters and ends with four before it may be broken. */
function joinShort(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && joined.length === 1 && last.length < SHORTEST_START) joined[0] = last + part
    else joined.push(part)
  }
  const last = joined.at(-1)
  if (joined.length > 1 && last !== undefined && last.length < SHORTEST_END) joined.splice(-2, 2, (joined.at(-2) ?? '') + last)
  return joined
}
