/** Keeps two words on one line; drawn as a space. */
export const NBSP = '\u00a0'
const NO_BREAK_HYPHEN = '\u2011'
const SOFT_HYPHEN = '\u00ad'
const ZERO_WIDTH_SPACE = '\u200b'

const HINTS = /[\u00a0\u00ad\u200b\u2011]/
const SPACES = /[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g
const NO_BREAK_SPACES = /[\u2007\u202f]/g
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// Controls, joiners, direction and variation marks carry no ink; jsPDF would cut the line at them.
const WITHOUT_INK = /[\p{Cc}\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/gu
// Two code points, one glyph: the font can say only one of them when text is copied out of the file.
const TWINS: Readonly<Record<string, string>> = { '\u00b5': 'μ', '\u03d5': 'φ', '\u2206': 'Δ', '\u2010': '-' }

/** Text as the wrapping expects it: NFC, `\n` between paragraphs, plain and no-break spaces, no invisible marks but break hints. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(SPACES, ' ')
    .replaceAll(NO_BREAK_SPACES, NBSP)
    .replaceAll(WITHOUT_INK, (char) => (char === '\n' ? char : ''))
    .replaceAll(/[\u00b5\u03d5\u2206\u2010]/g, (twin) => TWINS[twin] ?? twin)
}

/** A wrapped line as it is drawn: break hints are gone, no-break signs are plain ones. */
export function printable(line: string): string {
  if (!HINTS.test(line)) return line
  return line.replaceAll(NBSP, ' ').replaceAll(NO_BREAK_HYPHEN, '-').replaceAll(SOFT_HYPHEN, '').replaceAll(ZERO_WIDTH_SPACE, '')
}

/** Writes what the font cannot draw as `[U+1F3AF]`, several in a row in one pair of brackets, and reports each. */
export function replaceMissing(text: string, canDraw: (code: number) => boolean, report: (char: string) => void): string {
  let out = ''
  let run: string[] = []
  const flush = (): void => {
    if (run.length > 0) out += `[${run.join(' ')}]`
    run = []
  }
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (isHint(char) || canDraw(code)) {
      flush()
      out += char
    } else {
      report(char)
      run.push(codeName(char))
    }
  }
  flush()
  return out
}

/** `U+1F3AF` for a character. */
export function codeName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function isHint(char: string): boolean {
  return char === '\n' || char === NBSP || char === NO_BREAK_HYPHEN || char === SOFT_HYPHEN || char === ZERO_WIDTH_SPACE
}
