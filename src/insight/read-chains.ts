import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { FieldId } from '../model/ids.ts'
import type { ChainForm } from '../model/template-views.ts'
import type { Field, Template } from '../model/template.ts'
import { sourcesOf, targetsOf, type Graph } from './graph.ts'
import { isFilled } from './wording.ts'

/** What somebody at a station says: yes, unclear, no, or nothing yet. */
export type Said = 'good' | 'open' | 'bad' | 'blank'

export interface ReadStation {
  readonly card: Card
  /** Who stands there. */
  readonly who: readonly Card[]
  /** One per question of the template, in its order. */
  readonly said: readonly Said[]
  /** Whether the next station learns of it; `none` at the last. */
  readonly handover: 'given' | 'missing' | 'none'
}

export interface ReadChain {
  readonly card: Card
  readonly stations: readonly ReadStation[]
}

/** The chains of a board with their stations in order. Source: "Wer sind die relevanten Akteure in der Problemlösekette?" */
export function readChains(board: Board, graph: Graph): ReadChain[] {
  const form = board.template.chain
  if (!form) return []
  const toneOf = toneLookup(board.template, form)
  return (graph.active.get(form.of) ?? []).map((card) => {
    const stations = (graph.inside.get(card.id) ?? []).filter((inner) => inner.kind === form.station)
    return { card, stations: stations.map((station, at) => readStation(graph, form, toneOf, station, at === stations.length - 1)) }
  })
}

/** True when everything is clear at a station and the next one learns of it. */
export function isSolved(station: ReadStation): boolean {
  return station.said.every((said) => said === 'good') && station.handover !== 'missing'
}

/** True when something by which one station recognises somebody is known at the other too; undefined while one of them has no place. Source: R21. */
export function sharesKey(graph: Graph, form: ChainForm, one: Card, other: Card): boolean | undefined {
  const [a, b] = [keysAt(graph, form, one), keysAt(graph, form, other)]
  return a && b ? [...a].some((key) => b.has(key)) : undefined
}

function readStation(graph: Graph, form: ChainForm, toneOf: ToneLookup, card: Card, isLast: boolean): ReadStation {
  const told = isFilled(card.fields[form.handover.field])
  return {
    card,
    who: sourcesOf(graph, card.id, form.who),
    said: form.asks.map((ask) => toneOf(card, ask.field)),
    handover: isLast ? 'none' : told ? 'given' : 'missing',
  }
}

type ToneLookup = (card: Card, field: FieldId) => Said

// An option without a tone is an answer all the same: it does not break the chain.
function toneLookup(template: Template, form: ChainForm): ToneLookup {
  const fields: readonly Field[] = template.kinds.find((kind) => kind.id === form.station)?.fields ?? []
  const tones = new Map(fields.map((field) => [field.id, new Map((field.options ?? []).map(({ id, tone }) => [id, tone ?? 'good']))]))
  return (card, field) => {
    const value = card.fields[field]
    return typeof value === 'string' ? (tones.get(field)?.get(value) ?? 'blank') : 'blank'
  }
}

function keysAt(graph: Graph, form: ChainForm, station: Card): Set<string> | null {
  if (form.at === undefined || form.key === undefined) return null
  const places = targetsOf(graph, station.id, form.at)
  if (places.length === 0) return null
  const { key } = form
  const words = places.flatMap((place) => String(place.fields[key] ?? '').split(/[,;\n]/))
  return new Set(words.map((word) => word.trim().toLowerCase()).filter((word) => word !== ''))
}
