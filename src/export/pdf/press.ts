import { jsPDF } from 'jspdf'
import { cleanText, replaceMissing } from './clean.ts'
import type { Hyphenate } from './hyphenation.ts'
import { FAMILY, openLetters, writeLetters, type Letters } from './letters.ts'
import { PORTRAIT, TEAL, type Page, type Rgb, type TextStyle } from './look.ts'
import { packStreamsHere, textOfBytes } from './squeeze.ts'
import { inParagraph, openTags, paint, paintAs, type Tags } from './tags.ts'
import { ADDED_HYPHEN, wrapText } from './wrap.ts'

/** What a plan is printed with: two TrueType files and the hyphenation of its language. */
export interface PlanFonts {
  readonly regular: ArrayBuffer
  readonly semibold: ArrayBuffer
  readonly hyphenate: Hyphenate
}

/** A document with its fonts, and what they could not draw. All lengths are millimetres. */
export interface Press {
  readonly doc: jsPDF
  readonly tags: Tags
  readonly hyphenate: Hyphenate
  readonly metrics: Readonly<Record<TextStyle['weight'], Metrics>>
  /** Stands wherever the look says teal. */
  readonly accent: Rgb
  /** Characters that stand as their number. */
  readonly missing: Set<string>
  /** Texts that are broken already: names and roles stand in hundreds of rows. */
  readonly broken: Map<string, string[]>
}

interface Metrics {
  readonly widths: Map<number, number>
  readonly letters: Letters
}

export const MM_PER_POINT = 25.4 / 72
const LINE = 1.3
const RAGGED = 0.3
/** Hundredths of a point are finer than any printer; jsPDF would write sixteen places. */
const PLACES = 2

/** Opens a document and reads the fonts; throws when a font is not TrueType. */
export function openPress(fonts: PlanFonts, accent: Rgb = TEAL, page: Page = PORTRAIT): Press {
  packStreamsHere()
  const doc = new jsPDF({
    unit: 'mm',
    format: page.format ?? 'a4',
    orientation: page.orientation,
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: PLACES,
  })
  doc.setLineHeightFactor(LINE)
  addFont(doc, 'regular.ttf', fonts.regular, 'normal')
  addFont(doc, 'semibold.ttf', fonts.semibold, 'bold')
  const metricsOf = (weight: TextStyle['weight']): Metrics => ({ widths: new Map(), letters: openLetters(doc, weight) })
  const metrics = { normal: metricsOf('normal'), bold: metricsOf('bold') }
  return { doc, tags: openTags(doc), hyphenate: fonts.hyphenate, metrics, accent, missing: new Set(), broken: new Map() }
}

/** Text from a board as it can be printed: nothing is lost, what the font lacks stands as its number. */
export function prepare(press: Press, text: string): string {
  const { normal, bold } = press.metrics
  const canDraw = (code: number): boolean =>
    code <= 0xffff && normal.letters.face.characterToGlyph(code) > 0 && bold.letters.face.characterToGlyph(code) > 0
  return replaceMissing(cleanText(text), canDraw, (char) => press.missing.add(char))
}

/** The width of a printable text in millimetres. */
export function widthOf(press: Press, text: string, style: TextStyle): number {
  const { widths, letters } = press.metrics[style.weight]
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let width = widths.get(code)
    if (width === undefined) {
      width = letters.face.widthOfGlyph(letters.face.characterToGlyph(code))
      widths.set(code, width)
    }
    sum += width
  }
  return (sum / 1000) * style.size * MM_PER_POINT
}

/** Prepares and breaks a text; every line is at most `width` millimetres wide. */
export function linesOf(press: Press, text: string, style: TextStyle, width: number): string[] {
  const ragged = style.whole ? 1 : RAGGED
  const key = `${style.weight} ${style.size} ${ragged} ${width} ${text}`
  const known = press.broken.get(key)
  if (known) return known
  const measure = (part: string): number => widthOf(press, part, style)
  const lines = wrapText(prepare(press, text), width, { measure, hyphenate: press.hyphenate, ragged })
  press.broken.set(key, lines)
  return lines
}

/** The height of one line in millimetres. */
export function lineHeight(style: TextStyle): number {
  return style.size * LINE * MM_PER_POINT
}

/** Draws the lines of one text below `y`. */
export function drawLines(press: Press, lines: readonly string[], x: number, y: number, style: TextStyle): void {
  const height = lineHeight(style)
  const draw = (): void => {
    lines.forEach((line, at) => drawText(press, at < lines.length - 1 ? withSpace(line) : line, x, y + at * height, style))
  }
  if (lines.some((line) => line.trim() !== '')) inParagraph(press.tags, draw)
}

/** A broken line ends with a space, so that copied text keeps its words apart. */
export function withSpace(line: string): string {
  return line === '' || line.endsWith('-') || line.endsWith(ADDED_HYPHEN) ? line : `${line} `
}

/** Draws one printable line whose box begins at `y`. */
export function drawText(press: Press, text: string, x: number, y: number, style: TextStyle): void {
  if (text.trim() === '') return
  const broken = text.endsWith(ADDED_HYPHEN)
  const shown = broken ? text.slice(0, -1) : text
  const { letters } = press.metrics[style.weight]
  const write = (part: string, from: number): void =>
    writeLetters(press.doc, letters, part, from, y + baseline(style), style.size, inkOf(press, style.color))
  paint(press.tags, () => write(shown, x))
  // A hyphen that only the line break put there is not a part of the word.
  if (broken) paintAs(press.tags, '\u00ad', () => write('-', x + widthOf(press, shown, style)))
}

/** The same, with its right edge at `x`. */
export function drawTextRight(press: Press, text: string, x: number, y: number, style: TextStyle): void {
  drawText(press, text, x - widthOf(press, text, style), y, style)
}

/** A colour of the look as this document prints it. */
export function inkOf(press: Press, color: Rgb): Rgb {
  return color === TEAL ? press.accent : color
}

/** How far the baseline lies below the top of a line. */
function baseline(style: TextStyle): number {
  return style.size * MM_PER_POINT * 0.98
}

function addFont(doc: jsPDF, file: string, data: ArrayBuffer, style: TextStyle['weight']): void {
  const bytes = new Uint8Array(data)
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 1) throw new Error(`${file} is not a TrueType font`)
  doc.addFileToVFS(file, textOfBytes(bytes))
  doc.addFont(file, FAMILY, style)
}
