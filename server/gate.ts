import * as Y from 'yjs'
import { readVoiceKey } from '../src/model/answer.ts'
import { readCommentKey } from '../src/model/comment.ts'
import type { Content } from '../src/model/content.ts'
import { isId, type PersonId } from '../src/model/ids.ts'
import { LIMITS } from '../src/model/limits.ts'
import { CloseCode } from '../src/protocol/close-codes.ts'
import { placeStructs } from './gate/place-structs.ts'
import { readUpdate, Refused, type DecodedUpdate, type Placed, type Struct } from './gate/read-update.ts'
import { spotInside, spotOf, type Spot, type TextSpot } from './gate/spot.ts'
import { itemOf, keysEver, newestItem } from './gate/yjs-internals.ts'
import { isCardContent, isComment, isCommentBy, isLinkKey, isName, isOne, isStance, isVerdict } from './gate/values.ts'

/** What an update will do to a document, named by our words. Entries may come twice. */
export interface Changes {
  /** Cards whose record is new. */
  readonly made: string[]
  /** Keys of existing cards that are set or cleared. */
  readonly keys: { readonly id: string; readonly key: string }[]
  /** Shared texts of cards that change: `text` or a field. */
  readonly texts: { readonly id: string; readonly key: string }[]
  /** Cards whose record is deleted or replaced. `serverMade` ones are put back. */
  readonly gone: { readonly id: string; readonly serverMade: boolean }[]
  readonly links: string[]
  readonly answers: string[]
  /** Questions whose answer's state changes. */
  readonly verdicts: string[]
  readonly voices: { readonly key: string; readonly question: string }[]
  /** Comments and what is settled of them. `foreign`: somebody else's comment is taken away. */
  readonly comments: { readonly key: string; readonly foreign: boolean }[]
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
  const changes: Changes = { made: [], keys: [], texts: [], gone: [], links: [], answers: [], verdicts: [], voices: [], comments: [] }
  /** Shared types that the update itself brings. */
  const brought = new Map<Y.AbstractType<unknown>, Spot>()
  const newKeys = new Map<Y.Map<unknown>, Set<string>>()
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
        if (!isLinkKey(key) || !isOne(item.content)) throw new Refused(CloseCode.Malformed, 'not a link')
        changes.links.push(key)
        break
      case 'card':
        if (!isCardContent(key, item.content)) throw new Refused(CloseCode.Malformed, `card cannot hold this as ${key}`)
        if (isName(key, item.content)) throw new Refused(CloseCode.Forbidden, 'a name comes with a reveal')
        noteKey(type as Y.Map<unknown>, key)
        if (brought.has(type)) break
        if (key === 'text') throw new Refused(CloseCode.Forbidden, 'a shared text is not replaced')
        changes.keys.push({ id: spot.id, key })
        break
      case 'voices':
        checkVoice(item, key)
        break
      case 'comments':
        checkComment(item, key)
        break
      case 'answer':
        if (key !== 'state') throw new Refused(CloseCode.Forbidden, 'answers are made by the server')
        if (!isVerdict(item.content)) throw new Refused(CloseCode.Malformed, 'not a state')
        changes.verdicts.push(spot.id)
        break
      case 'answers':
        throw new Refused(CloseCode.Forbidden, 'answers are made by the server')
    }
  }

  /** Every browser reads all keys of a card, whenever one of them changes. */
  function noteKey(record: Y.Map<unknown>, key: string): void {
    if (newestItem(record, key)) return
    const keys = newKeys.get(record) ?? new Set()
    newKeys.set(record, keys.add(key))
    if (keysEver(record) + keys.size > LIMITS.cardKeys) throw new Refused(CloseCode.Malformed, 'too many keys')
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

  function checkVoice(item: Y.Item, key: string): void {
    if (!isStance(item.content)) throw new Refused(CloseCode.Malformed, 'not a voice')
    noteVoice(key)
  }

  function noteVoice(key: string): void {
    const whose = readVoiceKey(key)
    if (!whose) throw new Refused(CloseCode.Malformed, 'not a voice')
    if (whose.person !== sender.person) throw new Refused(CloseCode.Forbidden, 'voice of somebody else')
    changes.voices.push({ key, question: whose.question })
  }

  function checkComment(item: Y.Item, key: string): void {
    const about = readCommentKey(key)
    if (!about || !(about.isFlag ? isOne : isComment)(item.content)) throw new Refused(CloseCode.Malformed, 'not a comment')
    if (about.isFlag) return void changes.comments.push({ key, foreign: false })
    const old = newestItem(content.comments, key)
    const isForeign = old !== undefined && !old.deleted && !isCommentBy(old.content, sender.person)
    if (!isCommentBy(item.content, sender.person) || isForeign) throw new Refused(CloseCode.Forbidden, 'comment of somebody else')
    changes.comments.push({ key, foreign: false })
  }

  function noteCommentGone(item: Y.Item, key: string): void {
    const isFlag = readCommentKey(key)?.isFlag === true
    changes.comments.push({ key, foreign: !isFlag && !isCommentBy(item.content, sender.person) })
  }

  function noteText(spot: TextSpot): void {
    const { answers, texts } = changes
    const last = texts[texts.length - 1]
    if (spot.at === 'answer-text') {
      if (answers[answers.length - 1] !== spot.id) answers.push(spot.id)
    } else if (last?.id !== spot.id || last.key !== spot.key) texts.push({ id: spot.id, key: spot.key })
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
      else if (spot?.at === 'answer' && key === 'state') changes.verdicts.push(spot.id)
      else if (spot?.at === 'voices') noteVoice(key)
      else if (spot?.at === 'comments') noteCommentGone(item, key)
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
