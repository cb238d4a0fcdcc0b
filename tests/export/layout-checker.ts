import { letters, overlaps, readPages, textOfPages } from './pages.ts'
import { operationsOf, readPdf } from './pdf-file.ts'

/** What stands at the edge of a sheet, no printer prints. */
const EDGE = 5
const MM = 25.4 / 72

/** What is wrong with the place of words on the pages, in millimetres: one over another, one beyond the paper. */
export function layoutFaults(file: string): string[] {
  const painted = readPdf(file).pages.map(({ content }) => operationsOf(content))
  return readPages(file).flatMap((page, at) => {
    // A reader says nothing of letters that are wholly outside: where lines begin is read from the painting.
    const begun = (painted[at] ?? []).flatMap(({ name, operands: [x, y] }) =>
      name === 'Td' ? [[Number(x) * MM, Number(y) * MM] as const] : [],
    )
    const beyond = begun.filter(([x, y]) => !(x >= EDGE && x <= page.width - EDGE && y >= EDGE && y <= page.height - EDGE))
    const outside = page.words.filter(
      ({ left, right, top, bottom }) => left < EDGE || top < EDGE || right > page.width - EDGE || bottom > page.height - EDGE,
    )
    return [
      ...overlaps(page).map((pair) => `page ${at + 1}: ${pair} lie over each other`),
      ...beyond.map(([x, y]) => `page ${at + 1}: a line begins outside the page, at ${Math.round(x)} ${Math.round(y)}`),
      ...outside.map(({ text }) => `page ${at + 1}: ${text} is outside the page`),
    ]
  })
}

/** The texts that a reader does not find again, whole and with every letter. */
export function lostTexts(file: string, texts: readonly string[]): string[] {
  const all = letters(textOfPages(file).join(''))
  return texts.filter((text) => !all.includes(letters(text)))
}
