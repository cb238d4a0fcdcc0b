import regular from '@fonts/regular.ttf?url'
import semibold from '@fonts/semibold.ttf?url'
import type { Paper } from '../../insight/papers.ts'
import { derivePlan, type PlanOptions } from '../../insight/plan.ts'
import type { Board } from '../../model/board.ts'
import type { Language } from '../../model/text.ts'
import type { PlanLook } from '../plan-look.ts'
import { loadHyphenation } from './hyphenation.ts'
import { renderPaper } from './papers.ts'
import { renderPlan } from './render-plan.ts'

/** A board whose plan is printed, or a paper, or the wish to have everything at hand that printing needs. */
export type PlanAsk =
  | { readonly board: Board; readonly options: PlanOptions; readonly look: PlanLook }
  | { readonly paper: Paper; readonly look: PlanLook }
  | { readonly prepare: Language }
export type PlanReply =
  | { readonly pdf: ArrayBuffer; readonly title: string }
  /** How much is done, from 0 to 1. */
  | { readonly share: number }
  | { readonly fault: string }
  | { readonly ready: true }

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${new URL(url, location.href).pathname}`)
  return response.arrayBuffer()
}

async function answer(ask: PlanAsk): Promise<void> {
  const language = 'prepare' in ask ? ask.prepare : 'paper' in ask ? ask.paper.contentLanguage : ask.board.language
  const [regularFont, semiboldFont, hyphenate] = await Promise.all([load(regular), load(semibold), loadHyphenation(language)])
  if ('prepare' in ask) {
    postMessage({ ready: true } satisfies PlanReply)
    return
  }
  const fonts = { regular: regularFont, semibold: semiboldFont, hyphenate }
  if ('paper' in ask) {
    send(renderPaper(ask.paper, fonts, ask.look), ask.paper.title)
    return
  }
  const plan = derivePlan(ask.board, ask.options)
  const pdf = renderPlan(plan, fonts, ask.look, (share) => postMessage({ share } satisfies PlanReply))
  send(pdf, plan.title)
}

function send(pdf: ArrayBuffer, title: string): void {
  postMessage({ pdf, title } satisfies PlanReply, { transfer: [pdf] })
}

addEventListener('message', (event: MessageEvent<PlanAsk>) => {
  answer(event.data).catch((error: unknown) => {
    postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies PlanReply)
  })
})
