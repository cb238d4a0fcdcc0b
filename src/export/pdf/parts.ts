import type { PlanPart } from '../plan-look.ts'
import { drawAnswers } from './answers.ts'
import { drawCases } from './cases.ts'
import { drawAnnex, drawOpenPoints, drawParking, drawPeople, drawResponsibilities } from './closing.ts'
import { drawLoad } from './load-table.ts'
import { drawLoci } from './loci.ts'
import { LANDSCAPE, PORTRAIT, type Page } from './look.ts'
import { drawMatrix } from './matrix-table.ts'
import { drawRegisters } from './registers.ts'
import { drawReview } from './review.ts'
import { addPage, type Sheet } from './sheet.ts'
import { drawSignatures, signaturesHeight } from './signatures.ts'
import { drawWork } from './work-table.ts'

interface Step {
  readonly page: Page
  /** `next` is the part behind it. */
  readonly draw: (sheet: Sheet, next: PlanPart | undefined) => void
  /** False when there is nothing to print. */
  readonly has: (sheet: Sheet) => boolean
}

const always = (): boolean => true

const STEPS: Readonly<Record<PlanPart, Step>> = {
  work: { page: LANDSCAPE, draw: drawWork, has: always },
  matrix: { page: LANDSCAPE, draw: drawMatrix, has: ({ plan }) => plan.matrix.roles.length > 0 },
  responsibilities: { page: LANDSCAPE, draw: drawResponsibilities, has: ({ plan }) => plan.responsibilities.length > 0 },
  load: { page: LANDSCAPE, draw: drawLoad, has: ({ plan }) => plan.matrix.roles.some((role) => role.hours > 0 || role.capacity !== null) },
  registers: { page: LANDSCAPE, draw: drawRegisters, has: ({ plan }) => plan.registers.length > 0 },
  answers: { page: PORTRAIT, draw: drawAnswers, has: always },
  cases: { page: PORTRAIT, draw: drawCases, has: ({ plan }) => plan.cases.some((entry) => entry.stations.length > 0) },
  loci: { page: PORTRAIT, draw: drawLoci, has: ({ plan }) => plan.loci.length > 0 },
  open: { page: PORTRAIT, draw: drawOpenPoints, has: always },
  parking: { page: PORTRAIT, draw: drawParking, has: ({ plan }) => plan.parking.length > 0 },
  review: { page: PORTRAIT, draw: drawReview, has: ({ plan }) => plan.review !== null },
  people: {
    page: PORTRAIT,
    draw: (sheet, next) => drawPeople(sheet, next === 'signatures' ? signaturesHeight(sheet) : 0),
    has: ({ plan }) => plan.people.length > 0,
  },
  signatures: { page: PORTRAIT, draw: drawSignatures, has: always },
  annex: { page: PORTRAIT, draw: drawAnnex, has: ({ cut, press }) => cut.length > 0 || press.missing.size > 0 },
}

/** Draws the parts behind the first page; a new page begins where the paper turns. */
export function drawParts(sheet: Sheet, parts: readonly PlanPart[], onShare: (share: number) => void): void {
  let page: Page | null = null
  for (const [at, part] of parts.entries()) {
    const step = STEPS[part]
    onShare(at / parts.length)
    if (!step.has(sheet)) continue
    if (page !== step.page) addPage(sheet, step.page)
    page = step.page
    step.draw(sheet, parts[at + 1])
  }
}
