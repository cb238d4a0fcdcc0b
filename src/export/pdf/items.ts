import { cleanText, printable } from './clean.ts'
import type { TextStyle } from './look.ts'
import { prepare, widthOf, type Press } from './press.ts'

const BETWEEN = ' · '

/** Short texts put together as far as one line holds them: none is broken that a line can hold, and no line ends with a dot. */
export function joinItems(press: Press, items: readonly string[], style: TextStyle, width: number): string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const joined = last === undefined ? item : `${last}${BETWEEN}${item}`
    const fits = !cleanText(joined).includes('\n') && widthOf(press, printable(prepare(press, joined)), style) <= width
    if (last !== undefined && fits) lines[lines.length - 1] = joined
    else lines.push(item)
  }
  return lines
}
