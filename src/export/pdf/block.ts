import type { TextStyle } from './look.ts'
import { linesOf } from './press.ts'
import type { Paper, Sheet } from './sheet.ts'

/** A part of page 1: measured before it is drawn. Heights are millimetres. */
export interface Block {
  readonly height: number
  readonly draw: (y: number) => void
}

export function stackHeight(blocks: readonly Block[], gap: number): number {
  return blocks.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, blocks.length - 1)
}

/** How many lines each part of page 1 may take. */
export interface Budget {
  readonly title: number
  readonly goal: number
  readonly decision: number
  readonly terms: number
  readonly measure: number
}

/** The lines of a text that fit, and the text itself. */
export interface Cut {
  readonly lines: readonly string[]
  readonly text: string
  readonly isCut: boolean
}

/** Breaks a text into at most `most` lines; the last of them ends with an ellipsis when more were there. */
export function cutText(sheet: Paper, text: string, style: TextStyle, width: number, most: number): Cut {
  const lines = linesOf(sheet.press, text, style, width)
  if (text.trim() === '') return { lines: [], text, isCut: false }
  if (lines.length <= most) return { lines, text, isCut: false }
  const last = lines[most - 1] ?? ''
  return { lines: [...lines.slice(0, most - 1), `${last.slice(0, Math.max(0, last.length - 2)).trimEnd()}…`], text, isCut: true }
}

/** Keeps what was cut for the end of the plan. Called while drawing: a text may be measured several times before. */
export function keepCut(sheet: Sheet, title: string, cuts: readonly Cut[]): void {
  for (const cut of cuts) if (cut.isCut) sheet.cut.push({ title, text: cut.text })
}
