import type { PlanLocus } from '../../insight/plan-loci.ts'
import { shortText } from '../../insight/wording.ts'
import { NBSP } from './clean.ts'
import { drawBullets, drawTwoColumns, fitsTwoColumns } from './answers.ts'
import { STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { ensureRoom, heading, paragraph, section, type Sheet } from './sheet.ts'

/** More stand by their number only: their texts are in the table of measures and tasks. */
const NAMED = 24
const LONGEST = 100

/** What is done centrally, what locally, and what nobody has decided. */
export function drawLoci(sheet: Sheet): void {
  const { words, plan } = sheet
  if (plan.loci.length === 0) return
  section(sheet, 'loci', words.columns.locus, 24)
  const lists = plan.loci.map(({ rows }) => rows.map((row) => `${row.number}${NBSP}${NBSP}${shortText(row.text, LONGEST)}`))
  const paired = lists.every((texts) => fitsTwoColumns(sheet, texts, 0))
  plan.loci.forEach((locus, at) => {
    if (at > 0) sheet.y += 3
    drawLocus(sheet, locus, lists[at] ?? [], paired)
  })
}

function drawLocus(sheet: Sheet, { label, rows }: PlanLocus, texts: readonly string[], paired: boolean): void {
  const { words } = sheet
  ensureRoom(sheet, lineHeight(STYLES.subsection) + 3 * lineHeight(STYLES.cellMuted))
  heading(sheet, 'H3', `${label ?? words.undecided} (${rows.length})`, STYLES.subsection)
  sheet.y += 0.8
  if (rows.length > NAMED) {
    paragraph(sheet, `${words.columns.number} ${rows.map((row) => row.number).join(', ')}`, STYLES.cellMuted)
    return
  }
  if (!paired || !drawTwoColumns(sheet, texts, 0)) drawBullets(sheet, texts, 0)
}
