import type { PlanRegister, RegisterCell } from '../../insight/plan-registers.ts'
import { shortText } from '../../insight/wording.ts'
import { fill } from '../../model/text.ts'
import { NBSP } from './clean.ts'
import { innerWidth, STYLES } from './look.ts'
import { section, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, type Column, type Part } from './table.ts'

const NAME = 62
const SIGN = 44
const SIGN_HEIGHT = 13
/** So many cards stand with their text, more only by number. */
const NAMED = 4
/** From so many cells that must be filled, a bar says how many are. */
const COUNTED = 3
/** A column takes room for its longest text between these numbers of letters. */
const LETTERS = { least: 16, most: 36 }

/** The tables that the template asks for: what is settled at each place, standards, authorities for signature. */
export function drawRegisters(sheet: Sheet): void {
  for (const register of sheet.plan.registers) drawRegister(sheet, register)
}

function drawRegister(sheet: Sheet, register: PlanRegister): void {
  const { words, page } = sheet
  const used = register.columns.map((_, at) => register.rows.some((row) => (row.cells[at]?.said.length ?? 0) > 0 || row.cells[at]?.missing))
  const shown = register.columns.flatMap((title, at) => (used[at] ? [{ title, at }] : []))
  const weights = shown.map(({ title, at }) =>
    weightOf([title, ...register.rows.flatMap((row) => row.cells[at]?.said.map(({ text }) => text) ?? [])]),
  )
  const room = (innerWidth(page) - NAME - (register.sign ? SIGN : 0)) / weights.reduce((sum, weight) => sum + weight, 0)
  const columns: Column[] = [
    { title: register.kind, width: NAME, names: true },
    ...shown.map(({ title }, at) => ({ title, width: room * (weights[at] ?? 0) })),
    ...(register.sign ? [{ title: words.signHere, width: SIGN }] : []),
  ]
  const cells = register.rows.map((row) => {
    const counted: Part = {
      text: fill(words.settled, { n: row.filled, of: row.needed }),
      style: STYLES.cellMuted,
      bar: { share: row.needed === 0 ? 0 : row.filled / row.needed, track: 1 },
      frame: true,
    }
    const name: Part[] = [{ text: row.text, style: STYLES.cellStrong }, ...(row.needed >= COUNTED ? [counted] : [])]
    const said = shown.map(({ at }) => partsOf(sheet, row.cells[at]))
    return [name, ...said, ...(register.sign ? [[]] : [])].map((parts, at) => cellOf(sheet, parts, columns[at]?.width ?? 0, register.title))
  })
  const least = register.sign ? SIGN_HEIGHT : 0
  section(sheet, `register-${register.id}`, register.title, startHeight(sheet, columns, cells, least))
  drawTable(sheet, columns, cells, least)
}

function weightOf(texts: readonly string[]): number {
  return Math.min(LETTERS.most, Math.max(LETTERS.least, ...texts.map((text) => text.length)))
}

function partsOf(sheet: Sheet, cell: RegisterCell | undefined): Part[] {
  const { words } = sheet
  if (cell?.missing) return [{ text: words.isMissing, style: STYLES.cellWarn, mark: 'warn', frame: true }]
  const said = cell?.said ?? []
  if (said.length === 0) return [{ text: '–', style: STYLES.cellMuted }]
  if (said.length <= NAMED) {
    const several = said.length > 1
    return said.map(({ number, text }): Part => {
      const full = number === null ? text : `${number}${NBSP}${NBSP}${shortText(text, 60)}`
      return several && number === null ? { text: full, mark: 'dot' } : { text: full }
    })
  }
  const numbers = said.flatMap(({ number }) => number ?? [])
  const others = said.filter(({ number }) => number === null).map(({ text }) => text)
  return [{ text: [...(numbers.length > 0 ? [`${words.columns.number} ${numbers.join(', ')}`] : []), ...others].join(' · ') }]
}
