import { ROLES } from '../../model/board.ts'
import type { Decision } from '../../insight/plan-decisions.ts'
import type { OpenPoints, PlanResponsibility } from '../../insight/plan.ts'
import { shortText } from '../../insight/wording.ts'
import { fill } from '../../model/text.ts'
import { codeName, NBSP } from './clean.ts'
import { drawBullets } from './answers.ts'
import { joinItems } from './items.ts'
import { innerWidth, STYLES } from './look.ts'
import { lineHeight, linesOf } from './press.ts'
import { DECISIONS_ON_PAGE_ONE, decisionTerms, decisionText } from './page-one-decisions.ts'
import { ensureRoom, heading, paragraph, section, writeLines, type Sheet } from './sheet.ts'
import { cellOf, drawTable, startHeight, textWidth, type Column, type Part } from './table.ts'

/** A level's heading and a row of a few lines. */
const OPEN_START = 24
const NAMED = 6
const MEND = 44
const TERMS = 60

/** Who answers for what: holder, and the rows it covers. */
export function drawResponsibilities(sheet: Sheet): void {
  const { words, plan } = sheet
  if (plan.responsibilities.length === 0) return
  const columns = [
    { title: words.responsibility, width: 70, names: true },
    { title: words.holder, width: 50 },
    { title: words.covers, width: innerWidth(sheet.page) - 120 },
  ]
  const cells = plan.responsibilities.map((entry) => {
    const parts = [
      [{ text: entry.text, style: STYLES.cellStrong }],
      holderParts(sheet, entry),
      coverParts(sheet, entry, columns[2]?.width ?? 0),
    ]
    return parts.map((part, at) => cellOf(sheet, part, columns[at]?.width ?? 0, words.responsibilities))
  })
  section(sheet, 'responsibilities', words.responsibilities, startHeight(sheet, columns, cells))
  drawTable(sheet, columns, cells)
}

/** What the rules found, by level, then the decisions that page 1 had no room for. */
export function drawOpenPoints(sheet: Sheet): void {
  const { words, plan } = sheet
  section(sheet, 'open', words.openPoints, OPEN_START)
  if (plan.openPoints.length === 0) paragraph(sheet, words.noOpenPoints, STYLES.body)
  plan.openPoints.forEach((group, at) => {
    if (at > 0) sheet.y += 5
    drawOpenGroup(sheet, group)
  })
  const further = plan.decisions.slice(DECISIONS_ON_PAGE_ONE)
  if (further.length > 0) drawFurtherDecisions(sheet, further)
  if (plan.decided.length > 0) drawDecided(sheet)
}

function drawDecided(sheet: Sheet): void {
  const { words, plan } = sheet
  const columns: Column[] = [
    { title: words.decision, width: innerWidth(sheet.page) - MEND, names: true },
    { title: words.decidedAs, width: MEND },
  ]
  const cells = plan.decided.map(({ text, decision }) =>
    [[{ text, style: STYLES.cellStrong }], [{ text: decision }]].map((part, at) =>
      cellOf(sheet, part, columns[at]?.width ?? 0, words.decided),
    ),
  )
  section(sheet, 'decided', words.decided, startHeight(sheet, columns, cells))
  drawTable(sheet, columns, cells)
}

function drawFurtherDecisions(sheet: Sheet, further: readonly Decision[]): void {
  const { words } = sheet
  const columns = [
    { title: words.decision, width: innerWidth(sheet.page) - TERMS, names: true },
    { title: words.terms, width: TERMS },
  ]
  const cells = further.map((decision) => {
    const proposal =
      decision.recommendation === null ? [] : [{ text: fill(words.proposal, { text: decision.recommendation }), style: STYLES.cellMuted }]
    const question = { text: decisionText(sheet, decision), style: STYLES.cellStrong }
    const parts = [[question, ...proposal], [{ text: decisionTerms(sheet, decision) }]]
    return parts.map((part, at) => cellOf(sheet, part, columns[at]?.width ?? 0, words.furtherDecisions))
  })
  section(sheet, 'decisions', words.furtherDecisions, startHeight(sheet, columns, cells))
  drawTable(sheet, columns, cells)
}

