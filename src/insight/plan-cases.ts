import type { Board } from '../model/board.ts'
import { rehearse } from './chain.ts'
import type { Graph } from './graph.ts'
import type { Said } from './read-chains.ts'
import { detailsOf } from './values.ts'

/** One case as it was rehearsed. */
export interface PlanCase {
  readonly text: string
  readonly details: readonly { readonly label: string; readonly text: string }[]
  readonly result: { readonly solved: string; readonly end: string }
  readonly breaks: boolean
  readonly stations: readonly {
    readonly name: string
    readonly text: string
    /** The last one is whether the next station learns of it. */
    readonly marks: readonly { readonly short: string; readonly said: Said | 'none' }[]
    readonly breaksHere: boolean
    readonly missing: readonly string[]
  }[]
}

/** How far each case carries, and where it breaks. Source: the example of the text, N-01. */
export function planCases(board: Board, graph: Graph): PlanCase[] {
  const form = board.template.chain
  if (!form) return []
  const told = { given: 'good', missing: 'bad', none: 'none' } as const
  return rehearse(board, graph).map((rehearsal) => {
    const card = graph.cards.get(rehearsal.card)
    return {
      text: rehearsal.text,
      details: card ? detailsOf(board.template, card, board.language, []) : [],
      result: rehearsal.result,
      breaks: rehearsal.breaksAt !== null,
      stations: rehearsal.stations.map((station) => ({
        name: station.name,
        text: station.text,
        marks: [...station.marks, { short: form.handover.short[board.language], said: told[station.handover] }],
        breaksHere: station.card === rehearsal.breaksAt,
        missing: station.missing.map((missing) => missing.text),
      })),
    }
  })
}
