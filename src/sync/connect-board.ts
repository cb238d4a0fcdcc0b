import type * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MADE, openContent, type Content } from '../model/content.ts'
import type { BoardId, KindId, PersonId } from '../model/ids.ts'
import type { OnInvalid } from '../model/read-content.ts'
import { routes } from '../protocol/api.ts'
import {
  MessageType,
  noticeSchema,
  PROTOCOL_VERSION,
  readJson,
  savedSchema,
  encodeMessage,
  type Notice,
  type Presence,
} from '../protocol/messages.ts'
import type { CommandBody } from '../protocol/commands.ts'
import { viewSchema } from '../protocol/view.ts'
import { createBoardStore, type BoardStore } from './board-store.ts'
import { device } from './device.ts'
import { createDrafts, type DraftStore } from './drafts.ts'
import { createFieldTexts, type FieldTexts } from './field-texts.ts'
import { createFrameStore, type CommandOutcome, type FrameStore } from './frame-store.ts'
import { offlineCopyName } from './offline-copies.ts'
import { createPresenceStore, type PresenceStore } from './presence-store.ts'
import { createSaveState, type SaveStore } from './save-state.ts'
import { createUndo, type Undo } from './undo.ts'

/** One open board: the document, the stores that follow it, and the ways to change it. */
export interface BoardConnection {
  readonly content: Content
  readonly board: BoardStore
  readonly frame: FrameStore
  readonly presence: PresenceStore
  readonly save: SaveStore
  readonly undo: Undo
  readonly fieldTexts: FieldTexts
  readonly drafts: DraftStore
  readonly command: (body: CommandBody) => Promise<CommandOutcome>
  readonly tell: (presence: Presence) => void
  readonly onNotice: (listener: (notice: Notice) => void) => () => void
  /** Forgets this device's copy of the board. */
  readonly forget: () => Promise<void>
  readonly close: () => void
}

export interface ConnectOptions {
  readonly board: BoardId
  readonly epoch: number
  /** Who this is: what the frame showed somebody else on this device is not shown. */
  readonly me?: PersonId
  /** `ws://host` or `wss://host`. */
  readonly server: string
  readonly onInvalid: OnInvalid
  /** The kind of a card that stacks others. */
  readonly stack?: KindId | undefined
  /** Without an offline copy nothing is kept on this device. */
  readonly offlineCopy?: boolean
}

const OFFLINE_COPY_WITHIN_MS = 2000

