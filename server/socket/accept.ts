import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { BOARD_ID_PATTERN, type BoardId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { routes } from '../../src/protocol/api.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts'
import type { AppContext } from '../app-context.ts'
import { findVisit } from '../http/visitor.ts'
import { clientIp, isOwnOrigin } from '../origin.ts'
import type { Room } from '../room.ts'
import type { Seat } from '../room/seat.ts'
import { Connection } from './connection.ts'
import { createCounts } from './counts.ts'

const BEAT_MS = 20_000
const CLOSE_WITHIN_MS = 3000

interface Target {
  readonly board: BoardId
  readonly version: number
  readonly epoch: number | null
}

/** Takes WebSockets in: path, origin and caps before the handshake, session and board after it, where the browser can read why. */
export function createSockets(app: AppContext) {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: LIMITS.frameBytes,
    autoPong: true,
    skipUTF8Validation: true,
  })
  server.on('wsClientError', (_error, socket) => socket.destroy())
  const connections = new Set<Connection>()
  const counts = createCounts()
  const beat = setInterval(() => connections.forEach((connection) => connection.beat()), BEAT_MS)
  beat.unref()
  let isClosed = false

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const target = targetOf(request)
    const ip = clientIp(request, app.config.trustedProxies)
    if (isClosed) return refuse(socket, 503)
    if (!target) return refuse(socket, 404)
    if (!isOwnOrigin(request, app.config.publicOrigin)) return refuse(socket, 403)
    if (!counts.take(ip, app.config.limits.socketsPerIp)) return refuse(socket, 429)
    socket.once('close', () => counts.giveBack(ip))
    server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate())
      enter(request, socket, webSocket, target).catch((error: unknown) => {
        app.log.error('socket-failed', { board: target.board, why: String(error) })
        webSocket.close(CloseCode.TryAgain, 'failed')
      })
    })
  }

  async function enter(request: IncomingMessage, socket: Duplex, webSocket: WebSocket, target: Target): Promise<void> {
    const early: Buffer[] = []
    const keep = (data: unknown): void => void (early.length < MAX_EARLY && early.push(data as Buffer))
    webSocket.on('message', keep)
    if (target.version !== PROTOCOL_VERSION) return webSocket.close(CloseCode.Outdated, 'protocol')
    const visit = await findVisit(app, request, target.board)
    if (!visit) return webSocket.close(CloseCode.NoBoard, 'not found')
    if (target.epoch !== null && target.epoch !== visit.epoch) return webSocket.close(CloseCode.Replaced, 'epoch')
    const person = visit.person.id
    const key = `${target.board} ${person}`
    if (!counts.take(key, app.config.limits.socketsPerPerson)) return webSocket.close(CloseCode.TryAgain, 'too many')
    webSocket.once('close', () => counts.giveBack(key))
    const isThere = await app.rooms.withRoom(target.board, (room) => {
      webSocket.off('message', keep)
      sit(room, socket, webSocket, visit.person.id)
      for (const data of early) webSocket.emit('message', data, true)
      return true
    })
    if (!isThere) webSocket.close(CloseCode.NoBoard, 'not found')
  }

  function sit(room: Room, socket: Duplex, webSocket: WebSocket, person: Seat['person']): void {
    if (webSocket.readyState !== webSocket.OPEN) return
    const { messagesPerSecond, bytesPerSecond } = app.config.limits
    const connection: Connection = new Connection({
      webSocket,
      socket,
      person,
      messagesPerSecond,
      bytesPerSecond,
      receive: (bytes) => room.receive(seat, bytes),
      dismissed: (code, why) => app.log.info('socket-closed', { board: room.id, code, why }),
      closed: () => {
        connections.delete(connection)
        room.leave(seat)
        app.rooms.release(room.id)
      },
    })
    connections.add(connection)
    const seat: Seat = room.join(connection)
    if (room.roleOf(person) === null) connection.close(CloseCode.SignedOut, 'removed')
  }

  return {
    upgrade,
    count: (): number => connections.size,
    /** Says goodbye to everyone and waits until they are gone. */
    async close(): Promise<void> {
      if (isClosed) return
      isClosed = true
      clearInterval(beat)
      for (const webSocket of server.clients) webSocket.close(CloseCode.Restart, 'restart')
      const terminate = setTimeout(() => server.clients.forEach((webSocket) => webSocket.terminate()), CLOSE_WITHIN_MS)
      await new Promise<void>((resolve) => server.close(() => resolve()))
      clearTimeout(terminate)
    },
  }
}

/** Frames that may arrive while a room is loaded. */
const MAX_EARLY = 20

function targetOf(request: IncomingMessage): Target | null {
  try {
    const url = new URL(request.url ?? '', 'http://localhost')
    const prefix = `${routes.socket}/`
    const board = url.pathname.slice(prefix.length)
    if (!request.url?.startsWith(prefix) || !BOARD_ID_PATTERN.test(board)) return null
    const epoch = url.searchParams.get('epoch')
    return { board: board as BoardId, version: Number(url.searchParams.get('v')), epoch: epoch === null ? null : Number(epoch) }
  } catch {
    return null
  }
}

const REASONS: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