export function drawParking(sheet: Sheet): void {
  section(sheet, 'parking', sheet.words.parking, 2 * lineHeight(STYLES.small))
  drawBullets(sheet, sheet.plan.parking, 0)
}

/** Who took part; `next` is what should stand below on the same page. */
export function drawPeople(sheet: Sheet, next: number): void {
  const { words, plan } = sheet
  section(sheet, 'people', words.people, 2 * lineHeight(STYLES.small) + next)
  for (const role of ROLES) {
    const names = plan.people.filter((person) => person.role === role).map((person) => person.name.replaceAll(' ', NBSP))
    if (names.length > 0) paragraph(sheet, `${words.roles[role]}: ${names.join(' · ')}`, STYLES.small)
  }
}

/** What was cut on page 1 or in a table, and the characters that no font had. */
export function drawAnnex(sheet: Sheet): void {
  const { words, press } = sheet
  if (sheet.cut.length > 0) {
    section(sheet, 'full', words.fullTexts, 20)
    for (const { title, text } of sheet.cut) {
      ensureRoom(sheet, 3 * lineHeight(STYLES.cell))
      heading(sheet, 'H3', title, STYLES.label)
      writeLines(sheet, linesOf(press, text, STYLES.cell, innerWidth(sheet.page)), STYLES.cell)
      sheet.y += 3
    }
  }
  if (press.missing.size > 0) {
    section(sheet, 'glyphs', words.missingGlyphs, 12)
    const list = [...press.missing].map(codeName).toSorted().join(', ')
    paragraph(sheet, fill(words.missingGlyphsNote, { list }), STYLES.small)
  }
}

function drawOpenGroup(sheet: Sheet, group: OpenPoints): void {
  const { words } = sheet
  const columns = [
    { title: words.openPoint, width: innerWidth(sheet.page) - MEND, names: true },
    { title: words.mend, width: MEND },
  ]
  const cells = group.points.map((point) => {
    const text: Part = group.level === 'high' ? { text: point.text, mark: 'warn' } : { text: point.text }
    const parts = [text, { text: point.mend, style: STYLES.small }]
    return parts.map((part, at) => cellOf(sheet, [part], columns[at]?.width ?? 0, words.openPoints))
  })
  ensureRoom(sheet, lineHeight(STYLES.subsection) + 1 + startHeight(sheet, columns, cells))
  heading(sheet, 'H3', words.levels[group.level], STYLES.subsection)
  sheet.y += 1
  drawTable(sheet, columns, cells)
}

function holderParts(sheet: Sheet, entry: PlanResponsibility): Part[] {
  const { missing } = sheet.words
  const names = entry.holders.map((text) => ({ text }))
  if (names.length === 0) return [{ text: missing.owners, style: STYLES.cellWarn, mark: 'warn', frame: true }]
  return entry.contested ? [{ text: missing.contested, style: STYLES.cellWarn, mark: 'warn', frame: true }, ...names] : names
}

// The first rows by name, the others by number: nothing is lost and no row grows beyond a page.
function coverParts(sheet: Sheet, entry: PlanResponsibility, width: number): Part[] {
  const rows = entry.covers.toSorted((a, b) => a.number - b.number)
  if (rows.length === 0) return [{ text: '–', style: STYLES.cellMuted }]
  const named = rows.length > NAMED ? rows.slice(0, NAMED - 1) : rows
  const others = rows.slice(named.length).map((row) => row.number)
  const texts = named.map((row) => `${row.number}${NBSP}${NBSP}${shortText(row.text, 60)}`)
  const list = others.length === 0 ? [] : [fill(sheet.words.andNumbers, { list: others.join(', ') })]
  return joinItems(sheet.press, [...texts, ...list], STYLES.cell, textWidth(width)).map((text) => ({ text }))
}