export function connectBoard(options: ConnectOptions): BoardConnection {
  const doc = new Y.Doc()
  const content = openContent(doc)
  const board = createBoardStore(content, options.onInvalid, options.stack)
  const isKept = options.offlineCopy !== false && typeof indexedDB !== 'undefined'
  const save = createSaveState(
    isKept ? { read: () => device.waiting(options), write: (waiting) => device.saveWaiting(options, waiting) } : undefined,
  )
  const undo = createUndo(content)
  const fieldTexts = createFieldTexts(content)
  const provider = new WebsocketProvider(options.server + routes.socket, options.board, doc, {
    connect: false,
    disableBc: true,
    params: { v: String(PROTOCOL_VERSION), epoch: String(options.epoch) },
  })
  const send = (command: unknown): boolean => {
    if (!provider.wsconnected || provider.ws?.readyState !== WebSocket.OPEN) return false
    provider.ws.send(encodeMessage(MessageType.Command, command))
    return true
  }
  const frame = createFrameStore(send, () => {
    const kept = isKept ? viewSchema.safeParse(device.view(options.board)).data : undefined
    return kept && kept.me.id === options.me ? kept : null
  })
  const presence = createPresenceStore(provider.awareness, () => frame.store.getState().view?.me.id)
  const noticeListeners = new Set<(notice: Notice) => void>()

  listen(provider, MessageType.View, (value) => frame.receiveView(value))
  listen(provider, MessageType.Mine, (value) => frame.receiveMine(value))
  listen(provider, MessageType.ViewChange, (value) => frame.receiveChange(value))
  listen(provider, MessageType.Result, (value) => frame.receiveResult(value))
  listen(provider, MessageType.Saved, (value) => {
    const parsed = savedSchema.safeParse(value)
    if (parsed.success) save.saved(parsed.data.count, parsed.data.failing ?? false)
  })
  listen(provider, MessageType.Notice, (value) => {
    const parsed = noticeSchema.safeParse(value)
    if (parsed.success) for (const listener of noticeListeners) listener(parsed.data)
  })
  countAnswers(provider, save.answered)

  const onUpdate = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local || origin === provider) return
    const sent = provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN
    // A card is made and then put in place: two frames, but one change in a person's eyes.
    if (sent || origin !== MADE) save.changed(sent)
  }
  doc.on('update', onUpdate)
  provider.on('status', ({ status }) => {
    if (status === 'connected') save.connected()
    if (status === 'disconnected') {
      save.disconnected()
      frame.disconnected()
    }
  })
  const goWithout = (): void => {
    save.disconnected()
    frame.recall()
  }
  provider.on('connection-close', goWithout)
  provider.on('sync', (synced: boolean) => {
    if (synced) save.loaded()
  })
  provider.on('closed', ({ code }) => save.closed(code))

  const goOffline = (): void => provider.disconnect()
  const goOnline = (): void => {
    if (save.store.getState().connection !== 'closed') provider.connect()
  }
  window.addEventListener('offline', goOffline)
  window.addEventListener('online', goOnline)
  const keepView = (): void => {
    const { view } = frame.store.getState()
    if (isKept && view) device.saveView(options.board, view)
  }
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') keepView()
  }
  // A telephone ends a page that is hidden without another word.
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', keepView)

  let closed = false
  const copy = isKept ? new IndexeddbPersistence(offlineCopyName(options.board, options.epoch), doc) : null
  void opened(copy).then((hadContent) => {
    if (closed) return
    if (hadContent && content.answers.size > 0) save.loaded()
    if (navigator.onLine) provider.connect()
    else goWithout()
  })

  const close = (): void => {
    if (closed) return
    closed = true
    window.removeEventListener('offline', goOffline)
    window.removeEventListener('online', goOnline)
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', keepView)
    keepView()
    board.close()
    presence.close()
    undo.close()
    provider.destroy()
    doc.off('update', onUpdate)
    void copy?.destroy()
    doc.destroy()
  }
  return {
    content,
    board: board.store,
    frame: frame.store,
    presence: presence.store,
    save: save.store,
    undo,
    fieldTexts,
    drafts: createDrafts(),
    command: frame.command,
    tell: presence.tell,
    onNotice: (listener) => {
      noticeListeners.add(listener)
      return () => noticeListeners.delete(listener)
    },
    forget: async () => {
      await copy?.clearData()
      device.saveWaiting(options, 0)
      close()
      device.saveView(options.board, null)
    },
    close,
  }
}

function listen(provider: WebsocketProvider, type: number, receive: (value: unknown) => void): void {
  provider.messageHandlers[type] = (_encoder, decoder) => receive(readJson(decoder))
}

/** The server confirms sync answers too, so they have to be counted like updates. */
function countAnswers(provider: WebsocketProvider, answered: () => void): void {
  const original = provider.messageHandlers[MessageType.Sync]
  if (!original) return
  provider.messageHandlers[MessageType.Sync] = (encoder: encoding.Encoder, decoder: decoding.Decoder, ...rest) => {
    original(encoder, decoder, ...rest)
    if (encoding.length(encoder) > 1) answered()
  }
}

/** Waits for the offline copy, but not for ever: some browsers refuse storage without a word. */
async function opened(copy: IndexeddbPersistence | null): Promise<boolean> {
  if (!copy) return false
  return Promise.race([
    copy.whenSynced.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), OFFLINE_COPY_WITHIN_MS)),
  ])
}
