import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { PersonId } from '../../src/model/ids.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { MessageType } from '../../src/protocol/messages.ts'
import { createBucket, type Bucket } from '../rate-limit.ts'
import { KEEP_ALIVE } from '../room/wire.ts'
import type { Member } from '../room/seat.ts'
import { frameBytes } from './frame-bytes.ts'

export interface ConnectionSetup {
  readonly webSocket: WebSocket
  readonly socket: Duplex
  readonly person: PersonId
  readonly messagesPerSecond: number
  readonly bytesPerSecond: number
  receive(bytes: Uint8Array): void
  closed(): void
  /** The server ends the connection; the reason never holds anything a person wrote. */
  readonly dismissed: (code: CloseCode, reason: string) => void
}

/** What may wait in a socket before its reader counts as too slow; it comes back and asks for what it lacks. */
const MAX_WAITING_BYTES = 1024 * 1024
const BURST_MESSAGES = 10
const BURST_BYTES = 16
/** Every y-websocket client echoes everybody's presence, so a presence frame weighs little. */
const PRESENCE_WEIGHT = 0.1
const CLOSE_WITHIN_MS = 3000
const KEEP_ALIVE_FRAMES = [KEEP_ALIVE]

/** One socket of a person: sends, limits, and the signs of life. */
export class Connection implements Member {
  readonly person: PersonId
  readonly #setup: ConnectionSetup
  readonly #messages: Bucket
  readonly #bytes: Bucket
  #isAlive = true
  #isClosing = false
  /** A first big answer may wait longer than others: only what comes on top of it counts. */
  #allowance = 0

  constructor(setup: ConnectionSetup) {
    this.person = setup.person
    this.#setup = setup
    const now = (): number => performance.now()
    this.#messages = createBucket({ perSecond: setup.messagesPerSecond, burst: setup.messagesPerSecond * BURST_MESSAGES, now })
    this.#bytes = createBucket({ perSecond: setup.bytesPerSecond, burst: setup.bytesPerSecond * BURST_BYTES, now })
    const { webSocket } = setup
    webSocket.on('message', (data, isBinary) => this.#receive(data as Buffer, isBinary))
    webSocket.on('pong', () => {
      this.#isAlive = true
    })
    webSocket.on('error', () => webSocket.terminate())
    webSocket.on('close', () => {
      this.#isClosing = true
      setup.closed()
    })
  }

  /** Writes past `ws`, whole frames at a time: one write for all messages, and one buffer for all connections. */
  send(common: readonly Uint8Array[], own?: readonly Uint8Array[]): void {
    const { webSocket, socket } = this.#setup
    if (this.#isClosing || webSocket.readyState !== webSocket.OPEN) return
    const bytes = frameBytes(common, own)
    const waiting = webSocket.bufferedAmount
    if (waiting === 0) this.#allowance = 0
    if (waiting > MAX_WAITING_BYTES + this.#allowance) return this.close(CloseCode.TryAgain, 'reads too slowly')
    if (bytes.length > MAX_WAITING_BYTES) this.#allowance += bytes.length
    socket.write(bytes)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#isClosing) return
    this.#isClosing = true
    const { webSocket, dismissed } = this.#setup
    dismissed(code, reason)
    webSocket.close(code, reason)
    // Behind a full buffer the close frame never goes out.
    setTimeout(() => webSocket.terminate(), CLOSE_WITHIN_MS).unref()
  }

  /** Called at every beat: whoever did not answer the last one is gone. */
  beat(): void {
    const { webSocket } = this.#setup
    if (!this.#isAlive) return webSocket.terminate()
    this.#isAlive = false
    if (webSocket.readyState !== webSocket.OPEN) return
    webSocket.ping()
    this.send(KEEP_ALIVE_FRAMES)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#isClosing) return
    if (!isBinary) return this.close(CloseCode.Malformed, 'text')
    const weight = data[0] === MessageType.Awareness ? PRESENCE_WEIGHT : 1
    if (!this.#messages.take(weight) || !this.#bytes.take(data.length)) return this.close(CloseCode.TryAgain, 'sends too much')
    this.#setup.receive(data)
  }
}
