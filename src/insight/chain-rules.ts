import type { Board } from '../model/board.ts'
import type { RuleOf } from '../model/template-rules.ts'
import type { ChainForm } from '../model/template-views.ts'
import type { Finding } from './gap.ts'
import type { Graph } from './graph.ts'
import { readChains, sharesKey, type ReadChain, type ReadStation } from './read-chains.ts'

type ChainRule = RuleOf<'chain'>

/** What a rule finds in the chains of a board. Sources: R14, R21, R24. */
export function findInChains(board: Board, graph: Graph, rule: ChainRule): Finding[] {
  const form = board.template.chain
  if (!form) return []
  return readChains(board, graph).flatMap((chain) => {
    if (rule.find === 'break') return breakOf(form, rule, chain) ?? []
    return chain.stations.flatMap((station, at) => {
      const next = chain.stations[at + 1]
      if (!next) return []
      return (rule.find === 'handover' ? deadEnd(form, rule, station, next) : strangers(graph, form, rule, station, next)) ?? []
    })
  })
}

/** The first station that says "no" or "unclear": "weiß, was er zu tun hat", "Zugriff auf die relevanten … Informationen", "die Befugnis". */
function breakOf(form: ChainForm, rule: ChainRule, chain: ReadChain): Finding | null {
  for (const station of chain.stations) {
    const at = station.said.findIndex((said) => said === 'bad' || said === 'open')
    const ask = form.asks[at]
    if (!ask) continue
    const { id } = station.card
    return {
      rule,
      subject: chain.card.id,
      cards: [chain.card.id, id],
      station: id,
      reason: ask.reason,
      mendAt: { what: 'fill', card: id, field: ask.field },
    }
  }
  return null
}

/** A station from which the next one does not learn of it: the problem-solving chain has a dead end. */
function deadEnd(form: ChainForm, rule: ChainRule, station: ReadStation, next: ReadStation): Finding | null {
  if (station.handover !== 'missing') return null
  const [card, after] = [station.card.id, next.card.id]
  return {
    rule,
    subject: card,
    cards: [card, after],
    station: card,
    next: after,
    mendAt: { what: 'fill', card, field: form.handover.field },
  }
}

/** Two stations that cannot tell that it is the same person: "Wie können die einzelnen Kontakte zusammengeführt werden?" */
function strangers(graph: Graph, form: ChainForm, rule: ChainRule, station: ReadStation, next: ReadStation): Finding | null {
  if (form.at === undefined || form.key === undefined || sharesKey(graph, form, station.card, next.card) !== false) return null
  const place = graph.targets.get(form.at)?.get(station.card.id)?.[0]
  if (place === undefined) return null
  const [card, after] = [station.card.id, next.card.id]
  return { rule, subject: card, cards: [card, after], station: card, next: after, mendAt: { what: 'fill', card: place, field: form.key } }
}
