import type { Card } from '../model/card.ts'
import type { CardId, FieldId } from '../model/ids.ts'
import { readStep, type Path } from '../model/template-ids.ts'
import type { RuleOf } from '../model/template-rules.ts'
import type { Field } from '../model/template.ts'
import { allHold, fieldHolds, hasValue } from './condition.ts'
import type { Finding, MendAt } from './gap.ts'
import { activeCards, walk, type Graph } from './graph.ts'
import { loadOf } from './load.ts'

export type CardRule = RuleOf<'linked' | 'filled' | 'covered' | 'load'>

export interface Sight {
  readonly graph: Graph
  readonly field: (card: Card, field: FieldId) => Field | undefined
}

/** What one rule finds on one card. Sources: R01-R13, R15-R20, R22, R23, R25, R27-R30. */
export function findOnCard(sight: Sight, rule: CardRule, card: Card): Finding | null {
  switch (rule.type) {
    case 'linked':
      return linked(sight, rule, card)
    case 'filled':
      return filled(sight, rule, card)
    case 'covered':
      return covered(sight, rule, card)
    case 'load':
      return overload(sight, rule, card)
  }
}

/** Too few or too many cards at the end of a path: "Wer übernimmt diese Aufgaben?", "Wer trägt wofür die Verantwortung?" */
function linked({ graph }: Sight, rule: RuleOf<'linked'>, card: Card): Finding | null {
  const ends = endsOf(graph, card.id, [rule.path, ...(rule.or ?? [])])
  const tooMany = rule.max !== undefined && ends.length > rule.max
  if (ends.length >= rule.min && !tooMany) return null
  const base = { rule, subject: card.id, cards: [card.id, ...ends], mendAt: openStep(graph, card.id, rule.path, tooMany) }
  return tooMany ? { ...base, linked: ends, contradiction: true } : base
}

/** A field that the card's kind has and that is asked for is empty, or says what does not count. */
function filled({ field }: Sight, rule: RuleOf<'filled'>, card: Card): Finding | null {
  const fields = rule.fields.filter((id) => {
    const declared = field(card, id)
    if (!declared || (declared.when && !fieldHolds(card, declared.when))) return false
    return !hasValue(card.fields[id], rule.accept)
  })
  const [first] = fields
  if (first === undefined) return null
  return { rule, subject: card.id, cards: [card.id], fields, mendAt: { what: 'fill', card: card.id, field: first } }
}

/** Somebody whom it concerns is not among those who are linked: "von allen Mitarbeiterinnen und Mitarbeitern eingehalten". */
function covered({ graph }: Sight, rule: RuleOf<'covered'>, card: Card): Finding | null {
  const there = new Set(walk(graph, [card.id], rule.path))
  const { of = [], when } = rule.everyone ?? {}
  const everyone = activeCards(graph, of).filter((each) => allHold(graph, each, when))
  const asked = new Set([...endsOf(graph, card.id, rule.scope ?? []), ...everyone.map((each) => each.id)])
  const missing = [...asked].filter((id) => !there.has(id))
  const [step] = rule.path
  if (missing.length === 0 || step === undefined) return null
  const mendAt: MendAt = { what: 'pick', card: card.id, ...readStep(step), offer: missing }
  return { rule, subject: card.id, cards: [card.id, ...missing], linked: missing, mendAt }
}

/** More hours taken on than there are: "stellen Sie die Ressourcen dafür zur Verfügung". */
function overload({ graph }: Sight, rule: RuleOf<'load'>, card: Card): Finding | null {
  const capacity = card.fields[rule.capacity]
  const [step] = rule.path
  if (typeof capacity !== 'number' || step === undefined) return null
  const load = loadOf(graph, card.id, step, rule.sum)
  if (load <= capacity) return null
  return { rule, subject: card.id, cards: [card.id], load: { load, capacity }, mendAt: { what: 'open', card: card.id } }
}

function endsOf(graph: Graph, card: CardId, paths: readonly Path[]): readonly CardId[] {
  const [only] = paths
  if (paths.length === 1 && only !== undefined) return walk(graph, [card], only)
  return [...new Set(paths.flatMap((path) => walk(graph, [card], path)))]
}

/** The step of a path that leads nowhere, or the one at which it parts. */
function openStep(graph: Graph, start: CardId, path: Path, parts: boolean): MendAt {
  let card = start
  for (const [at, step] of path.entries()) {
    const ends = walk(graph, [card], [step])
    const [next] = ends
    if (parts && (ends.length > 1 || at === path.length - 1)) return { what: 'choose', card, ...readStep(step), among: ends }
    if (next === undefined || at === path.length - 1) return { what: 'pick', card, ...readStep(step) }
    card = next
  }
  return { what: 'open', card: start }
}
