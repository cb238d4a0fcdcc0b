import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { toBoardFile } from '../../src/model/board.ts'
import type { BoardId } from '../../src/model/ids.ts'
import { openPass, PLAN_PASS, type PassSubject } from '../../src/model/passes.ts'
import { passKeySchema, readPlanSchema, reportSchema, type PassList, type StatusSheet } from '../../src/protocol/api.ts'
import { isSame, passSecret } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { clientIp } from '../origin.ts'
import type { Room } from '../room.ts'
import { plainBoard } from '../room/plain-board.ts'
import { statusSheet } from '../room/status-sheet.ts'
import { HttpError, notFound } from './reply.ts'
import { requireVisit } from './visitor.ts'

/** The passes of a board, for who leads it. */
export async function listPasses(app: AppContext, request: IncomingMessage, board: BoardId): Promise<PassList> {
  const { frame, person } = await requireVisit(app, request, board)
  if (person.role !== 'facilitator') throw notFound()
  const entries = Object.entries(frame.passes).map(([subject, { number, until }]) => {
    const isOpen = openPass(frame.passes, subject as PassSubject, app.now()) !== null
    return [subject, { secret: isOpen ? passSecret(app.serverKey, board, subject as PassSubject, number) : null, until }] as const
  })
  return Object.fromEntries(entries)
}

/** What somebody has to do, for whoever has the link to it. */
export async function showStatus(app: AppContext, request: IncomingMessage, board: BoardId, body: unknown): Promise<StatusSheet> {
  const { subject, secret } = read(passKeySchema, body)
  await checkPass(app, request, board, subject, secret)
  return sheetOf(app, board, subject)
}

/** How one of these measures stands. */
export async function takeReport(app: AppContext, request: IncomingMessage, board: BoardId, body: unknown): Promise<StatusSheet> {
  const { subject, secret, card, state, note } = read(reportSchema, body)
  const number = await checkPass(app, request, board, subject, secret)
  const { options } = await sheetOf(app, board, subject)
  const option = options.find((known) => known.id === state)
  if (!option) throw new HttpError(400, 'invalid', 'state')
  if (option.needsNote && note.trim() === '') throw new HttpError(400, 'invalid', 'note')
  const outcome = await app.rooms
    .withRoom(board, (room) => room.report({ subject, number, card, state, note: note.trim() }))
    .catch((error: unknown) => {
      app.log.warn('report-failed', { board, why: String(error) })
      throw new HttpError(503, 'unsaved')
    })
  if (outcome === 'full') throw new HttpError(409, 'too-many', 'full')
  if (outcome !== 'written') throw notFound()
  return sheetOf(app, board, subject)
}

/** What the present plan is made of, for whoever has the link to it; nothing when the asker knows it already. */
export async function showPlan(app: AppContext, request: IncomingMessage, board: BoardId, body: unknown): Promise<unknown> {
  const { secret, known } = read(readPlanSchema, body)
  await checkPass(app, request, board, PLAN_PASS, secret)
  const answer = await app.rooms.withRoom(board, (room) => {
    const version = versionOf(room)
    return { version, board: known === version ? null : toBoardFile(plainBoard(room.state.content, room.state.frame())) }
  })
  if (!answer) throw notFound()
  return answer
}

const rooms = new WeakMap<Room, string>()

function versionOf(room: Room): string {
  const loaded = rooms.get(room) ?? randomUUID()
  rooms.set(room, loaded)
  return `${loaded}.${room.state.edits()}.${room.state.frame().rev}`
}

async function sheetOf(app: AppContext, board: BoardId, subject: PassSubject): Promise<StatusSheet> {
  const sheet = await app.rooms.withRoom(board, (room) => statusSheet(plainBoard(room.state.content, room.state.frame()), subject))
  if (!sheet) throw notFound()
  return sheet
}

/** The number of the open pass that the secret belongs to. Wrong, ended and expired look the same, and cost the same. */
async function checkPass(app: AppContext, request: IncomingMessage, board: BoardId, subject: PassSubject, secret: string): Promise<number> {
  const ip = clientIp(request, app.config.trustedProxies)
  if (app.wrongLinks.isUsedUp(ip)) throw new HttpError(429, 'too-many')
  const stored = await app.rooms.frame(board)
  const pass = stored && openPass(stored.frame.passes, subject, app.now())
  const isRight = isSame(passSecret(app.serverKey, board, subject, pass?.number ?? 0), secret)
  if (!pass || !isRight) {
    app.wrongLinks.count(ip)
    app.log.info('wrong-link', { board, ip })
    throw notFound()
  }
  const key = `${board} ${subject} ${ip}`
  if (app.passUses.isUsedUp(key)) throw new HttpError(429, 'too-many')
  app.passUses.count(key)
  return pass.number
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  return parsed.data
}
