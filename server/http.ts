import type { IncomingMessage, ServerResponse } from 'node:http'
import { BOARD_ID_PATTERN, type BoardId } from '../src/model/ids.ts'
import { LIMITS } from '../src/model/limits.ts'
import { routes } from '../src/protocol/api.ts'
import type { AppContext } from './app-context.ts'
import { enterBoard, joinBoard, leaveBoard, showDoor, showLinks } from './http/board-routes.ts'
import { joinByCode, moveDevice, openDeviceCode, showDoorByCode } from './http/code-routes.ts'
import { createBoard, followBoard, importBoard } from './http/create-board.ts'
import { listSnapshots, restoreSnapshot, showSnapshot } from './http/history-routes.ts'
import { listPasses, showPlan, showStatus, takeReport } from './http/pass-routes.ts'
import { HttpError, notFound, readBody, sendError, sendJson } from './http/reply.ts'
import { setSecurityHeaders } from './http/security-headers.ts'
import { createStaticFiles } from './http/static-files.ts'
import { isOwnOrigin } from './origin.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => void
type Act = (
  app: AppContext,
  request: IncomingMessage,
  response: ServerResponse,
  board: BoardId,
  body: unknown,
  item: number,
) => Promise<unknown>

const BODY_BYTES = 64 * 1024

const ACTIONS: Readonly<Record<string, Act>> = {
  'GET board': (app, request, _response, board) => enterBoard(app, request, board),
  'GET links': (app, request, _response, board) => showLinks(app, request, board),
  'POST join': joinBoard,
  'POST door': (app, request, _response, board, body) => showDoor(app, request, board, body),
  'POST device': (app, request, _response, board) => openDeviceCode(app, request, board),
  'GET snapshots': (app, request, _response, board) => listSnapshots(app, request, board),
  'GET snapshots/n': (app, request, _response, board, _body, item) => showSnapshot(app, request, board, item),
  'POST restore': (app, request, _response, board, body) => restoreSnapshot(app, request, board, body),
  'GET passes': (app, request, _response, board) => listPasses(app, request, board),
  'POST status': (app, request, _response, board, body) => showStatus(app, request, board, body),
  'POST report': (app, request, _response, board, body) => takeReport(app, request, board, body),
  'POST follow': followBoard,
  'POST plan': (app, request, _response, board, body) => showPlan(app, request, board, body),
  'POST leave': (app, request, _response, board) => leaveBoard(app, request, board),
}

/** Answers every HTTP request: the interface below `/api`, the built page for the rest. */
export function createHttp(app: AppContext, clientFolder: string): Handle {
  const serveFile = createStaticFiles(clientFolder)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
    const path = pathOf(request)
    if (method !== 'GET' && method !== 'POST') throw new HttpError(405, 'invalid', 'method')
    if (path === routes.health) return sendJson(response, app.rooms.isFailing() ? 503 : 200, { ok: !app.rooms.isFailing() })
    if (path.startsWith('/api/')) return sendJson(response, 200, await act(method, path, request, response))
    if (method !== 'GET' || !(await serveFile(request, response, path))) throw notFound()
  }

  async function act(method: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (method === 'GET' && path === routes.templates) return app.templates.list()
    const isImport = path === routes.importBoard
    const body = method === 'POST' ? await readOwnBody(request, isImport ? 2 * LIMITS.importBytes : BODY_BYTES) : undefined
    if (method === 'POST' && isImport) return importBoard(app, request, response, body)
    if (method === 'POST' && path === routes.joinByCode) return joinByCode(app, request, response, body)
    if (method === 'POST' && path === routes.doorByCode) return showDoorByCode(app, request, body)
    if (method === 'POST' && path === routes.moveDevice) return moveDevice(app, request, response, body)
    if (method === 'POST' && path === routes.boards) return createBoard(app, request, response, body)
    const [, board = '', what = 'board', item] = /^\/api\/boards\/([^/]+)(?:\/([a-z]+)(?:\/([1-9]\d{0,8}))?)?$/.exec(path) ?? []
    const action = ACTIONS[`${method} ${what}${item === undefined ? '' : '/n'}`]
    if (!action || !BOARD_ID_PATTERN.test(board)) throw notFound()
    return action(app, request, response, board as BoardId, body, Number(item))
  }

  async function readOwnBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
    if (!isOwnOrigin(request, app.config.publicOrigin)) throw new HttpError(403, 'origin')
    return readBody(request, maxBytes)
  }

  return (request, response) => {
    setSecurityHeaders(response, app.isSecure)
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy()
      if (error instanceof HttpError) return sendError(response, error)
      app.log.error('request-failed', { why: error instanceof Error ? error.message : String(error) })
      sendError(response, new HttpError(500, 'internal'))
    })
  }
}

/** As it was sent: a path that a browser would have to straighten out first is none of ours. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}
