import type { IncomingMessage } from 'node:http'
import type { Frame, Person } from '../../src/model/frame.ts'
import type { BoardId } from '../../src/model/ids.ts'
import type { Entry } from '../../src/protocol/api.ts'
import { hashToken, newToken, readCookie } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { activePerson } from '../frame/roster.ts'
import { notFound } from './reply.ts'

export interface Visit {
  readonly frame: Frame
  readonly epoch: number
  readonly person: Person
}

/** The board and the person behind a request's cookie; null for everything that is not to be told apart. */
export async function findVisit(app: AppContext, request: IncomingMessage, board: BoardId): Promise<Visit | null> {
  const token = readCookie(request.headers.cookie, app.isSecure)
  const id = token && (await app.store.personOf(hashToken(token), board, app.now()))
  const stored = id && (await app.rooms.frame(board))
  const person = id && stored ? activePerson(stored.frame, id) : undefined
  return stored && person ? { ...stored, person } : null
}

/** @throws HttpError 404 */
export async function requireVisit(app: AppContext, request: IncomingMessage, board: BoardId): Promise<Visit> {
  const visit = await findVisit(app, request, board)
  if (!visit) throw notFound()
  return visit
}

/** The browser's own token if it was given out here, else a new one: a planted cookie is never taken over. */
export async function tokenFor(app: AppContext, request: IncomingMessage): Promise<string> {
  const token = readCookie(request.headers.cookie, app.isSecure)
  return token && (await app.store.hasToken(hashToken(token), app.now())) ? token : newToken()
}

export function entryOf(board: BoardId, { frame, epoch, person }: Visit): Entry {
  return {
    board,
    title: frame.title,
    organisation: frame.organisation,
    language: frame.language,
    template: frame.template,
    epoch,
    me: { id: person.id, name: person.name, role: person.role },
  }
}
