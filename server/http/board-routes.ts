import type { IncomingMessage, ServerResponse } from 'node:http'
import { newPersonId, type BoardId } from '../../src/model/ids.ts'
import { joinSchema } from '../../src/protocol/api.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { hashToken, linksOf, readCookie, roleOfSecret, setCookie } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { clientIp } from '../origin.ts'
import { HttpError, notFound } from './reply.ts'
import { entryOf, findVisit, requireVisit, tokenFor } from './visitor.ts'

export async function enterBoard(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  return entryOf(board, await requireVisit(app, request, board))
}

export async function showLinks(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  const { frame, person } = await requireVisit(app, request, board)
  if (person.role !== 'facilitator') throw notFound()
  return linksOf(app.serverKey, board, frame.linkGeneration)
}

/** Exchanges a link's secret for a session. The same browser stays the same person, whatever link it comes with. */
export async function joinBoard(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  board: BoardId,
  body: unknown,
): Promise<unknown> {
  const ip = clientIp(request, app.config.trustedProxies)
  if (app.wrongLinks.isUsedUp(ip)) throw new HttpError(429, 'too-many')
  const parsed = joinSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const stored = await app.rooms.frame(board)
  // The same work for a board that does not exist: the time must not tell it.
  const generations = stored?.frame.linkGeneration ?? { facilitator: 0, participant: 0, viewer: 0 }
  const role = roleOfSecret(app.serverKey, board, generations, parsed.data.secret)
  if (!stored || role === null) {
    app.wrongLinks.count(ip)
    app.log.info('wrong-link', { board, ip })
    throw notFound()
  }
  const known = await findVisit(app, request, board)
  const person = { id: known?.person.id ?? newPersonId(), name: parsed.data.name, role }
  const token = await tokenFor(app, request)
  const session = { token: hashToken(token), board, person: person.id, until: app.now() + app.config.sessionMs }
  const outcome = await app.rooms
    .withRoom(board, (room) => room.admit(person, session))
    .catch((error: unknown) => {
      app.log.warn('join-failed', { board, why: String(error) })
      throw new HttpError(503, 'unsaved')
    })
  if (outcome === 'full') throw new HttpError(409, 'too-many', 'full')
  const joined = await app.rooms.frame(board)
  const admitted = joined?.frame.roster.find((entry) => entry.id === person.id)
  if (outcome === null || !joined || !admitted) throw notFound()
  response.setHeader('set-cookie', setCookie(token, app.isSecure, app.config.sessionMs))
  return entryOf(board, { ...joined, person: admitted })
}

/** Ends this browser's session on the board; the name stays on the roster. */
export async function leaveBoard(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  const { person } = await requireVisit(app, request, board)
  const token = readCookie(request.headers.cookie, app.isSecure)
  if (token) await app.store.removeSession(hashToken(token), board)
  app.rooms.loaded(board)?.dismiss(person.id, CloseCode.SignedOut, 'left')
  return {}
}
