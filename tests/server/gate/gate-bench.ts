import * as Y from 'yjs'
import { ensureAnswers, openContent, ROOT_COUNT, type Content } from '../../../src/model/content.ts'
import type { CardId, KindId, PersonId, QuestionId } from '../../../src/model/ids.ts'
import { addCards } from '../../../src/model/write-content.ts'
import type { OrderKey } from '../../../src/model/order.ts'
import { SEED } from '../../../src/model/content.ts'
import { inspect, type Inspected } from '../../../server/gate.ts'
import { Refused } from '../../../server/gate/read-update.ts'

export const anna = 'anna' as PersonId
export const ben = 'ben' as PersonId
export const kind = 'actor' as KindId
export const order = 'a0' as OrderKey
export const seeded = 'seeded' as CardId

export interface Board {
  readonly content: Content
  readonly owners: Map<number, PersonId | ''>
  /** Through the gate and into the document; gives the refusal's code when there is one. */
  deliver(update: Uint8Array, person?: PersonId): Inspected | number | 'gap'
  state(): string
}

/** A server's document behind the gate, without the rest of the server. */
export function createBoard(clientId = new Y.Doc().clientID): Board {
  const content = openContent(new Y.Doc())
  content.doc.clientID = clientId
  ensureAnswers(content, [{ id: 'q1' as QuestionId }])
  addCards(content, [{ id: seeded, kind, text: 'von Anfang an', in: 'q1', order }], SEED)
  const owners = new Map<number, PersonId | ''>([[content.doc.clientID, '']])
  return {
    content,
    owners,
    deliver(update, person = anna) {
      try {
        const inspected = inspect(content, update, { person, ownerOf: (client) => owners.get(client) })
        for (const client of inspected.clients) owners.set(client, person)
        Y.applyUpdate(content.doc, update)
        const { store, share } = content.doc
        if (store.pendingStructs || store.pendingDs || share.size !== ROOT_COUNT) throw new Error('the gate let a gap in')
        return inspected
      } catch (error) {
        if (error instanceof Refused) return error.code
        throw error
      }
    },
    state: () => Buffer.from(Y.encodeStateAsUpdate(content.doc)).toString('base64'),
  }
}

/** A browser's document that starts with what the board holds; `next` gives what it wrote since it was last asked. */
export function joinBoard(
  board: Board,
  clientId = new Y.Doc().clientID,
): { content: Content; doc: Y.Doc; next(): Uint8Array; pull(): void } {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.content.doc))
  let updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== board) updates.push(update)
  })
  return {
    doc,
    content: openContent(doc),
    next() {
      const merged = Y.mergeUpdates(updates.length > 0 ? updates : [Uint8Array.of(0, 0)])
      updates = []
      return merged
    },
    pull: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.content.doc, Y.encodeStateVector(doc)), board),
  }
}
