import * as Y from 'yjs'
import type { Role } from '../../src/model/board.ts'
import type { Place } from '../../src/model/card.ts'
import { ensureAnswers, openContent, ROOT_COUNT, SEED } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { BoardId, PersonId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import type { BoardWrite, StoredBoard } from '../store/board-store.ts'
import { parseOwn, type Own, type Sealed } from '../frame/sealed.ts'
import { createBindings } from './bindings.ts'
import { createDeletions } from './deletions.ts'
import { createDurableState } from './durable-state.ts'
import { bodyOf, createHistory } from './history.ts'
import { createLastEdit } from './last-edit.ts'
import { rulesFor, type Rules } from './rules.ts'
import { createUnsaved } from './unsaved.ts'

/** A loaded board without its people: document, frame, and what of both is not on disk yet. */
export function openBoardState(id: BoardId, stored: StoredBoard, given: Frame, now: () => number) {
  const doc = new Y.Doc()
  const content = openContent(doc)
  doc.transact(() => stored.updates.forEach((update) => Y.applyUpdate(doc, update)), SEED)
  const durable = createDurableState(doc, stored.updates)
  const bindings = createBindings(stored.bindings, [doc.clientID, ...doc.store.clients.keys()], () =>
    new Date(now()).toISOString().slice(0, 10),
  )
  const unsaved = createUnsaved(id, stored.rev)
  const sealed = new Map(stored.sealed.map(({ person, json }) => [person, parseOwn(json)]))
  const history = createHistory(stored.snapshots, unsaved, now)
  const keep = (places: ReadonlyMap<string, Place>): void => void history.keep('deletion', '', () => bodyOf(content, frame, places))
  const deletions = createDeletions({ content, ownerOf: bindings.ownerOf, keep }, now)
  const rules = new Map<Role, Rules>()
  let frame = given
  let roles = rolesOf(given)
  let vector: Uint8Array | null = null
  let through = stored.through
  let rows = stored.updates.length
  let written: BoardWrite | null = null
  let isFull = false
  let edits = 0

  doc.on('update', (update: Uint8Array) => {
    vector = null
    edits++
    history.noteChange()
    unsaved.addUpdate(update)
  })
  ensureAnswers(content, frame.questions)

  return {
    content,
    lastEdit: createLastEdit(now),
    bindings,
    unsaved,
    durable,
    frame: () => frame,
    history,
    deletions,
    sealed: (): Sealed => sealed,
    /** Keeps what one person wrote and voted; where nothing is left, nothing is kept. */
    seal(person: PersonId, own: Own): void {
      const isEmpty = own.drafts.length === 0 && !own.named && Object.keys(own.votes).length === 0 && own.answered.length === 0
      if (isEmpty) sealed.delete(person)
      else sealed.set(person, own)
      unsaved.seal(person, isEmpty ? null : JSON.stringify(own))
    },
    roleOf: (person: PersonId): Role | null => roles.get(person) ?? null,
    rules(role: Role): Rules {
      const known = rules.get(role) ?? rulesFor(frame, role, isFull)
      rules.set(role, known)
      return known
    },
    change(next: Frame): void {
      frame = next
      roles = rolesOf(next)
      rules.clear()
      unsaved.setFrame(next)
    },
    vector: (): Uint8Array => (vector ??= Y.encodeStateVector(doc)),
    isSound: (): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null && doc.share.size === ROOT_COUNT,
    /** Everything that the store lacks, null for nothing. */
    takeWrite(): BoardWrite | null {
      unsaved.addBindings(bindings.takeUnsaved())
      written = unsaved.isEmpty() ? null : unsaved.write()
      return written
    },
    /** The store has what `takeWrite` returned. Gives the update that may be told now. */
    committed(): Uint8Array | null {
      const update = written?.update ?? null
      if (written) unsaved.clear()
      written = null
      if (!update) return null
      through++
      rows++
      durable.push(update, unsaved.isEmpty())
      noteSize()
      return update
    },
    answer: (asked: Uint8Array): Uint8Array => durable.answer(asked, unsaved.isEmpty()),
    /** For replacing the stored updates by one; null while something is unsaved. */
    compaction(): { readonly through: number; readonly rows: number; readonly update: Uint8Array } | null {
      return unsaved.isEmpty() ? { through, rows, update: durable.whole(true) } : null
    },
    /** So many rows became one. */
    compacted(replaced: number): void {
      rows -= replaced - 1
    },
    rows: (): number => rows,
    /** How often the content has changed since it was loaded. */
    edits: (): number => edits,
    destroy: (): void => doc.destroy(),
  }

  function noteSize(): void {
    const wasFull = isFull
    isFull = durable.bytes() > LIMITS.documentBytes && durable.whole(unsaved.isEmpty()).length > LIMITS.documentBytes
    if (isFull !== wasFull) rules.clear()
  }
}

export type BoardState = ReturnType<typeof openBoardState>

function rolesOf(frame: Frame): Map<PersonId, Role> {
  return new Map(frame.roster.filter((person) => !person.removed).map((person) => [person.id, person.role]))
}
