import type { IncomingMessage, ServerResponse } from 'node:http'
import * as Y from 'yjs'
import { followUp } from '../../src/insight/follow-up.ts'
import { agendaFrom } from '../../src/model/agenda.ts'
import { parseBoardFile, writeBoard, type BoardContent } from '../../src/model/board.ts'
import { openContent } from '../../src/model/content.ts'
import { createFrame, type Frame, type Person } from '../../src/model/frame.ts'
import { newBoardId, newPersonId, type BoardId } from '../../src/model/ids.ts'
import { importedVotes, NO_ROUNDS } from '../../src/model/rounds.ts'
import { sampleBoard } from '../../src/model/sample.ts'
import { createBoardSchema, followBoardSchema, importBoardSchema } from '../../src/protocol/api.ts'
import { hashToken, isSame, linksOf, setCookie } from '../access.ts'
import type { AppContext } from '../app-context.ts'
import { linkEnd } from '../frame/joining-commands.ts'
import { clientIp } from '../origin.ts'
import { plainBoard } from '../room/plain-board.ts'
import { HttpError, notFound } from './reply.ts'
import { entryOf, requireVisit, tokenFor } from './visitor.ts'

/** A board from a template, empty or with the template's sample. */
export async function createBoard(app: AppContext, request: IncomingMessage, response: ServerResponse, body: unknown): Promise<unknown> {
  checkCreator(app, request)
  const parsed = createBoardSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const { template: id, sample: isSample, title, organisation, language, name } = parsed.data
  const template = app.templates.get(id)
  const sample = isSample ? app.templates.sample(id) : undefined
  if (!template || (isSample && !sample)) throw new HttpError(400, 'invalid', 'template')
  const filled = sample ? sampleBoard(template, sample, language) : null
  const frame = createFrame(template, {
    title: title || filled?.title || template.title[language],
    organisation: organisation || filled?.organisation || '',
    language,
  })
  return open(app, request, response, frame, filled ?? { questions: frame.questions, cards: [], links: [], answers: {} }, name)
}

/** A board from a file that was exported. Who was in the room then is not in this one. */
export async function importBoard(app: AppContext, request: IncomingMessage, response: ServerResponse, body: unknown): Promise<unknown> {
  checkCreator(app, request)
  const parsed = importBoardSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const read = parseBoardFile(parsed.data.file)
  if (!read.ok) throw new HttpError(400, 'broken-file', read.fault)
  const { board } = read
  const rounds = { ...NO_ROUNDS, results: importedVotes(board) }
  const empty = createFrame(board.template, board)
  const agenda = board.agenda ? agendaFrom(board.agenda, board.questions) : empty.agenda
  const frame = { ...empty, questions: [...board.questions], agenda, rounds, follows: board.follows ?? null }
  return open(app, request, response, frame, board, parsed.data.name)
}

/** A new board that begins with what is still open on this one. */
export async function followBoard(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  board: BoardId,
  body: unknown,
): Promise<unknown> {
  const { person } = await requireVisit(app, request, board)
  if (person.role !== 'facilitator') throw notFound()
  checkCreator(app, request)
  const parsed = followBoardSchema.safeParse(body)
  if (!parsed.success) throw new HttpError(400, 'invalid', parsed.error.issues[0]?.path.join('.'))
  const day = new Date(app.now()).toLocaleDateString('sv-SE')
  const old = await app.rooms.withRoom(board, (room) => plainBoard(room.state.content, room.state.frame()))
  if (!old) throw notFound()
  const { template, content, follows } = followUp(old, day)
  const frame = { ...createFrame(template, { ...old, title: parsed.data.title }), questions: [...content.questions], follows }
  return open(app, request, response, frame, content, person.name)
}

function checkCreator(app: AppContext, request: IncomingMessage): void {
  const { createToken } = app.config
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (createToken !== null && !isSame(given, createToken)) throw new HttpError(403, 'forbidden')
  const ip = clientIp(request, app.config.trustedProxies)
  if (app.newBoards.isUsedUp(ip)) throw new HttpError(429, 'too-many')
  app.newBoards.count(ip)
}

async function open(
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  empty: Frame,
  given: BoardContent,
  name: string,
): Promise<unknown> {
  const board = newBoardId()
  const person: Person = { id: newPersonId(), name, role: 'facilitator' }
  const { linkDays } = app.config
  const linkUntil = {
    facilitator: linkEnd('facilitator', linkDays, app.now()),
    participant: linkEnd('participant', linkDays, app.now()),
    viewer: linkEnd('viewer', linkDays, app.now()),
  }
  const frame = { ...empty, linkDays, linkUntil, founder: person.id, roster: [person] }
  const content = openContent(new Y.Doc())
  writeBoard(content, given)
  const update = Y.encodeStateAsUpdate(content.doc)
  content.doc.destroy()
  const token = await tokenFor(app, request)
  const session = { token: hashToken(token), board, person: person.id, until: app.now() + app.config.sessionMs }
  try {
    await app.store.create({ id: board, rev: frame.rev, frame: JSON.stringify(frame), update, session })
  } catch (error) {
    app.log.error('create-failed', { why: String(error) })
    throw new HttpError(503, 'unsaved')
  }
  response.setHeader('set-cookie', setCookie(token, app.isSecure, app.config.sessionMs))
  app.log.info('board-made', { board })
  return { ...entryOf(board, { frame, epoch: 1, person }), links: linksOf(app.serverKey, board, frame.linkGeneration) }
}
