export type Rgb = readonly [number, number, number]

export interface TextStyle {
  readonly weight: 'normal' | 'bold'
  /** Points. */
  readonly size: number
  readonly color: Rgb
  /** Words are hyphenated only when no line could hold them. */
  readonly whole?: true
}

const INK: Rgb = [26, 32, 44]
export const MUTED: Rgb = [84, 94, 111]
/** The accent, where a company gives none of its own. */
export const TEAL: Rgb = [27, 75, 79]
export const AMBER: Rgb = [224, 165, 38]
export const WARN: Rgb = [154, 52, 18]
/** Hairlines and tracks: decoration only, never the bearer of a meaning. */
export const HAIR: Rgb = [211, 208, 198]
/** Ground for a dark letter. */
export const TINT: Rgb = [226, 226, 220]
export const PAPER: Rgb = [246, 244, 238]
export const WHITE: Rgb = [255, 255, 255]

const style = (size: number, color: Rgb = INK, weight: TextStyle['weight'] = 'normal'): TextStyle => ({ size, color, weight })
const whole = (base: TextStyle): TextStyle => ({ ...base, whole: true })

export const STYLES = {
  title: whole(style(23, INK, 'bold')),
  section: whole(style(14, TEAL, 'bold')),
  subsection: whole(style(10.5, TEAL, 'bold')),
  lead: style(12),
  body: style(10.5),
  strong: whole(style(10.5, INK, 'bold')),
  date: style(10, INK, 'bold'),
  item: whole(style(10)),
  cell: style(9),
  cellStrong: style(9, INK, 'bold'),
  cellMuted: style(8.5, MUTED),
  cellWarn: style(9, WARN, 'bold'),
  columnHead: whole(style(8.5, MUTED, 'bold')),
  roleHead: style(8, MUTED, 'bold'),
  seal: style(8.5, INK, 'bold'),
  small: style(9, MUTED),
  entry: style(10.5),
  entryStrong: style(10.5, INK, 'bold'),
  entryMuted: style(9.5, MUTED),
  cardTitle: whole(style(14, WHITE, 'bold')),
  cardLabel: whole(style(8.5, WHITE, 'bold')),
  smallInk: style(9),
  smallTeal: style(9, TEAL, 'bold'),
  label: style(8.5, TEAL, 'bold'),
  figure: style(21, TEAL, 'bold'),
  tiny: whole(style(8, MUTED)),
  draft: whole(style(8, WARN, 'bold')),
  badge: style(8.5, INK, 'bold'),
} as const satisfies Record<string, TextStyle>

/** A page with the space that the running head and the foot need, in millimetres. */
export interface Page {
  readonly orientation: 'portrait' | 'landscape'
  /** Left out: A4. */
  readonly format?: 'a6'
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const PORTRAIT: Page = { orientation: 'portrait', width: 210, height: 297, left: 25, right: 20, top: 24, bottom: 20 }
export const LANDSCAPE: Page = { orientation: 'landscape', width: 297, height: 210, left: 15, right: 15, top: 22, bottom: 18 }

export function innerWidth(page: Page): number {
  return page.width - page.left - page.right
}
