import { LIMITS } from './limits.ts'
import { clip } from './text.ts'

const BULLET = /^(?:[-*•‣–—▪☐]|\d{1,3}[.)])\s+/u

/** The lines of a pasted list without bullets and numbers; a text of one line is no list and gives none. */
export function pastedLines(text: string): string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => clip(line.trim().replace(BULLET, '').trim(), LIMITS.textChars))
    .filter((line) => line !== '')
  return lines.length > 1 ? lines : []
}

/** Cuts a list into parts whose texts together stay under a size, so that each part fits one update. */
export function inParts(lines: readonly string[], maxChars: number): string[][] {
  const parts: string[][] = []
  let size = 0
  for (const line of lines) {
    const last = parts.at(-1)
    if (last && size + line.length <= maxChars) {
      last.push(line)
      size += line.length
    } else {
      parts.push([line])
      size = line.length
    }
  }
  return parts
}
