import type { Frame } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { encodeMessage, MessageType, type Mine } from '../../src/protocol/messages.ts'
import { ownOf, talliesOf, type Sealed } from '../frame/sealed.ts'
import type { Moment } from '../view/moment.ts'
import { viewWriter } from '../view/write-views.ts'
import type { Seat } from './seat.ts'
import { encodeSync, SyncType } from './wire.ts'

/** What a flush has to tell. */
export interface News {
  readonly seats: ReadonlySet<Seat>
  readonly frame: Frame
  readonly sealed: Sealed
  readonly update: Uint8Array | null
  readonly presence: Uint8Array | null
  /** The document for a browser with this state vector. */
  answer(vector: Uint8Array): Uint8Array
  readonly viewsDue: boolean
  readonly now: number
  readonly lastEditAt: number | null
  /** False while the store cannot write. */
  readonly isDurable: boolean
  /** True when that has just changed. */
  readonly turned: boolean
}

/** Sends one flush: what is for all is encoded once and handed to everyone as the same array. */
export function publish(news: News): void {
  const presence = news.presence ? [news.presence] : []
  const batch = news.update ? [encodeSync(SyncType.Update, news.update), ...presence] : presence
  let view: ReturnType<typeof viewWriter> | null = null
  for (const seat of news.seats) {
    if (seat.isClosed) continue
    const common = seat.isReady ? batch : presence
    const isShared = seat.asks === null && !seat.owesSaved && seat.seen && !seat.needsMine && !news.turned && !news.viewsDue
    if (isShared) {
      if (common.length > 0) seat.member.send(common)
      continue
    }
    const own = ownFrames(news, seat)
    if (news.viewsDue || !seat.seen) {
      view ??= viewWriter(momentOf(news))
      const written = view(seat.person, seat.seen)
      seat.seen = written.seen
      if (written.frame) own.push(written.frame)
    }
    if (seat.needsMine) {
      seat.needsMine = false
      const { drafts, named, votes } = ownOf(news.sealed, seat.person)
      own.push(encodeMessage(MessageType.Mine, { drafts, named, votes } satisfies Mine))
    }
    if (common.length + own.length > 0) seat.member.send(common, own)
  }
}

function ownFrames(news: News, seat: Seat): Uint8Array[] {
  const frames: Uint8Array[] = []
  if (seat.asks) {
    frames.push(news.answer(seat.asks))
    seat.asks = null
    seat.isReady = true
  }
  if (!news.isDurable) {
    if (news.turned) frames.push(encodeMessage(MessageType.Saved, { count: seat.saved, failing: true }))
  } else if ((seat.owesSaved && !seat.hasGap) || news.turned) {
    if (!seat.hasGap) seat.saved = seat.received
    seat.owesSaved = seat.hasGap
    frames.push(encodeMessage(MessageType.Saved, { count: seat.saved }))
  }
  return frames
}

function momentOf({ frame, seats, sealed, now, lastEditAt }: News): Moment {
  return { frame, online: onlineOf(seats), now, lastEditAt, tallies: talliesOf(frame.rounds, sealed) }
}

function onlineOf(seats: ReadonlySet<Seat>): Set<PersonId> {
  return new Set([...seats].filter((seat) => !seat.isClosed).map((seat) => seat.person))
}
