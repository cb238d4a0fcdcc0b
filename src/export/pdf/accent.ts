import { TEAL, type Rgb } from './look.ts'

const READABLE = 4.5
const DARKER = 0.92

/** A company's colour as it can be read on white, and white on it; the product's own when it is none. */
export function accentOf(color: string | undefined): Rgb {
  const [, hex] = /^#([0-9a-f]{6})$/i.exec(color?.trim() ?? '') ?? []
  if (hex === undefined) return TEAL
  let rgb: Rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
  while (contrastToWhite(rgb) < READABLE) rgb = rgb.map((part) => Math.floor(part * DARKER)) as unknown as Rgb
  return rgb
}

/** How far a colour stands out from white, by WCAG: 1 to 21. */
export function contrastToWhite(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
