import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BoardId } from '../../src/model/ids.ts'
import type { Role } from '../../src/model/board.ts'
import type { Frame } from '../../src/model/frame.ts'
import { joinSchema, knockSchema, type Door, type Invitations } from '../../src/protocol/api.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { hashToken, linksOf, readCookie, roleOfSecret, spokenCode } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { isCodeOpen } from '../frame/joining-commands.ts'
import { clientIp } from '../origin.ts'
import { admitPerson } from './admit.ts'
import { doorOf } from './door.ts'
import { HttpError, notFound } from './reply.ts'
import { entryOf, requireVisit } from './visitor.ts'

export async function enterBoard(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  return entryOf(board, await requireVisit(app, request, board))
}

export async function showLinks(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  const { frame, person } = await requireVisit(app, request, board)
  if (person.role !== 'facilitator') throw notFound()
  const code = isCodeOpen(frame, app.now()) ? spokenCode(app.serverKey, board, frame.code.number) : null
  return { ...linksOf(app.serverKey, board, frame.linkGeneration), code } satisfies Invitations
}

/** Exchanges a link's secret for a session. A link that is over looks like a wrong one. */
export async function joinBoard(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  board: BoardId,
  body: unknown,
): Promise<unknown> {
  const parsed = joinSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const { secret, name, area } = parsed.data
  return admitPerson(app, request, response, { board, role: await roleOfLink(app, request, board, secret), name, area })
}

/** What a link's secret shows before joining. */
export async function showDoor(app: AppContext, request: IncomingMessage, board: BoardId, body: unknown): Promise<Door> {
  const parsed = knockSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  return doorOf(app, board, await roleOfLink(app, request, board, parsed.data.secret))
}

/** @throws HttpError 404 for a link that is wrong, renewed or over: they look the same */
async function roleOfLink(app: AppContext, request: IncomingMessage, board: BoardId, secret: string): Promise<Role> {
  const ip = clientIp(request, app.config.trustedProxies)
  if (app.wrongLinks.isUsedUp(ip)) throw new HttpError(429, 'too-many')
  const stored = await app.rooms.frame(board)
  // The same work for a board that does not exist: the time must not tell it.
  const generations = stored?.frame.linkGeneration ?? { facilitator: 0, participant: 0, viewer: 0 }
  const role = roleOfSecret(app.serverKey, board, generations, secret)
  if (!stored || role === null || isOver(stored.frame, role, app.now())) {
    app.wrongLinks.count(ip)
    app.log.info('wrong-link', { board, ip })
    throw notFound()
  }
  return role
}

/** Ends this browser's session on the board; the name stays on the roster. */
export async function leaveBoard(app: AppContext, request: IncomingMessage, board: BoardId): Promise<unknown> {
  const { person } = await requireVisit(app, request, board)
  const token = readCookie(request.headers.cookie, app.isSecure)
  if (token) await app.store.removeSession(hashToken(token), board)
  app.rooms.loaded(board)?.dismiss(person.id, CloseCode.SignedOut, 'left')
  return {}
}

function isOver({ linkUntil }: Frame, role: Role, now: number): boolean {
  const until = linkUntil[role]
  return until !== null && until <= now
}
