import * as Y from 'yjs'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { rootSpot } from './spot.ts'
import { Refused, type Placed, type Queue, type Struct } from './read-update.ts'

type Visit = (struct: Struct, placed: Placed | null) => void

/**
 * Walks the structs of an update in an order in which each finds what it hangs on, and says where each will lie.
 * Known structs are walked too: Yjs looks at their neighbours before it looks at their clocks. `visit` gets the new ones.
 * @throws Refused
 */
export function placeStructs(queues: ReadonlyMap<number, Queue>, doc: Y.Doc, visit: Visit): void {
  for (const queue of queues.values()) walk(queue, queues, doc, visit)
}

function walk(first: Queue, queues: ReadonlyMap<number, Queue>, doc: Y.Doc, visit: Visit): void {
  const stack = [first]
  for (let queue = stack.at(-1); queue !== undefined; queue = stack.at(-1)) {
    const struct = queue.structs[queue.next]
    const missing = struct instanceof Y.Item ? missingOf(struct, queues, doc) : null
    if (struct === undefined) stack.pop()
    else if (missing === null) take(queue, struct, queues, doc, visit)
    else {
      const other = queues.get(missing.client)
      if (!other || other.next === other.structs.length || stack.includes(other)) throw new Refused('gap', 'neighbour is missing')
      stack.push(other)
    }
  }
}

function take(queue: Queue, struct: Struct, queues: ReadonlyMap<number, Queue>, doc: Y.Doc, visit: Visit): void {
  const placed = struct instanceof Y.Item ? placeOf(struct, queues, doc) : null
  const end = struct.id.clock + struct.length
  queue.placed.push(placed)
  queue.next++
  if (end <= queue.state) return
  if (struct instanceof Y.Item && struct.id.clock < queue.state) checkOverlap(queue, placed, queues, doc)
  queue.known = end
  visit(struct, placed)
}

/** Of a struct that is known in part Yjs joins the rest to the known part: both have to lie in one place. */
function checkOverlap({ client, state }: Queue, placed: Placed | null, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): void {
  const known = placeAt(Y.createID(client, state - 1), queues, doc)
  if (known?.type !== placed?.type || known?.key !== placed?.key) throw new Refused(CloseCode.Malformed, 'parts lie apart')
}

function missingOf(item: Y.Item, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): Y.ID | null {
  if (item.origin && !isKnown(item.origin, queues, doc)) return item.origin
  if (item.rightOrigin && !isKnown(item.rightOrigin, queues, doc)) return item.rightOrigin
  if (item.parent instanceof Y.ID && !isKnown(item.parent, queues, doc)) return item.parent
  return null
}

function isKnown(id: Y.ID, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): boolean {
  return id.clock < (queues.get(id.client)?.known ?? Y.getState(doc.store, id.client))
}

/** The same decision as Yjs makes in `Item.getMissing`. */
function placeOf(item: Y.Item, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): Placed | null {
  const parent: unknown = item.parent
  if (item.origin === null && item.rightOrigin === null) {
    if (typeof parent === 'string') return { type: rootOf(doc, parent), key: item.parentSub }
    const type = parent instanceof Y.ID ? typeAt(parent, queues, doc) : null
    return type && { type, key: item.parentSub }
  }
  const left = item.origin && placeAt(item.origin, queues, doc)
  const right = item.rightOrigin && placeAt(item.rightOrigin, queues, doc)
  if (item.origin && item.rightOrigin) {
    if (!left || !right) return null
    if (left.type !== right.type || left.key !== right.key) throw new Refused(CloseCode.Malformed, 'neighbours lie apart')
  }
  return left ?? right
}

function rootOf(doc: Y.Doc, name: string): Y.AbstractType<unknown> {
  const root: unknown = rootSpot(name) && doc.share.get(name)
  if (!(root instanceof Y.AbstractType)) throw new Refused(CloseCode.Malformed, 'unknown root')
  return root
}

function placeAt(id: Y.ID, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): Placed | null {
  const queue = queues.get(id.client)
  if (queue && id.clock >= queue.state) return queue.placed[indexAt(queue, id.clock)] ?? null
  const struct = structAt(id, doc)
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return null
  return { type: struct.parent, key: struct.parentSub }
}

/** The shared type that a struct holds; null when the struct was collected or holds none. */
function typeAt(id: Y.ID, queues: ReadonlyMap<number, Queue>, doc: Y.Doc): Y.AbstractType<unknown> | null {
  const queue = queues.get(id.client)
  if (queue && id.clock >= queue.state) {
    const at = indexAt(queue, id.clock)
    return queue.placed[at] ? typeIn(queue.structs[at]) : null
  }
  return typeIn(structAt(id, doc))
}

function typeIn(struct: Struct | undefined): Y.AbstractType<unknown> | null {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null
}

function structAt(id: Y.ID, doc: Y.Doc): Y.Item | Y.GC | undefined {
  const structs = doc.store.clients.get(id.client) ?? []
  return structs[Y.findIndexSS(structs, id.clock)]
}

function indexAt(queue: Queue, clock: number): number {
  return Y.findIndexSS(queue.structs, clock)
}
