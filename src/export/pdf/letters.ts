import type { jsPDF } from 'jspdf'
import { insideOf } from './inside.ts'
import type { Rgb } from './look.ts'

export const FAMILY = 'Source Sans 3'

/** The part of jsPDF's own font reader that is used; pinned by the version and checked by the tests. */
interface FontFace {
  readonly characterToGlyph: (code: number) => number
  readonly widthOfGlyph: (glyph: number) => number
  /** What the file's font is cut down to. */
  readonly glyIdsUsed: number[]
  readonly toUnicode: Record<number, number>
  readonly Unicode: { readonly widths: (number | number[])[] }
}

/** The letters of one weight that the document has used, each as it is written in the file. */
export interface Letters {
  readonly face: FontFace
  readonly weight: 'normal' | 'bold'
  /** The font's name in the file. */
  readonly name: string
  readonly written: Map<string, string>
}

export function openLetters(doc: jsPDF, weight: Letters['weight']): Letters {
  doc.setFont(FAMILY, weight)
  const font = doc.getFont() as unknown as { readonly metadata: FontFace; readonly id: string }
  return { face: font.metadata, weight, name: font.id, written: new Map() }
}

/** Writes a line of text at a place in millimetres. jsPDF's text() would read every letter anew, at half the speed and twice the size. */
export function writeLetters(doc: jsPDF, letters: Letters, text: string, x: number, y: number, size: number, color: Rgb): void {
  const { pageSize, scaleFactor } = doc.internal
  // jsPDF puts only those fonts into the file that its own text() has named.
  if (letters.written.size === 0) {
    doc.setFont(FAMILY, letters.weight)
    doc.text(' ', x, y)
    letters.written.set(' ', codeOf(letters, ' '))
  }
  let codes = ''
  for (let at = 0; at < text.length; at++) codes += written(letters, text.charAt(at))
  const ink = color.map((part) => short(part / 255, 1000)).join(' ')
  const place = `${short(x * scaleFactor, 100)} ${short((pageSize.getHeight() - y) * scaleFactor, 100)}`
  insideOf(doc).write(`BT /${letters.name} ${size} Tf ${ink} rg ${place} Td <${codes}> Tj ET`)
}

function written(letters: Letters, letter: string): string {
  const known = letters.written.get(letter)
  if (known !== undefined) return known
  const code = codeOf(letters, letter)
  letters.written.set(letter, code)
  return code
}

function codeOf({ face }: Letters, letter: string): string {
  const unicode = letter.charCodeAt(0)
  const glyph = face.characterToGlyph(unicode)
  if (!face.glyIdsUsed.includes(glyph)) face.glyIdsUsed.push(glyph)
  if (!face.Unicode.widths.includes(glyph)) face.Unicode.widths.push(glyph, [Math.trunc(face.widthOfGlyph(glyph))])
  face.toUnicode[glyph] = unicode
  return glyph.toString(16).padStart(4, '0')
}

function short(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
