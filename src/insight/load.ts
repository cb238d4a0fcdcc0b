import type { CardId, FieldId } from '../model/ids.ts'
import { readStep, type PathStep } from '../model/template-ids.ts'
import { walk, type Graph } from './graph.ts'

/** Hours that a card takes on over one step of links; what several take on together counts in equal parts. Source: R12, "die Ressourcen dafür". */
export function loadOf(graph: Graph, card: CardId, step: PathStep, hours: FieldId): number {
  const { relation, end } = readStep(step)
  const back = end === 'targets' ? graph.sources : graph.targets
  let sum = 0
  for (const id of walk(graph, [card], [step])) {
    const value = graph.parked.has(id) ? undefined : graph.cards.get(id)?.fields[hours]
    const sharing = back.get(relation)?.get(id)?.length ?? 1
    if (typeof value === 'number') sum += value / sharing
  }
  return Math.round(sum * 100) / 100
}
