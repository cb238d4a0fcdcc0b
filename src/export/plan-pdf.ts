import type { Plan } from '../insight/plan.ts'
import type { PlanReply } from './pdf/plan-worker.ts'

/** Prints a plan as a PDF beside the page, so that the board never halts; rejects with the signal's reason or with what went wrong. */
export function makePlanPdf(plan: Plan, signal?: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(reasonOf(signal))
      return
    }
    const worker = new Worker(new URL('./pdf/plan-worker.ts', import.meta.url), { type: 'module' })
    const finish = (): void => {
      worker.terminate()
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = (): void => {
      finish()
      reject(reasonOf(signal))
    }
    signal?.addEventListener('abort', onAbort)
    worker.addEventListener('message', ({ data }: MessageEvent<PlanReply>) => {
      finish()
      if ('pdf' in data) resolve(new Blob([data.pdf], { type: 'application/pdf' }))
      else reject(new Error(data.fault))
    })
    worker.addEventListener('error', (event) => {
      finish()
      reject(new Error(event.message || 'the worker could not be loaded'))
    })
    worker.postMessage(plan, { transfer: [] })
  })
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new DOMException('aborted', 'AbortError')
}
