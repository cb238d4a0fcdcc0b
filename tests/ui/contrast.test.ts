import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/ui/styles.css', 'utf8')
const colors = new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]))

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const kinds = ['blue', 'rust', 'green', 'plum', 'teal', 'ochre', 'slate', 'rose']
const text: [string, string][] = [
  ...['paper', 'sheet', 'card', 'brand-tint'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ['brand', ground],
  ]),
  ...['card', 'warn-tint', 'sheet'].map((ground): [string, string] => ['warn', ground]),
  ...kinds.flatMap((kind): [string, string][] => [
    [kind, 'card'],
    [kind, `${kind}-tint`],
  ]),
  ['card', 'brand'],
  ['card', 'ink'],
  ['card', 'focus'],
]

test.each(text)('%s on %s is readable (WCAG AA, 4.5 to 1)', (ink, ground) => {
  expect(contrast(colors.get(ink)!, colors.get(ground)!)).toBeGreaterThanOrEqual(4.5)
})

test.each(['paper', 'sheet', 'card'])('focus ring and input borders stand out on %s (3 to 1)', (ground) => {
  expect(contrast(colors.get('focus')!, colors.get(ground)!)).toBeGreaterThanOrEqual(3)
  expect(contrast(colors.get('line-strong')!, colors.get(ground)!)).toBeGreaterThanOrEqual(3)
})
