import type { IncomingMessage } from 'node:http'
import { BOARD_FORMAT, BOARD_VERSION } from '../../src/model/board.ts'
import type { BoardId } from '../../src/model/ids.ts'
import { restoreSchema } from '../../src/protocol/api.ts'
import type { AppContext } from '../app-context.ts'
import { readBody, type SnapshotBody } from '../room/history.ts'
import { HttpError, notFound } from './reply.ts'
import { requireVisit, type Visit } from './visitor.ts'

export async function listSnapshots(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  await requireLead(app, request, board)
  const snapshots = await app.rooms.withRoom(board, (room) => room.state.history.list())
  if (!snapshots) throw notFound()
  return snapshots.toReversed()
}

/** A snapshot as a board's file: what reads an export reads this. Nobody's name is in it. */
export async function showSnapshot(app: AppContext, request: IncomingMessage, board: BoardId, id: number): Promise<unknown> {
  const { frame } = await requireLead(app, request, board)
  const { organisation, language, template } = frame
  const body = await bodyOfSnapshot(app, board, id)
  const links = body.links.map((link) => link.id)
  return { format: BOARD_FORMAT, version: BOARD_VERSION, organisation, language, template, ...body, links, people: [] }
}

/** Brings a snapshot back as a further change of the live board; the answer names the snapshot that takes this back. */
export async function restoreSnapshot(app: AppContext, request: IncomingMessage, board: BoardId, given: unknown): Promise<unknown> {
  const { person } = await requireLead(app, request, board)
  const parsed = restoreSchema.safeParse(given)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const body = await bodyOfSnapshot(app, board, parsed.data.snapshot)
  const undo = await app.rooms
    .withRoom(board, (room) => room.restore(person.id, body))
    .catch((error: unknown) => {
      app.log.warn('restore-failed', { board, why: String(error) })
      throw new HttpError(503, 'unsaved')
    })
  if (undo === null) throw notFound()
  return { undo }
}

async function requireLead(app: AppContext, request: IncomingMessage, board: BoardId): Promise<Visit> {
  const visit = await requireVisit(app, request, board)
  if (visit.person.role !== 'facilitator') throw notFound()
  return visit
}

async function bodyOfSnapshot(app: AppContext, board: BoardId, id: number): Promise<SnapshotBody> {
  const stored = await app.store.snapshot(board, id)
  if (!stored) throw notFound()
  return readBody(stored.body)
}
