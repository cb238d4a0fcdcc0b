import * as encoding from 'lib0/encoding'
import { WebSocket, type ClientOptions } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Role } from '../../src/model/board.ts'
import { openContent, type Content } from '../../src/model/content.ts'
import { newCommandId, type BoardId } from '../../src/model/ids.ts'
import { routes, type CreateBoard, type Entry, type Links } from '../../src/protocol/api.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, PROTOCOL_VERSION, readJson } from '../../src/protocol/messages.ts'
import type { Mine, Notice, Result, Saved } from '../../src/protocol/messages.ts'
import type { View } from '../../src/protocol/view.ts'

interface Reply<T = unknown> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** A browser as far as HTTP goes: sends Origin and keeps its cookie. */
export interface Browser {
  readonly url: string
  cookie: string
  get<T>(path: string): Promise<Reply<T>>
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply<T>>
}

export function openBrowser(url: string): Browser {
  const browser: Browser = {
    url,
    cookie: '',
    get: (path) => ask('GET', path),
    post: (path, body, headers) => ask('POST', path, body, headers),
  }
  async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const response = await fetch(url + path, {
      method,
      headers: { origin: url, cookie: browser.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (cookie) browser.cookie = cookie
    return { status: response.status, headers: response.headers, body: (await response.json().catch(() => null)) as T }
  }
  return browser
}

export interface NewTestBoard {
  readonly id: BoardId
  readonly links: Links
  readonly entry: Entry
  /** The facilitator who made it. */
  readonly browser: Browser
}

export async function createTestBoard(url: string, given: Partial<CreateBoard> = {}): Promise<NewTestBoard> {
  const browser = openBrowser(url)
  const body = { template: 'kickoff', language: 'de', name: 'Frieda', ...given }
  const { body: entry, status } = await browser.post<Entry & { links: Links }>(routes.boards, body)
  if (status !== 200) throw new Error(`board not made: ${status} ${JSON.stringify(entry)}`)
  return { id: entry.board, links: entry.links, entry, browser }
}

/** A browser that has come in by a link. */
export async function joinTestBoard(board: NewTestBoard, role: Role, name: string): Promise<Browser> {
  const browser = openBrowser(board.browser.url)
  const { status, body } = await browser.post(routes.join(board.id), { secret: board.links[role], name })
  if (status !== 200) throw new Error(`not joined: ${status} ${JSON.stringify(body)}`)
  return browser
}

export interface Client {
  readonly doc: Y.Doc
  readonly content: Content
  readonly provider: WebsocketProvider
  readonly notices: Notice[]
  readonly saved: Saved[]
  readonly closeCodes: number[]
  /** Fulfilled when the server's content is here. */
  readonly synced: Promise<void>
  view(): View | null
  mine(): Mine | null
  command(body: CommandBody, id?: string): Promise<Result>
  /** Content frames sent on this connection. */
  sent(): number
  /** Waits until the server has everything on disk that was sent so far. */
  allSaved(): Promise<void>
  raw(bytes: Uint8Array<ArrayBuffer>): void
  readonly close: () => void
}

export interface ConnectOptions {
  readonly doc?: Y.Doc
  readonly version?: number
  readonly epoch?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Connects y-websocket's own provider, with the cookie and Origin of a browser. */
export function connectClient(board: Pick<NewTestBoard, 'id'>, browser: Browser, options: ConnectOptions = {}): Client {
  const doc = options.doc ?? new Y.Doc()
  const headers = { cookie: browser.cookie, origin: browser.url, ...options.headers }
  class BrowserSocket extends WebSocket {
    constructor(address: string, protocols?: string | string[], given?: ClientOptions) {
      super(address, protocols, { ...given, headers, perMessageDeflate: false })
    }
  }
  const provider = new WebsocketProvider(browser.url.replace('http', 'ws') + routes.socket, board.id, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
    params: { v: String(options.version ?? PROTOCOL_VERSION), epoch: String(options.epoch ?? 1) },
    maxBackoffTime: 200,
  })
  const notices: Notice[] = []
  const saved: Saved[] = []
  const closeCodes: number[] = []
  const results = new Map<string, (result: Result) => void>()
  let view: View | null = null
  let mine: Mine | null = null
  let sent = 0
  const listen = (type: number, receive: (value: unknown) => void): void => {
    provider.messageHandlers[type] = (_encoder, decoder) => receive(readJson(decoder))
  }
  listen(MessageType.View, (value) => (view = value as View))
  listen(MessageType.Mine, (value) => (mine = value as Mine))
  listen(MessageType.ViewChange, (value) => (view = { ...view, ...(value as View) }))
  listen(MessageType.Notice, (value) => notices.push(value as Notice))
  listen(MessageType.Saved, (value) => saved.push(value as Saved))
  listen(MessageType.Result, (value) => results.get((value as Result).id)?.(value as Result))
  const sync = provider.messageHandlers[MessageType.Sync]!
  provider.messageHandlers[MessageType.Sync] = (encoder, ...rest) => {
    sync(encoder, ...rest)
    if (encoding.length(encoder) > 1) sent++
  }
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider && provider.wsconnected) sent++
  })
  provider.on('status', ({ status }) => {
    if (status === 'connected') sent = 0
    if (status === 'connected') saved.length = 0
  })
  provider.on('connection-close', (event) => closeCodes.push(event?.code ?? 0))
  const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced: boolean) => isSynced && resolve()))
  provider.connect()
  return {
    doc,
    content: openContent(doc),
    provider,
    notices,
    saved,
    closeCodes,
    synced,
    view: () => view,
    mine: () => mine,
    command: (body, id = newCommandId()) =>
      new Promise((resolve) => {
        results.set(id, resolve)
        provider.ws?.send(encodeMessage(MessageType.Command, { id, ...body }))
      }),
    sent: () => sent,
    allSaved: () => until(() => provider.synced && (saved.at(-1)?.count ?? 0) >= sent && !saved.at(-1)?.failing),
    raw: (bytes) => provider.ws?.send(bytes),
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Waits for something that will be true in a moment. */
export async function until(condition: () => boolean, withinMs = 5000): Promise<void> {
  const end = performance.now() + withinMs
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not true within ${withinMs} ms: ${condition.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
