import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { loadHyphenation } from '../../src/export/pdf/hyphenation.ts'
import { renderPlan, type PlanFonts } from '../../src/export/pdf/render-plan.ts'
import type { PlanLook } from '../../src/export/plan-look.ts'
import { derivePlan, type Plan } from '../../src/insight/plan.ts'
import { sampleBoard, sampleSchema } from '../../src/model/sample.ts'
import type { Language } from '../../src/model/text.ts'
import { kickoff } from '../insight/boards.ts'

const folder = mkdtempSync(join(tmpdir(), 'auftakt-plan-'))
let count = 0
afterAll(() => rmSync(folder, { recursive: true }))

export function samplePlan(language: Language): Plan {
  const sample = sampleSchema.parse(JSON.parse(readFileSync('templates/kickoff.sample.json', 'utf8')))
  return derivePlan(sampleBoard(kickoff, sample, language), { date: '2026-11-23', people: true })
}

/** Prints a plan into a file and returns its path. */
export async function print(plan: Plan, look: PlanLook = {}): Promise<string> {
  const file = join(folder, `plan-${(count += 1)}.pdf`)
  writeFileSync(file, new Uint8Array(await printBytes(plan, look)))
  return file
}

export async function printBytes(plan: Plan, look: PlanLook = {}): Promise<ArrayBuffer> {
  return renderPlan(plan, await planFonts(plan.contentLanguage), look)
}

export async function planFonts(language: Language): Promise<PlanFonts> {
  const font = (name: string): ArrayBuffer => Uint8Array.from(readFileSync(`dist/fonts/${name}.ttf`)).buffer
  return { regular: font('regular'), semibold: font('semibold'), hyphenate: await loadHyphenation(language) }
}

/** Runs a tool of poppler or qpdf and returns what it printed; throws when it fails. */
export function tool(command: string, ...args: string[]): string {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (result.status !== 0) throw new Error(`${command}: ${result.stderr}${result.stdout}`)
  return result.stdout
}
