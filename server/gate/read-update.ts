import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { CloseCode } from '../../src/protocol/close-codes.ts'

export type Struct = Y.Item | Y.GC | Y.Skip

/** Where a struct of an update will lie; null when what it hangs on was collected, so that it will be collected too. */
export interface Placed {
  readonly type: Y.AbstractType<unknown>
  readonly key: string | null
}

/** The structs of one client id in an update, in the order of their clocks. */
export interface Queue {
  readonly client: number
  /** What the document knew before. */
  readonly state: number
  readonly structs: Struct[]
  readonly placed: (Placed | null)[]
  /** How far the structs are walked. */
  next: number
  /** What the document will know when the walked structs are in it. */
  known: number
}

export interface DecodedUpdate {
  readonly queues: Map<number, Queue>
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** An update that is not applied. A gap can be filled by a new handshake, everything else is final. */
export class Refused extends Error {
  readonly code: CloseCode | 'gap'
  constructor(code: CloseCode | 'gap', why: string) {
    super(why)
    this.code = code
  }
}

const MAX_STRUCTS = 20_000
const MAX_CLIENT = 0xffffffff

/**
 * Decodes an update without touching the document.
 * @throws Refused
 */
export function readUpdate(update: Uint8Array, doc: Y.Doc): DecodedUpdate {
  const { structs, ds } = decode(update)
  if (structs.length > MAX_STRUCTS) throw new Refused(CloseCode.Malformed, 'too many structs')
  const queues = new Map<number, Queue>()
  for (const struct of structs) addToQueue(queues, struct, doc)
  // Yjs keeps only the last block of a client id that comes twice.
  if (queues.size !== decoding.readVarUint(decoding.createDecoder(update))) throw new Refused(CloseCode.Malformed, 'blocks do not fit')
  checkRangeCount(ds.clients, doc, structs.length)
  return { queues, deletes: ds.clients }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    throw new Refused(CloseCode.Malformed, error instanceof Error ? error.message : 'not an update')
  }
}

function addToQueue(queues: Map<number, Queue>, struct: Struct, doc: Y.Doc): void {
  const { client, clock } = struct.id
  const queue = queues.get(client)
  if (struct instanceof Y.Skip) throw new Refused('gap', 'skip')
  if (struct.length < 1 || client > MAX_CLIENT) throw new Refused(CloseCode.Malformed, 'struct out of range')
  if (queue === undefined) {
    const state = Y.getState(doc.store, client)
    if (clock > state) throw new Refused('gap', 'clock')
    queues.set(client, { client, state, structs: [struct], placed: [], next: 0, known: state })
    return
  }
  const last = queue.structs[queue.structs.length - 1]
  if (last && last.id.clock + last.length !== clock) throw new Refused(CloseCode.Malformed, 'clocks are not in a row')
  queue.structs.push(struct)
}

/** An honest delete set has no more ranges than there are structs, so walking it never costs more than the document is worth. */
function checkRangeCount(deletes: DecodedUpdate['deletes'], doc: Y.Doc, structs: number): void {
  let ranges = 0
  for (const list of deletes.values()) ranges += list.length
  if (ranges < 100) return
  let most = structs
  for (const list of doc.store.clients.values()) most += list.length
  if (ranges > most) throw new Refused('gap', 'more deletes than structs')
}
