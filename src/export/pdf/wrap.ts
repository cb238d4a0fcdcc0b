import { printable } from './clean.ts'
import type { Hyphenate } from './hyphenation.ts'

/** Ends a line where a word is broken; no text has one, cleaning makes a plain hyphen of it. */
export const ADDED_HYPHEN = '\u2010'
const SOFT_HYPHEN = '\u00ad'
const WIDOW = 0.14
/** A shorter word that is no compound stays whole where a line can hold it. */
const LONG = 12

export interface Breaker {
  /** The width of a text, in the unit of `width`. */
  readonly measure: (text: string) => number
  readonly hyphenate: Hyphenate
  /** A word that would fit a line of its own is broken only where this share of the line would stay empty. */
  readonly ragged: number
}

interface Piece {
  readonly text: string
  /** A hyphen is drawn where the word breaks behind this piece. */
  readonly hyphen: boolean
}

/** Breaks cleaned text into lines of at most `width`; long words are hyphenated, words without a joint are cut. An empty line is `''`. */
export function wrapText(text: string, width: number, breaker: Breaker): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, breaker))
}

function wrapParagraph(paragraph: string, width: number, breaker: Breaker): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/ +/).filter((token) => token !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (breaker.measure(printable(joined)) <= width) {
      line = joined
      continue
    }
    const placed = placeWord(word, line, width, breaker)
    lines.push(...placed.full)
    line = placed.rest
  }
  return withoutWidow([...lines, line], width, breaker).map(printable)
}

/** One short word alone on the last line takes the word before it along. */
function withoutWidow(lines: readonly string[], width: number, { measure }: Breaker): readonly string[] {
  const last = lines.at(-1) ?? ''
  const before = lines.at(-2) ?? ''
  const space = before.lastIndexOf(' ')
  if (
    last.includes(' ') ||
    measure(printable(last)) > width * WIDOW ||
    before.endsWith('-') ||
    before.endsWith(ADDED_HYPHEN) ||
    before.split(' ').length < 4
  )
    return lines
  return [...lines.slice(0, -2), before.slice(0, space), `${before.slice(space + 1)} ${last}`]
}

/** Breaks one word that does not fit behind `line`: the lines that are full, and what the next one begins with. */
function placeWord(word: string, line: string, width: number, breaker: Breaker): { full: string[]; rest: string } {
  const { measure } = breaker
  const full: string[] = []
  const tooLong = measure(printable(word)) > width
  let open = line
  if (line !== '' && !tooLong && width - measure(printable(`${line} `)) < width * breaker.ragged) return { full: [line], rest: word }
  let onLine = line === '' ? '' : `${line} `
  let taken = ''
  const pieces = piecesOf(word, breaker.hyphenate, tooLong).flatMap((piece) =>
    measure(`${piece.text}${piece.hyphen ? ADDED_HYPHEN : ''}`) > width ? syllablesOf(piece, breaker.hyphenate) : [piece],
  )
  pieces.forEach((piece, at) => {
    const tail = at < pieces.length - 1 && piece.hyphen ? ADDED_HYPHEN : ''
    if (measure(printable(onLine + taken + piece.text + tail)) <= width) {
      taken += piece.text
      return
    }
    const before = pieces[at - 1]
    if (taken !== '') full.push(onLine + taken + (before?.hyphen ? ADDED_HYPHEN : ''))
    else if (open !== '') full.push(open)
    open = ''
    onLine = ''
    const cut = cutHard(piece.text, width - measure(tail), measure)
    full.push(...cut.slice(0, -1))
    taken = cut.at(-1) ?? ''
  })
  return { full, rest: onLine + taken }
}

/** Where a word may break: behind hyphens, slashes and dashes, at soft hyphens, else where the words of a compound meet or its language allows. */
function piecesOf(word: string, hyphenate: Hyphenate, tooLong: boolean): Piece[] {
  return word.split(/(?<=[\p{L}\p{N}][-/–—\u200b]{1,3})(?=[\p{L}\p{N}])/u).flatMap((part) => {
    const own = part.includes(SOFT_HYPHEN)
      ? part.split(SOFT_HYPHEN)
      : byLanguage(part, (run) => {
          const joints = hyphenate(run, 'joints')
          return joints.length > 1 || (run.length < LONG && !tooLong) ? joints : hyphenate(run)
        })
    return own.map((text, index) => ({ text, hyphen: index < own.length - 1 }))
  })
}

/** A part that no line could hold. */
function syllablesOf({ text, hyphen }: Piece, hyphenate: Hyphenate): Piece[] {
  const parts = byLanguage(text, hyphenate)
  return parts.map((part, index) => ({ text: part, hyphen: hyphen || index < parts.length - 1 }))
}

function byLanguage(part: string, hyphenate: Hyphenate): string[] {
  const pieces = ['']
  for (const run of part.split(/(\p{L}+)/u)) {
    const [first = '', ...more] = /^\p{L}/u.test(run) ? hyphenate(run) : [run]
    pieces.push((pieces.pop() ?? '') + first, ...more)
  }
  return pieces
}

function cutHard(text: string, width: number, measure: Breaker['measure']): string[] {
  const parts: string[] = []
  let part = ''
  for (const char of text) {
    if (part !== '' && measure(printable(part + char)) > width) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}
