import * as Y from 'yjs'
import type { Content } from '../src/model/content.ts'
import { isId, type PersonId } from '../src/model/ids.ts'
import { CloseCode } from '../src/protocol/close-codes.ts'
import { placeStructs } from './gate/place-structs.ts'
import { readUpdate, Refused, type DecodedUpdate, type Placed, type Struct } from './gate/read-update.ts'
import { spotInside, spotOf, type Spot } from './gate/spot.ts'
import { itemOf, newestItem } from './gate/yjs-internals.ts'
import { isCardContent, isLinkContent, isLinkKey } from './gate/values.ts'

/** What an update will do to a document, named by our words. Entries may come twice. */
export interface Changes {
  /** Cards whose record is new. */
  readonly made: string[]
  /** Keys of existing cards that are set or cleared. */
  readonly keys: { readonly id: string; readonly key: string }[]
  /** Cards whose text changes. */
  readonly texts: string[]
  /** Cards whose record is deleted or replaced. `serverMade` ones are put back. */
  readonly gone: { readonly id: string; readonly serverMade: boolean }[]
  readonly links: string[]
  readonly answers: string[]
}

export interface Inspected {
  /** False when the document knows all of it already. */
  readonly hasNews: boolean
  readonly changes: Changes
  /** Client ids under which something new is written. */
  readonly clients: readonly number[]
}

export interface Sender {
  readonly person: PersonId
  /** Whose client id this is: empty for the server's, undefined for nobody's. */
  ownerOf(client: number): PersonId | '' | undefined
}

/** A new client id comes with every page load; each one makes the document's state vector longer for ever. */
export const MAX_CLIENTS = 64

/**
 * Walks an update before it is applied: what no browser of ours sends is refused, and the document stays as it is.
 * @throws Refused
 */
export function inspect(content: Content, update: Uint8Array, sender: Sender): Inspected {
  const decoded = readUpdate(update, content.doc)
  const clients = checkOwners(decoded, sender)
  const walk = createWalk(content, sender)
  placeStructs(decoded.queues, content.doc, walk.visit)
  const hasDeletes = walk.deletes(decoded)
  return { hasNews: walk.hasStructs() || hasDeletes, changes: walk.changes, clients }
}

function checkOwners(decoded: DecodedUpdate, sender: Sender): number[] {
  const clients: number[] = []
  for (const { client, state, structs } of decoded.queues.values()) {
    const last = structs[structs.length - 1]
    if (!last || last.id.clock + last.length <= state) continue
    const owner = sender.ownerOf(client)
    if (owner !== undefined && owner !== sender.person) throw new Refused(CloseCode.Unmergeable, 'client id of somebody else')
    clients.push(client)
  }
  if (clients.length > MAX_CLIENTS) throw new Refused(CloseCode.Malformed, 'too many client ids')
  return clients
}

