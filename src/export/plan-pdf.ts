import type { Paper } from '../insight/papers.ts'
import type { PlanOptions } from '../insight/plan.ts'
import type { Board } from '../model/board.ts'
import type { Language } from '../model/text.ts'
import type { PlanAsk, PlanReply } from './pdf/plan-worker.ts'
import type { PlanLook } from './plan-look.ts'

interface Making {
  readonly signal: AbortSignal
  /** Told how much is done, from 0 to 1. */
  readonly onShare: (share: number) => void
}

interface Made {
  readonly pdf: Blob
  readonly title: string
}

/** Derives a board's plan and prints it beside the page, so that the board never halts; rejects with the signal's reason or with what went wrong. */
export function makePlanPdf(board: Board, options: PlanOptions, look: PlanLook, making: Making): Promise<Made> {
  return makePdf({ board, options, look }, making)
}

/** The same for a paper, with the company's logo and colour. */
export async function makePaperPdf(paper: Paper, signal?: AbortSignal, look: PlanLook = {}): Promise<Blob> {
  return (await makePdf({ paper, look }, signal ? { signal } : {})).pdf
}

function makePdf(ask: PlanAsk, { signal, onShare }: Partial<Making> = {}): Promise<Made> {
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
      if ('share' in data) {
        onShare?.(data.share)
        return
      }
      finish()
      if ('pdf' in data) resolve({ pdf: new Blob([data.pdf], { type: 'application/pdf' }), title: data.title })
      else reject(new Error('fault' in data ? data.fault : 'no plan'))
    })
    worker.addEventListener('error', (event) => {
      finish()
      reject(new Error(event.message || 'the worker could not be loaded'))
    })
    worker.postMessage(ask, { transfer: [] })
  })
}

/** Fetches what printing needs while the network is there: the browser keeps it, and a plan can be made offline. */
export function preparePlanPdf(language: Language): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf/plan-worker.ts', import.meta.url), { type: 'module' })
    const finish = (): void => {
      worker.terminate()
      resolve()
    }
    worker.addEventListener('message', finish)
    worker.addEventListener('error', finish)
    worker.postMessage({ prepare: language } satisfies PlanAsk, { transfer: [] })
  })
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new DOMException('aborted', 'AbortError')
}
