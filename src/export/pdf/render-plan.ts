import type { Plan } from '../../insight/plan.ts'
import { PLAN_PARTS, type PlanLook } from '../plan-look.ts'
import { WORDS } from '../words.ts'
import { accentOf } from './accent.ts'
import { describe, finish, LANGUAGE_TAG } from './file.ts'
import { drawFurniture } from './furniture.ts'
import { readLogo } from './logo.ts'
import { drawPageOne } from './page-one.ts'
import { drawParts } from './parts.ts'
import { openPress, type PlanFonts } from './press.ts'
import { openSheet } from './sheet.ts'
import { rest } from './tags.ts'

export type { PlanFonts }

/** What drawing takes of the whole work; the rest is writing the file. */
const DRAWING = 0.7

/** Prints a plan as a tagged PDF 1.7 on A4; throws when a font is not TrueType. The same plan gives the same bytes. Tells now and then how much is done, from 0 to 1. */
export function renderPlan(plan: Plan, fonts: PlanFonts, look: PlanLook = {}, onShare?: (share: number) => void): ArrayBuffer {
  const press = openPress(fonts, accentOf(look.color))
  const { title, organisation, workshop, date, status } = plan
  const keywords = [title, workshop, organisation, WORDS[plan.language].status[status]].join(', ')
  describe(press, { title, organisation, workshop, date, keywords, language: plan.contentLanguage })
  const sheet = openSheet(press, plan, WORDS[plan.language])
  press.doc.outline.add(null, plan.title, { pageNumber: 1 })
  drawPageOne(sheet, readLogo(look.logo))
  const wanted = new Set(look.parts ?? PLAN_PARTS)
  drawParts(
    sheet,
    PLAN_PARTS.filter((part) => wanted.has(part)),
    (share) => onShare?.(share * DRAWING),
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
