import { openRawSocket, type RawSocket, type RawSocketOptions } from './raw-socket.ts'
import { createReceiver } from './receiver.ts'
import { syncFrame, SyncType } from './traffic.ts'

const WITHIN_MS = 10_000
const EMPTY_UPDATE = Uint8Array.of(0, 0)
export const ASK_FOR_ALL = syncFrame(SyncType.Step1, Uint8Array.of(0))

type Reader = (message: Uint8Array) => void
type Address = Omit<RawSocketOptions, 'onMessage'>

/** Somebody in a room, through as plain a socket as there can be. */
export interface Member {
  readonly socket: RawSocket
  /** Who reads the messages from now on; without a reader they are only counted. */
  readonly listen: (reader: Reader | null) => void
  /** Content frames sent so far apart from the load's own; the server confirms them too. */
  readonly confirmed: number
}

/** Opens a socket and does nothing else. */
export async function connectMember(address: Address, first: Reader | null = null): Promise<Member> {
  let reader = first
  const socket = await openRawSocket({ ...address, onMessage: (message) => reader?.(message) })
  return { socket, listen: (next) => (reader = next), confirmed: 0 }
}

/** Enters as y-websocket does: both sides ask, both answer. */
export async function enterRoom(address: Address): Promise<Member & { readonly document: Uint8Array }> {
  const got: { document: Uint8Array | null; asked: number } = { document: null, asked: 0 }
  const member = await connectMember(
    address,
    createReceiver({
      asked: () => (got.asked += 1),
      document: (update) => (got.document = update.slice()),
    }),
  )
  member.socket.send(ASK_FOR_ALL)
  const end = Date.now() + WITHIN_MS
  while (got.document === null || got.asked === 0) {
    if (Date.now() > end || member.socket.closeCode() !== null) throw new Error(`no document; close code ${member.socket.closeCode()}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  member.socket.send(syncFrame(SyncType.Step2, EMPTY_UPDATE))
  return { ...member, confirmed: got.asked, document: got.document }
}
