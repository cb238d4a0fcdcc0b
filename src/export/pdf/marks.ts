import type { MatrixMark } from '../../insight/matrix.ts'
import type { Said } from '../../insight/read-chains.ts'
import { AMBER, HAIR, MUTED, STYLES, TEAL, TINT, WARN, WHITE, type Rgb } from './look.ts'
import { drawText, inkOf, lineHeight, MM_PER_POINT, widthOf, type Press } from './press.ts'
import { decorate, ornament, tagged, type Said as SaidOf } from './tags.ts'

/** Signs are drawn, never set as letters: they look the same in every viewer and in grey print. */
export type Mark = 'warn' | 'dot' | Said

export const MARK_WIDTH = 3.4

/** A sign before a line of text that begins at `y` and is `size` points high. */
export function drawMark(press: Press, mark: Mark, x: number, y: number, size: number): void {
  const { doc } = press
  const middle = y + (size * MM_PER_POINT * 1.3) / 2 - 0.05
  ornament(press.tags, () => {
    const color = mark === 'warn' || mark === 'bad' || mark === 'open' ? WARN : inkOf(press, TEAL)
    doc.setFillColor(...color)
    doc.setDrawColor(...color)
    doc.setLineWidth(0.35)
    if (mark === 'warn' || mark === 'bad') doc.triangle(x, middle + 1.05, x + 2.4, middle + 1.05, x + 1.2, middle - 1.15, 'F')
    else if (mark === 'dot') doc.circle(x + 0.9, middle, 0.55, 'F')
    else doc.circle(x + 1.2, middle, 1, mark === 'good' ? 'F' : 'S')
  })
}

/** A letter in the middle of a cell: dark ground for who answers, light for who does. */
export function drawSeal(press: Press, letter: string, mark: MatrixMark, middle: number, y: number): void {
  const dark = mark !== 'does'
  const style = dark ? { ...STYLES.seal, color: WHITE } : STYLES.seal
  const width = Math.max(5.4, widthOf(press, letter, style) + 2.4)
  drawSurface(press, dark ? TEAL : TINT, middle - width / 2, y - 0.5, width, 5, 1)
  drawText(press, letter, middle - widthOf(press, letter, style) / 2, y + (4 - lineHeight(style)) / 2, style)
}

/** What is taken on against what there is: a track, and a bar that may run beyond it. */
export function drawBar(press: Press, x: number, y: number, width: number, bar: { share: number; track: number }, fill: Rgb): void {
  drawSurface(press, HAIR, x, y, Math.max(1.4, width * Math.min(1, bar.track)), 1.4, 0.7)
  if (bar.share > 0) drawSurface(press, fill, x, y, Math.max(1.4, width * Math.min(1, bar.share)), 1.4, 0.7)
}

/** A drawing that is read as `alt`; lengths are millimetres. */
export function drawFigure(
  press: Press,
  alt: string,
  place: { x: number; y: number; width: number; height: number },
  draw: () => void,
): void {
  const { doc } = press
  const scale = doc.internal.scaleFactor
  const bottom = doc.internal.pageSize.getHeight()
  const box: SaidOf['box'] = [place.x, bottom - place.y - place.height, place.x + place.width, bottom - place.y].map(
    (side) => side * scale,
  ) as [number, number, number, number]
  tagged(press.tags, 'Figure', draw, { alt, box, frame: true })
}

/** An empty box to tick, with its word; returns the width it took. */
export function drawTickBox(press: Press, word: string, alt: string, x: number, y: number): number {
  const { doc } = press
  const style = STYLES.smallInk
  drawFigure(press, alt, { x, y, width: 3.6, height: 3.7 }, () => {
    ornament(press.tags, () => {
      doc.setDrawColor(...MUTED)
      doc.setFillColor(...WHITE)
      doc.setLineWidth(0.3)
      doc.roundedRect(x, y + 0.1, 3.6, 3.6, 0.5, 0.5, 'FD')
    })
  })
  drawText(press, word, x + 5, y, style)
  return 5 + widthOf(press, word, style)
}

/** A filled badge that ends at `right`; returns its left edge. */
export function drawBadge(press: Press, word: string, right: number, y: number, fill: Rgb = AMBER): number {
  const style = STYLES.badge
  const width = widthOf(press, word, style) + 6
  drawSurface(press, fill, right - width, y, width, 6, 1.2)
  drawText(press, word, right - width + 3, y + (6 - lineHeight(style)) / 2, style)
  return right - width
}

export function drawSurface(press: Press, fill: Rgb, x: number, y: number, width: number, height: number, round = 0): void {
  const { doc } = press
  ornament(press.tags, () => {
    doc.setFillColor(...inkOf(press, fill))
    if (round > 0) doc.roundedRect(x, y, width, height, round, round, 'F')
    else doc.rect(x, y, width, height, 'F')
  })
}

export function drawRule(press: Press, x: number, y: number, width: number, color: Rgb = HAIR, thickness = 0.2): void {
  const { doc } = press
  decorate(press.tags, () => {
    doc.setDrawColor(...inkOf(press, color))
    doc.setLineWidth(thickness)
    doc.line(x, y, x + width, y)
  })
}

/** A hairline between two columns. */
export function drawUpright(press: Press, x: number, y: number, height: number): void {
  const { doc } = press
  decorate(press.tags, () => {
    doc.setDrawColor(...HAIR)
    doc.setLineWidth(0.2)
    doc.line(x, y, x, y + height)
  })
}

/** A line to write on. */
export function drawWritingLine(press: Press, x: number, y: number, width: number): void {
  drawRule(press, x, y, width, MUTED, 0.176)
}
