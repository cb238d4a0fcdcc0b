import type * as Y from 'yjs'
import type { Role } from '../../src/model/board.ts'
import { BIN, type Place } from '../../src/model/card.ts'
import type { Content } from '../../src/model/content.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { itemOf } from '../gate/yjs-internals.ts'
import { rootPlace, type Rules } from './rules.ts'
import type { OldPlace } from './take-back.ts'

/** Cards of others that a participant may take off the board in a minute. */
const MOST_FOREIGN = 20
/** From so many cards a minute on the board is kept as it was before the first of them. */
const MANY = 10
const WINDOW_MS = 60_000

interface Deletion {
  readonly at: number
  readonly id: string
  readonly place: Place
  readonly cards: number
  readonly foreign: number
}

/** A person's deletions of the last minute. */
interface Spree {
  deletions: Deletion[]
  isKept: boolean
}

export interface DeletionDesk {
  readonly content: Content
  readonly ownerOf: (client: number) => PersonId | '' | undefined
  /** Keeps the board as it was when these cards still lay there. */
  keep(places: ReadonlyMap<string, Place>): void
}

/** Watches how many cards each person takes off the board. Whatever way one gets into the bin, what lies in it counts too. */
export function createDeletions(desk: DeletionDesk, now: () => number) {
  const sprees = new Map<PersonId, Spree>()

  function spreeOf(person: PersonId): Spree {
    const spree = sprees.get(person) ?? { deletions: [], isKept: false }
    const since = now() - WINDOW_MS
    spree.deletions = spree.deletions.filter((deletion) => deletion.at > since)
    if (spree.deletions.length === 0) spree.isKept = false
    sprees.set(person, spree)
    return spree
  }

  /** Puts back what is too much, in the transaction in which it was taken away. Returns those cards. */
  return (person: PersonId, role: Role, moved: readonly OldPlace[], rules: Rules): string[] => {
    const binned = moved.filter((old) => isBinnedNow(desk.content, old, rules))
    if (binned.length === 0) return []
    const spree = spreeOf(person)
    const inside = insideIndex(desk.content)
    const stopped: string[] = []
    for (const { id, record, place } of binned) {
      const cards = withInside(inside, id)
      const foreign = cards.filter((card) => isForeign(desk, card, person)).length
      const soFar = spree.deletions.reduce((sum, deletion) => sum + deletion.foreign, 0)
      if (role !== 'facilitator' && foreign > 0 && soFar + foreign > MOST_FOREIGN) {
        record.set('place', place)
        stopped.push(id)
      } else spree.deletions.push({ at: now(), id, place, cards: cards.length, foreign })
    }
    const all = spree.deletions.reduce((sum, deletion) => sum + deletion.cards, 0)
    if (all >= MANY && !spree.isKept) {
      spree.isKept = true
      desk.keep(new Map(spree.deletions.toReversed().map((deletion) => [deletion.id, deletion.place])))
    }
    return stopped
  }
}

function isBinnedNow(content: Content, { id, record, root }: OldPlace, rules: Rules): boolean {
  return root !== null && root !== BIN && content.cards.get(id) === record && rootPlace(content, rules, id) === BIN
}

function isForeign({ content, ownerOf }: DeletionDesk, id: string, person: PersonId): boolean {
  const record = content.cards.get(id)
  const item: Y.Item | null | undefined = record && itemOf(record)
  return !item || ownerOf(item.id.client) !== person
}

function insideIndex(content: Content): ReadonlyMap<string, readonly string[]> {
  const inside = new Map<string, string[]>()
  content.cards.forEach((record, id) => {
    const place = record.get('place') as Place | undefined
    const list = place && inside.get(place.in)
    if (list) list.push(id)
    else if (place) inside.set(place.in, [id])
  })
  return inside
}

function withInside(inside: ReadonlyMap<string, readonly string[]>, id: string): string[] {
  const found = new Set([id])
  for (const card of found) for (const inner of inside.get(card) ?? []) found.add(inner)
  return [...found]
}
