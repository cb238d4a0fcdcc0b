import { tool } from './print.ts'

/** A word as poppler sees it on a page, in millimetres from the top left corner. */
interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PageWords {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
}

const MM = 25.4 / 72

/** The words of every page with their boxes. */
export function readPages(file: string): PageWords[] {
  const html = tool('pdftotext', '-bbox', file, '-')
  return html
    .split('<page ')
    .slice(1)
    .map((page) => ({
      width: number(page, 'width'),
      height: number(page, 'height'),
      words: [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, box = '', text = '']) => ({
        text,
        left: number(box, 'xMin'),
        right: number(box, 'xMax'),
        top: number(box, 'yMin'),
        bottom: number(box, 'yMax'),
      })),
    }))
}

/** The text of each page in the order in which it was written. */
export function textOfPages(file: string): string[] {
  return tool('pdftotext', '-raw', file, '-').split('\f').slice(0, -1)
}

/** Without what a line break may add or take away. */
export function letters(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\-\u00a0\u00ad\u2010\u2011]/g, '')
}

/** Pairs of words that lie over each other by more than a third of a millimetre. */
export function overlaps(page: PageWords): string[] {
  const words = page.words.toSorted((a, b) => a.top - b.top)
  const found: string[] = []
  words.forEach((word, at) => {
    for (let next = at + 1; next < words.length; next++) {
      const other = words[next]!
      if (other.top > word.bottom) break
      const deep = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top)
      const wide = Math.min(word.right, other.right) - Math.max(word.left, other.left)
      if (wide > 0.35 && deep > 1.6) found.push(`${word.text} / ${other.text}`)
    }
  })
  return found
}

function number(attributes: string, name: string): number {
  return Number(new RegExp(`${name}="(-?[\\d.]+)"`).exec(attributes)?.[1]) * MM
}
