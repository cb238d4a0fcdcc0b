import type * as Y from 'yjs'
import type { Card } from '../../src/model/card.ts'
import { ensureAnswers, SEED, type Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import { textsOf } from '../../src/model/field-texts.ts'
import type { FieldId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { answerText, cardText, readCard } from '../../src/model/read-content.ts'
import { addCards, addLink, binCard, removeLink, setField, setKind, writeText } from '../../src/model/write-content.ts'
import { setVerdict } from '../../src/model/write-voices.ts'
import { forgetPositions } from '../gate/yjs-internals.ts'
import type { SnapshotBody } from './history.ts'

/** The questions that a snapshot needs and the board has lost come back, behind the others. */
export function frameFor(frame: Frame, { questions }: SnapshotBody): Frame {
  const missing = questions.filter((question) => !frame.questions.some((known) => known.id === question.id))
  if (missing.length === 0) return frame
  return { ...frame, rev: frame.rev + 1, questions: [...frame.questions, ...missing].slice(0, LIMITS.questions) }
}

/**
 * Writes what differs from a snapshot into the live document, as further edits: everybody follows without a reload, and what came since
 * lies in the bin. What people said under their names, comments and voices, is theirs and stays. Runs inside a transaction of the room.
 */
export function restoreContent(content: Content, frame: Frame, body: SnapshotBody): void {
  ensureAnswers(content, frame.questions)
  const kept = new Set<string>(body.cards.map((card) => card.id))
  for (const id of content.cards.keys()) if (!kept.has(id)) binCard(content, id as Card['id'], SEED)
  for (const card of body.cards) restoreCard(content, card)
  const links = new Set(body.links.map((link) => link.id))
  for (const id of content.links.keys()) if (!links.has(id)) removeLink(content, id, SEED)
  for (const { relation, from, to } of body.links) addLink(content, relation, from, to, SEED)
  for (const { id } of frame.questions) {
    restoreText(answerText(content, id), body.answers[id] ?? '')
    setVerdict(content, id, body.verdicts[id] ?? null, SEED)
  }
}

function restoreCard(content: Content, card: Card): void {
  const { id, kind, text, fields, place } = card
  const record = content.cards.get(id)
  const now = readCard(content, id)
  if (!record || !now) {
    addCards(content, [{ id, kind, text, fields, in: place.in, order: place.order }], SEED)
    const made = content.cards.get(id)
    if (place.from !== undefined) made?.set('place', { ...place })
    return
  }
  setKind(content, id, kind, SEED)
  if (now.place.in !== place.in || now.place.order !== place.order || now.place.from !== place.from) record.set('place', { ...place })
  restoreText(cardText(content, id), text)
  for (const field of new Set([...Object.keys(now.fields), ...Object.keys(fields)] as FieldId[])) {
    if (JSON.stringify(now.fields[field]) === JSON.stringify(fields[field])) continue
    textsOf(record, field).forEach(forget)
    setField(content, id, field, fields[field] ?? null, SEED)
  }
}

function restoreText(shared: Y.Text | null, text: string): void {
  if (!shared || shared.toString() === text) return
  forget(shared)
  writeText(shared, text, SEED)
}

/** An update of the same transaction may have moved what Yjs remembers. */
function forget(shared: Y.Text | null): void {
  if (shared) forgetPositions(shared)
}
