import { shortText } from '../../insight/wording.ts'
import { cleanText } from './clean.ts'
import { drawWritingLine } from './marks.ts'
import { MM_PER_POINT, type Press } from './press.ts'
import { inParagraph, pointsOf, tagged, type Field } from './tags.ts'

/** Millimetres of a box to tick. */
export const TICK = 4.2
/** Millimetres between two lines to write on by hand. */
export const LINE = 8
const SPOKEN_CHARS = 160
const ROOM_ABOVE = 0.8
const LINE_FIELD = 6.2
const INSET = 0.7

/** What a field is called in the file, and what it is called for people. */
export interface FieldName {
  readonly name: string
  readonly spoken: string
  /** It is called by what the board says, not by words of the template. */
  readonly own?: true
}

export interface CellField extends FieldName {
  readonly tick: boolean
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line to write on, by hand or on the screen; `y` is the line itself. */
export function drawLineField(press: Press, field: FieldName, x: number, y: number, width: number): void {
  drawWritingLine(press, x, y, width)
  putField(press, field, 'line', { x, y: y - LINE_FIELD, width, height: LINE_FIELD })
}

/** Ruled lines that are one field on the screen. */
export function drawLinesField(press: Press, field: FieldName, { x, y, width, height }: Area, count: number): void {
  drawWritingLine(press, x, y + height, width)
  const rules = Array.from({ length: count - 1 }, (_, at) => ((at + 1) * height) / count / MM_PER_POINT)
  putField(press, field, count === 1 ? 'line' : 'lines', { x, y: y + ROOM_ABOVE, width, height: height - ROOM_ABOVE }, rules)
}

/** A table's cell to write in, or with a box to tick in its middle. */
export function drawCellField(press: Press, field: CellField, { x, y, width, height }: Area): void {
  if (field.tick) drawTickField(press, field, x + (width - TICK) / 2, y + (height - TICK) / 2)
  else putField(press, field, 'lines', { x: x + INSET, y: y + INSET, width: width - 2 * INSET, height: height - 2 * INSET })
}

/** A box to tick, whose corner is at `x` and `y`. */
export function drawTickField(press: Press, field: FieldName, x: number, y: number): void {
  putField(press, field, 'tick', { x, y, width: TICK, height: TICK })
}

function putField(press: Press, { name, spoken, own }: FieldName, type: Field['type'], area: Area, rules: readonly number[] = []): void {
  const { tags } = press
  if (tags.silent) return
  const page = tags.doc.getCurrentPageInfo().pageNumber
  const field: Field = { page, name, spoken: shortText(cleanText(spoken), SPOKEN_CHARS), type, rules, box: pointsOf(tags, area) }
  inParagraph(tags, () => tagged(tags, 'Form', () => tags.open.kids.push(field), own ? {} : { frame: true }))
}
