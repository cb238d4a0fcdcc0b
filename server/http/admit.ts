import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Area } from '../../src/model/areas.ts'
import type { Role } from '../../src/model/board.ts'
import { newPersonId, type BoardId } from '../../src/model/ids.ts'
import type { Entry } from '../../src/protocol/api.ts'
import { hashToken, setCookie } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { HttpError, notFound } from './reply.ts'
import { entryOf, findVisit, tokenFor } from './visitor.ts'

/** Lets somebody in. The same browser stays the same person, however it comes. */
export async function admitPerson(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  given: { readonly board: BoardId; readonly name: string; readonly role: Role; readonly area: Area | undefined },
): Promise<Entry> {
  const { board, name, role, area } = given
  const known = await findVisit(app, request, board)
  const person = { id: known?.person.id ?? newPersonId(), name, role, ...(area ? { area } : {}) }
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
