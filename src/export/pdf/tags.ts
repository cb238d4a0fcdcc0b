import type { jsPDF } from 'jspdf'
import { insideOf } from './inside.ts'

type Group = 'Document' | 'Table' | 'TR' | 'L' | 'LI' | 'LBody'
type Leaf = 'H1' | 'H2' | 'H3' | 'P' | 'TH' | 'TD' | 'Figure' | 'Link' | 'Form'
export type Role = Exclude<Group, 'Document'> | Leaf

/** What a reader is told about an element beside its text. */
export interface Said {
  /** In place of a drawing. */
  readonly alt?: string
  readonly scope?: 'Column' | 'Row'
  /** Words of the plan itself, which may be in another language than the board. */
  readonly frame?: true
  /** Left, bottom, right, top in points. */
  readonly box?: readonly [number, number, number, number]
}

/** An element of the structure tree: what a screen reader walks. */
export interface Element {
  readonly role: Group | Leaf
  readonly said: Said
  readonly kids: (Element | Piece | Spot)[]
}

/** A run of painting on one page that belongs to an element. */
export interface Piece {
  readonly page: number
  readonly id: number
}

/** A link's area on a page and where it leads. */
export interface Jump {
  readonly page: number
  readonly target: number
  readonly text: string
  readonly box: readonly [number, number, number, number]
}

/** A place on a page to write in or to tick with a viewer. */
export interface Field {
  readonly page: number
  /** No other field of the document has it. */
  readonly name: string
  /** What a screen reader says and a pointer shows. */
  readonly spoken: string
  readonly type: 'line' | 'lines' | 'tick'
  /** While nothing is written: rules to write on by hand, in points from its lower edge. */
  readonly rules: readonly number[]
  readonly box: readonly [number, number, number, number]
}

/** An area of a page that answers. */
export type Spot = Jump | Field

/** The structure of a document while it is drawn: jsPDF itself writes none. */
export interface Tags {
  readonly doc: jsPDF
  readonly root: Element
  /** Owner of each piece, by page and by number. */
  readonly owners: Map<number, Element[]>
  open: Element
  /** The element whose piece is still being painted. */
  painting: Element | null
  /** Inside furniture and decoration nothing belongs to an element. */
  silent: boolean
}

const GROUPS: readonly string[] = ['Document', 'Table', 'TR', 'L', 'LI', 'LBody'] satisfies Group[]

export function openTags(doc: jsPDF): Tags {
  const root: Element = { role: 'Document', said: {}, kids: [] }
  return { doc, root, owners: new Map(), open: root, painting: null, silent: false }
}

/** Everything that is drawn meanwhile belongs to a new element. */
export function tagged(tags: Tags, role: Role, draw: () => void, said: Said = {}): void {
  if (tags.silent) {
    draw()
    return
  }
  const element: Element = { role, said, kids: [] }
  tags.open.kids.push(element)
  inside(tags, element, draw)
}

/** Draws into an element that is there already. */
export function inside(tags: Tags, element: Element, draw: () => void): void {
  const before = tags.open
  tags.open = element
  draw()
  tags.open = before
}

/** Paints as a part of the open element. */
export function paint(tags: Tags, draw: () => void): void {
  if (tags.silent) {
    draw()
    return
  }
  inParagraph(tags, () => {
    if (tags.painting !== tags.open) beginPiece(tags)
    draw()
  })
}

/** What stands in no paragraph becomes one. */
export function inParagraph(tags: Tags, draw: () => void): void {
  if (!tags.silent && GROUPS.includes(tags.open.role)) tagged(tags, 'P', draw)
  else draw()
}

/** Paints what a reader does not need: rules, surfaces, signs beside words that say the same. */
export function decorate(tags: Tags, draw: () => void, kind: '' | '/Pagination' = ''): void {
  if (tags.silent) {
    draw()
    return
  }
  rest(tags)
  insideOf(tags.doc).write(kind === '' ? '/Artifact BMC' : `/Artifact <</Type ${kind}>> BDC`)
  tags.silent = true
  draw()
  tags.silent = false
  insideOf(tags.doc).write('EMC')
}

/** A drawing: a part of the figure that is open, otherwise decoration. */
export function ornament(tags: Tags, draw: () => void): void {
  if (tags.open.role === 'Figure') paint(tags, draw)
  else decorate(tags, draw)
}

/** An item of a list. */
export function listItem(tags: Tags, draw: () => void): void {
  tagged(tags, 'LI', () => tagged(tags, 'LBody', draw))
}

/** A text that leads to another page; `box` is its area in millimetres. */
export function linked(
  tags: Tags,
  target: number,
  text: string,
  box: { x: number; y: number; width: number; height: number },
  draw: () => void,
): void {
  tagged(tags, 'Link', () => {
    draw()
    tags.open.kids.push({ page: tags.doc.getCurrentPageInfo().pageNumber, target, text, box: pointsOf(tags, box) })
  })
}

/** An area in millimetres from the upper left corner as the file names it: points from the lower left one. */
export function pointsOf(tags: Tags, box: { x: number; y: number; width: number; height: number }): Spot['box'] {
  const { pageSize, scaleFactor } = tags.doc.internal
  const height = pageSize.getHeight()
  const bottom = height - box.y - box.height
  return [box.x * scaleFactor, bottom * scaleFactor, (box.x + box.width) * scaleFactor, (height - box.y) * scaleFactor]
}

/** Paints something that is read as another text; an empty one is not read at all. */
export function paintAs(tags: Tags, text: string, draw: () => void): void {
  paint(tags, () => {
    insideOf(tags.doc).write(`/Span <</ActualText ${pdfText(text)}>> BDC`)
    draw()
    insideOf(tags.doc).write('EMC')
  })
}

/** Ends what is being painted: before another page, and before the document is written. */
export function rest(tags: Tags): void {
  if (tags.painting !== null) insideOf(tags.doc).write('EMC')
  tags.painting = null
}

/** A text of the file format, whatever letters it has. Half a letter would make readers take the whole text for another encoding. */
export function pdfText(text: string): string {
  const whole = text.replaceAll(/\p{Cs}/gu, '\ufffd')
  let hex = 'FEFF'
  for (let at = 0; at < whole.length; at++) hex += whole.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  return `<${hex}>`
}

function beginPiece(tags: Tags): void {
  rest(tags)
  const page = tags.doc.getCurrentPageInfo().pageNumber
  const owners = tags.owners.get(page) ?? []
  tags.owners.set(page, owners)
  const id = owners.push(tags.open) - 1
  tags.open.kids.push({ page, id })
  tags.painting = tags.open
  insideOf(tags.doc).write(`/${tags.open.role} <</MCID ${id}>> BDC`)
}
