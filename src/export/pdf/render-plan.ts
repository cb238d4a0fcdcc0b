import type { Plan } from '../../insight/plan.ts'
import { PLAN_PARTS, type PlanLook } from '../plan-look.ts'
import { WORDS } from '../words.ts'
import { accentOf } from './accent.ts'
import { drawFurniture } from './furniture.ts'
import { readLogo } from './logo.ts'
import { drawPageOne } from './page-one.ts'
import { drawParts } from './parts.ts'
import { withPackedTable } from './pack.ts'
import { openPress, type PlanFonts, type Press } from './press.ts'
import { openSheet } from './sheet.ts'
import { rest } from './tags.ts'
import { writeTags } from './tags-write.ts'

const LANGUAGE_TAG = { de: 'de-DE', en: 'en-GB' } as const

export type { PlanFonts }

/** Prints a plan as a tagged PDF 1.7 on A4; throws when a font is not TrueType. The same plan gives the same bytes. */
export function renderPlan(plan: Plan, fonts: PlanFonts, look: PlanLook = {}): ArrayBuffer {
  const press = openPress(fonts, accentOf(look.color))
  describe(press, plan)
  const sheet = openSheet(press, plan, WORDS[plan.language])
  press.doc.outline.add(null, plan.title, { pageNumber: 1 })
  drawPageOne(sheet, readLogo(look.logo))
  const wanted = new Set(look.parts ?? PLAN_PARTS)
  drawParts(
    sheet,
    PLAN_PARTS.filter((part) => wanted.has(part)),
  )
  for (const { page, draw } of sheet.later) {
    rest(press.tags)
    press.doc.setPage(page)
    draw()
  }
  rest(press.tags)
  drawFurniture(sheet)
  return finish(press, plan.language === plan.contentLanguage ? null : LANGUAGE_TAG[plan.language])
}

/** The bytes of a drawn document with its structure; `frame` is the language of the plan's own words, when the board's is another. */
export function finish(press: Press, frame: string | null): ArrayBuffer {
  const packed = writeTags(press.tags, frame)
  const pdf = press.doc.output()
  return bytesOf(withPackedTable(pdf, packed()))
}

function describe(press: Press, plan: Plan): void {
  const { doc } = press
  const title = [plan.title, plan.organisation].filter((part) => part !== '').join(' – ')
  doc.setDocumentProperties({
    title,
    subject: plan.workshop,
    author: plan.organisation,
    keywords: [plan.title, plan.workshop, plan.organisation, WORDS[plan.language].status[plan.status]].join(', '),
    creator: 'Auftakt',
  })
  doc.setLanguage(LANGUAGE_TAG[plan.contentLanguage])
  doc.viewerPreferences({ DisplayDocTitle: true })
  doc.setCreationDate(new Date(`${plan.date}T00:00:00Z`))
  doc.setFileId('0'.repeat(32))
}

// jsPDF writes 1.3 into the header and offers no public way to say what the file is.
function bytesOf(pdf: string): ArrayBuffer {
  const bytes = new Uint8Array(pdf.length)
  for (let at = 0; at < pdf.length; at++) bytes[at] = pdf.charCodeAt(at)
  bytes.set(new TextEncoder().encode('%PDF-1.7'))
  return bytes.buffer
}
