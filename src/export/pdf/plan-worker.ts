import regular from '@fonts/regular.ttf?url'
import semibold from '@fonts/semibold.ttf?url'
import type { Plan } from '../../insight/plan.ts'
import { loadHyphenation } from './hyphenation.ts'
import { renderPlan } from './render-plan.ts'

export type PlanReply = { readonly pdf: ArrayBuffer } | { readonly fault: string }

async function load(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${new URL(url, location.href).pathname}`)
  return response.arrayBuffer()
}

async function answer(plan: Plan): Promise<void> {
  const [regularFont, semiboldFont, hyphenate] = await Promise.all([load(regular), load(semibold), loadHyphenation(plan.language)])
  const pdf = renderPlan(plan, { regular: regularFont, semibold: semiboldFont, hyphenate })
  postMessage({ pdf } satisfies PlanReply, { transfer: [pdf] })
}

addEventListener('message', (event: MessageEvent<Plan>) => {
  answer(event.data).catch((error: unknown) => {
    postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies PlanReply)
  })
})
