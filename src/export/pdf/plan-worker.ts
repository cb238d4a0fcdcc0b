import regular from '@fonts/regular.ttf?url'
import semibold from '@fonts/semibold.ttf?url'
import type { Paper } from '../../insight/papers.ts'
import type { Plan } from '../../insight/plan.ts'
import type { Language } from '../../model/text.ts'
import type { PlanLook } from '../plan-look.ts'
import { loadHyphenation } from './hyphenation.ts'
import { renderPaper } from './papers.ts'
import { renderPlan } from './render-plan.ts'

/** A plan or a paper to print, or the wish to have everything at hand that printing needs. */
export type PlanAsk =
  | { readonly plan: Plan; readonly look: PlanLook }
  | { readonly paper: Paper; readonly look: PlanLook }
  | { readonly prepare: Language }
export type PlanReply = { readonly pdf: ArrayBuffer } | { readonly fault: string } | { readonly ready: true }

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${new URL(url, location.href).pathname}`)
  return response.arrayBuffer()
}

async function answer(ask: PlanAsk): Promise<void> {
  const language = 'prepare' in ask ? ask.prepare : ('paper' in ask ? ask.paper : ask.plan).contentLanguage
  const [regularFont, semiboldFont, hyphenate] = await Promise.all([load(regular), load(semibold), loadHyphenation(language)])
  if ('prepare' in ask) {
    postMessage({ ready: true } satisfies PlanReply)
    return
  }
  const fonts = { regular: regularFont, semibold: semiboldFont, hyphenate }
  const pdf = 'paper' in ask ? renderPaper(ask.paper, fonts, ask.look) : renderPlan(ask.plan, fonts, ask.look)
  postMessage({ pdf } satisfies PlanReply, { transfer: [pdf] })
}

addEventListener('message', (event: MessageEvent<PlanAsk>) => {
  answer(event.data).catch((error: unknown) => {
    postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies PlanReply)
  })
})
