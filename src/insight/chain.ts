import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId, FieldId } from '../model/ids.ts'
import type { ChainForm } from '../model/template-views.ts'
import { fill, type Localized } from '../model/text.ts'
import { cardsToMake, madeFrom, type CardToMake } from './chain-makes.ts'
import { indexBoard, type Graph } from './graph.ts'
import { isSolved, readChains, type ReadChain, type ReadStation, type Said } from './read-chains.ts'
import { shortText } from './wording.ts'

/** Something that is missing at a station, as a sentence, with the cards that one press can make of it. */
export interface Missing {
  readonly field: FieldId
  readonly unclear: boolean
  readonly text: string
  readonly makes: readonly CardToMake[]
}

export interface RehearsedStation {
  readonly card: CardId
  /** Who stands there, else the station's own text. */
  readonly name: string
  readonly text: string
  readonly who: readonly CardId[]
  readonly marks: readonly { readonly field: FieldId; readonly short: string; readonly said: Said }[]
  readonly handover: 'given' | 'missing' | 'none'
  readonly solved: boolean
  readonly missing: readonly Missing[]
  /** Cards that were already made of what is missing here. */
  readonly made: readonly CardId[]
}

/** One case, walked from station to station. */
export interface Rehearsal {
  readonly card: CardId
  readonly text: string
  readonly stations: readonly RehearsedStation[]
  readonly solved: number
  readonly total: number
  readonly breaksAt: CardId | null
  /** "3 of 5 stations solved", and how it ends: "breaks at …", "holds to the end". */
  readonly result: { readonly solved: string; readonly end: string }
}

/** How far each case of a board carries. Source: the example of the text, N-01; the stations answer what they know, see and may. */
export function rehearse(board: Board, graph: Graph = indexBoard(board)): Rehearsal[] {
  const form = board.template.chain
  return form ? readChains(board, graph).map((chain) => rehearsalOf(board, graph, form, chain)) : []
}

function rehearsalOf(board: Board, graph: Graph, form: ChainForm, chain: ReadChain): Rehearsal {
  const stations = chain.stations.map((station, at) => {
    const next = chain.stations[at + 1]
    const slots = { card: shortText(chain.card.text), station: nameOf(station), next: next ? nameOf(next) : '' }
    return stationOf(board, graph, form, chain.card, station, slots)
  })
  const end = endOf(form, chain.stations)
  const solved = stations.filter((station) => station.solved).length
  const values = {
    solved,
    total: stations.length,
    station: end.station ? nameOf(end.station) : '',
    reason: end.reason?.[board.language] ?? '',
  }
  return {
    card: chain.card.id,
    text: chain.card.text.trim(),
    stations,
    solved,
    total: stations.length,
    breaksAt: end.station?.card.id ?? null,
    result: { solved: fill(form.result.solved[board.language], values), end: fill(form.result[end.how][board.language], values) },
  }
}

type Slots = Readonly<Record<'card' | 'station' | 'next', string>>

function stationOf(board: Board, graph: Graph, form: ChainForm, chain: Card, station: ReadStation, slots: Slots): RehearsedStation {
  const { language } = board
  const missing = (ask: ChainForm['handover'], text: Localized, unclear: boolean): Missing => ({
    field: ask.field,
    unclear,
    text: fill(text[language], slots),
    makes: cardsToMake(board, ask.makes, { station: station.card, who: station.who[0], chain }, slots),
  })
  const asked = form.asks.flatMap((ask, at) => {
    const said = station.said[at]
    return said === 'bad' || said === 'open' ? [missing(ask, said === 'bad' ? ask.no : ask.unclear, said === 'open')] : []
  })
  const untold = station.handover === 'missing' ? [missing(form.handover, form.handover.no, false)] : []
  return {
    card: station.card.id,
    name: slots.station,
    text: station.card.text.trim(),
    who: station.who.map((card) => card.id),
    marks: form.asks.map((ask, at) => ({ field: ask.field, short: ask.short[language], said: station.said[at] ?? 'blank' })),
    handover: station.handover,
    solved: isSolved(station),
    missing: [...asked, ...untold],
    made: madeFrom(graph, form, station.card.id),
  }
}

function endOf(
  form: ChainForm,
  stations: readonly ReadStation[],
): { readonly how: 'breaks' | 'holds' | 'open'; readonly station?: ReadStation; readonly reason?: Localized } {
  for (const station of stations) {
    const ask = form.asks[station.said.findIndex((said) => said === 'bad' || said === 'open')]
    if (ask) return { how: 'breaks', station, reason: ask.reason }
    const answered = station.said.every((said) => said === 'good')
    if (answered && station.handover === 'missing') return { how: 'breaks', station, reason: form.handover.reason }
  }
  return { how: stations.length > 0 && stations.every(isSolved) ? 'holds' : 'open' }
}

function nameOf(station: ReadStation): string {
  return shortText((station.who[0] ?? station.card).text)
}
