import type { PlanLocus } from '../../insight/plan-loci.ts'
import { shortText } from '../../insight/wording.ts'
import { NBSP } from './clean.ts'
import { drawBullets, drawTwoColumns } from './answers.ts'
import { STYLES } from './look.ts'
import { lineHeight } from './press.ts'
import { ensureRoom, heading, paragraph, section, type Sheet } from './sheet.ts'

/** More stand by their number only: their texts are in the table of measures and tasks. */
const NAMED = 24

/** What is done centrally, what locally, and what nobody has decided. */
export function drawLoci(sheet: Sheet): void {
  const { words, plan } = sheet
  if (plan.loci.length === 0) return
  section(sheet, 'loci', words.columns.locus, 24)
  plan.loci.forEach((locus, at) => {
    if (at > 0) sheet.y += 3
    drawLocus(sheet, locus)
  })
}

function drawLocus(sheet: Sheet, { label, rows }: PlanLocus): void {
  const { words } = sheet
  ensureRoom(sheet, lineHeight(STYLES.subsection) + 3 * lineHeight(STYLES.cellMuted))
  heading(sheet, 'H3', `${label ?? words.undecided} (${rows.length})`, STYLES.subsection)
  sheet.y += 0.8
  if (rows.length > NAMED) {
    paragraph(sheet, `${words.columns.number} ${rows.map((row) => row.number).join(', ')}`, STYLES.cellMuted)
    return
  }
  const texts = rows.map((row) => `${row.number}${NBSP}${NBSP}${shortText(row.text, 60)}`)
  if (!drawTwoColumns(sheet, texts, 0)) drawBullets(sheet, texts, 0)
}