function createWalk(content: Content, sender: Sender) {
  const changes: Changes = { made: [], keys: [], texts: [], gone: [], links: [], answers: [] }
  /** Shared types that the update itself brings. */
  const brought = new Map<Y.AbstractType<unknown>, Spot>()
  let structs = 0

  function visit(struct: Struct, placed: Placed | null): void {
    structs++
    if (!(struct instanceof Y.Item) || placed === null) return
    const spot = brought.get(placed.type) ?? spotOf(content, placed.type)
    if (spot === null) throw new Refused(CloseCode.Malformed, 'unknown place')
    check(struct, spot, placed)
    if (!(struct.content instanceof Y.ContentType) || placed.key === null) return
    const inner = spotInside(spot, placed.key)
    if (inner) brought.set(struct.content.type, inner)
  }

  function check(item: Y.Item, spot: Spot, { type, key }: Placed): void {
    if (spot.at === 'card-text' || spot.at === 'answer-text') {
      const isText = item.content instanceof Y.ContentString || item.content instanceof Y.ContentDeleted
      if (key !== null || !isText) throw new Refused(CloseCode.Malformed, 'not plain text')
      noteText(spot)
      return
    }
    if (key === null) throw new Refused(CloseCode.Malformed, 'list item in a map')
    switch (spot.at) {
      case 'cards':
        checkRecord(item, key)
        break
      case 'links':
        if (!isLinkKey(key) || !isLinkContent(item.content)) throw new Refused(CloseCode.Malformed, 'not a link')
        changes.links.push(key)
        break
      case 'card':
        if (!isCardContent(key, item.content)) throw new Refused(CloseCode.Malformed, `card cannot hold this as ${key}`)
        if (brought.has(type)) break
        if (key === 'text') throw new Refused(CloseCode.Forbidden, 'a shared text is not replaced')
        changes.keys.push({ id: spot.id, key })
        break
      case 'answers':
      case 'answer':
        throw new Refused(CloseCode.Forbidden, 'answers are made by the server')
    }
  }

  function checkRecord(item: Y.Item, id: string): void {
    const isRecord = item.content instanceof Y.ContentType && item.content.type.constructor === Y.Map
    if (!isId(id) || !(isRecord || item.content instanceof Y.ContentDeleted)) throw new Refused(CloseCode.Malformed, 'not a card')
    const old = newestItem(content.cards as Y.Map<unknown>, id)
    if (old && !old.deleted) noteGone(old, id)
    if (isRecord) changes.made.push(id)
  }

  function noteGone(record: Y.Item, id: string): void {
    const owner = sender.ownerOf(record.id.client)
    // The server's own record may stand where the sender's was: somebody's late redo, which the room takes back.
    if (owner !== sender.person && owner !== '') throw new Refused(CloseCode.Forbidden, 'card of somebody else')
    changes.gone.push({ id, serverMade: owner === '' })
  }

  function noteText(spot: { readonly at: string; readonly id: string }): void {
    const list = spot.at === 'card-text' ? changes.texts : changes.answers
    if (list[list.length - 1] !== spot.id) list.push(spot.id)
  }

  /** True when something is deleted that was not deleted before. */
  function deletes({ queues, deletes }: DecodedUpdate): boolean {
    const lostTexts: Y.Item[] = []
    const lostRecords = new Set<Y.Item>()
    let count = 0
    const visitDeleted = (item: Y.Item): void => {
      count++
      const spot = item.parent instanceof Y.AbstractType ? spotOf(content, item.parent) : null
      const key = item.parentSub ?? ''
      if (spot?.at === 'cards') {
        if (sender.ownerOf(item.id.client) !== sender.person) throw new Refused(CloseCode.Forbidden, 'card of somebody else')
        changes.gone.push({ id: key, serverMade: false })
        lostRecords.add(item)
      } else if (spot?.at === 'links') changes.links.push(key)
      else if (spot?.at === 'card' && key === 'text') lostTexts.push(item)
      else if (spot?.at === 'card') changes.keys.push({ id: spot.id, key })
      else if (spot?.at === 'card-text' || spot?.at === 'answer-text') noteText(spot)
      else throw new Refused(CloseCode.Forbidden, 'answers are made by the server')
    }
    for (const [client, ranges] of deletes) {
      const list = content.doc.store.clients.get(client) ?? []
      const known = queues.get(client)?.known ?? Y.getState(content.doc.store, client)
      for (const { clock, len } of ranges) {
        if (clock + len > known) throw new Refused('gap', 'delete of something unknown')
        visitLive(list, clock, clock + len, visitDeleted)
      }
    }
    for (const text of lostTexts) {
      const record = text.parent instanceof Y.AbstractType ? itemOf(text.parent) : null
      if (!record || !lostRecords.has(record)) throw new Refused(CloseCode.Forbidden, 'a shared text is not deleted')
    }
    return count > 0
  }

  return { visit, deletes, changes, hasStructs: () => structs > 0 }
}

/** The items in a range that are not deleted yet. */
function visitLive(structs: readonly (Y.Item | Y.GC)[], from: number, to: number, visit: (item: Y.Item) => void): void {
  const last = structs[structs.length - 1]
  if (!last || from >= last.id.clock + last.length || from >= to) return
  for (let at = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= to) return
    if (struct instanceof Y.Item && !struct.deleted) visit(struct)
  }
}
