import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BoardId } from '../../src/model/ids.ts'
import { joinByCodeSchema, knockByCodeSchema, moveDeviceSchema, type DeviceCode, type Door, type Entry } from '../../src/protocol/api.ts'
import { hashToken, isSame, lookupOfCode, setCookie, spokenCode } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { isCodeOpen } from '../frame/joining-commands.ts'
import { activePerson } from '../frame/roster.ts'
import { clientIp } from '../origin.ts'
import { admitPerson } from './admit.ts'
import { doorOf } from './door.ts'
import { HttpError, notFound } from './reply.ts'
import { entryOf, requireVisit, tokenFor } from './visitor.ts'

const EVERYBODY = ''

/** Exchanges a spoken code for a participant's session. Unknown, switched off and expired look the same. */
export async function joinByCode(app: AppContext, request: IncomingMessage, response: ServerResponse, body: unknown): Promise<Entry> {
  const guess = startGuess(app, request)
  const parsed = joinByCodeSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const board = await boardOfCode(app, parsed.data.code)
  if (!board) throw guess.wrong()
  return admitPerson(app, request, response, { board, role: 'participant', name: parsed.data.name, area: parsed.data.area })
}

/** What a spoken code shows before joining. */
export async function showDoorByCode(app: AppContext, request: IncomingMessage, body: unknown): Promise<Door> {
  const guess = startGuess(app, request)
  const parsed = knockByCodeSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const board = await boardOfCode(app, parsed.data.code)
  if (!board) throw guess.wrong()
  return doorOf(app, board, 'participant')
}

/** A code with which the same person goes on on another device. */
export async function openDeviceCode(app: AppContext, request: IncomingMessage, board: BoardId): Promise<DeviceCode> {
  const { person } = await requireVisit(app, request, board)
  return app.deviceCodes.open(board, person.id)
}

export async function moveDevice(app: AppContext, request: IncomingMessage, response: ServerResponse, body: unknown): Promise<Entry> {
  const guess = startGuess(app, request)
  const parsed = moveDeviceSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const move = app.deviceCodes.take(parsed.data.code)
  const stored = move && (await app.rooms.frame(move.board))
  const person = stored && activePerson(stored.frame, move.person)
  if (!stored || !person) throw guess.wrong()
  const token = await tokenFor(app, request)
  const until = app.now() + app.config.sessionMs
  await app.store.addSession({ token: hashToken(token), board: move.board, person: person.id, until }).catch((error: unknown) => {
    app.log.warn('join-failed', { board: move.board, why: String(error) })
    throw new HttpError(503, 'unsaved')
  })
  response.setHeader('set-cookie', setCookie(token, app.isSecure, app.config.sessionMs))
  return entryOf(move.board, { ...stored, person })
}

/** Codes are short: wrong ones are counted for each address and for all together. */
function startGuess(app: AppContext, request: IncomingMessage): { wrong(): HttpError } {
  const ip = clientIp(request, app.config.trustedProxies)
  if (app.wrongCodes.isUsedUp(ip) || app.allWrongCodes.isUsedUp(EVERYBODY)) throw new HttpError(429, 'too-many')
  return {
    wrong: () => {
      app.wrongCodes.count(ip)
      app.allWrongCodes.count(EVERYBODY)
      app.log.info('wrong-code', { ip })
      return notFound()
    },
  }
}

/** Should two boards ever have the same code at a time, it opens neither. */
async function boardOfCode(app: AppContext, code: string): Promise<BoardId | null> {
  const open: BoardId[] = []
  for (const board of await app.store.boardsOfCode(lookupOfCode(app.serverKey, code))) {
    const frame = (await app.rooms.frame(board))?.frame
    if (frame && isCodeOpen(frame, app.now()) && isSame(spokenCode(app.serverKey, board, frame.code.number), code)) open.push(board)
  }
  return open.length === 1 ? (open[0] ?? null) : null
}
