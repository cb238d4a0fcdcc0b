import { gunzipSync, gzipSync } from 'node:zlib'
import type { z } from 'zod'
import { boardFileSchema } from '../../src/model/board.ts'
import type { Place } from '../../src/model/card.ts'
import type { Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import { readAnswers, readCards, readLinks, readVerdicts } from '../../src/model/read-content.ts'
import type { SnapshotReason } from '../../src/protocol/api.ts'
import type { Snapshot, StoredSnapshot } from '../store/board-store.ts'

const MOST_AUTOMATIC = 50
const MOST_NAMED = 30

/** What a snapshot holds: the board as people see it, without its history and without anybody's id. */
const snapshotBodySchema = boardFileSchema.pick({
  title: true,
  goal: true,
  questions: true,
  cards: true,
  links: true,
  answers: true,
  verdicts: true,
})
export type SnapshotBody = z.infer<typeof snapshotBodySchema>
type SnapshotJson = z.input<typeof snapshotBodySchema>

export interface HistoryStore {
  addSnapshot(snapshot: StoredSnapshot): void
  dropSnapshot(id: number): void
}

/** The snapshots of a board: which there are, and keeping another one. */
export function createHistory(stored: readonly Snapshot[], store: HistoryStore, now: () => number) {
  let list = [...stored]
  let isKept = false
  // A number is not given twice, even when the newest one was dropped.
  let last = stored.at(-1)?.id ?? 0

  function drop(id: number): boolean {
    if (!list.some((snapshot) => snapshot.id === id)) return false
    if (list.at(-1)?.id === id) isKept = false
    list = list.filter((snapshot) => snapshot.id !== id)
    store.dropSnapshot(id)
    return true
  }

  return {
    list: (): readonly Snapshot[] => list,
    hasRoom: (): boolean => list.filter((snapshot) => snapshot.reason === 'named').length < MOST_NAMED,
    /** The content has changed since. */
    noteChange: (): void => void (isKept = false),
    /** The number of the snapshot that now stands for this moment: of an automatic one there is no second without a change between. */
    keep(reason: SnapshotReason, name: string, body: () => SnapshotJson): number {
      const newest = list.at(-1)
      if (isKept && newest && reason !== 'named') return newest.id
      const snapshot = { id: ++last, reason, name, made: now() }
      list.push(snapshot)
      store.addSnapshot({ ...snapshot, body: gzipSync(JSON.stringify(body())) })
      isKept = true
      for (const old of list.filter((other) => other.reason !== 'named').slice(0, -MOST_AUTOMATIC)) drop(old.id)
      return snapshot.id
    },
    drop,
  }
}

/** The board at this moment; `places` says where some cards lay a moment before. */
export function bodyOf(content: Content, frame: Frame, places: ReadonlyMap<string, Place> = new Map()): SnapshotJson {
  const { title, goal, questions } = frame
  return {
    title,
    goal,
    questions,
    cards: readCards(content).map((card) => ({ ...card, place: places.get(card.id) ?? card.place })) as SnapshotJson['cards'],
    links: readLinks(content).map((link) => link.id),
    answers: readAnswers(content) as SnapshotJson['answers'],
    verdicts: readVerdicts(content) as SnapshotJson['verdicts'],
  }
}

/** @throws when the bytes are no snapshot */
export function readBody(body: Uint8Array): SnapshotBody {
  return snapshotBodySchema.parse(JSON.parse(gunzipSync(body).toString('utf8')))
}
