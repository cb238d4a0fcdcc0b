import type { Role } from '../src/model/board.ts'
import { SEED } from '../src/model/content.ts'
import type { Frame, Person } from '../src/model/frame.ts'
import type { BoardId, PersonId } from '../src/model/ids.ts'
import { CloseCode } from '../src/protocol/close-codes.ts'
import { encodeMessage, MessageType } from '../src/protocol/messages.ts'
import { createAfterCommit } from './room/after-commit.ts'
import { openBoardState, type BoardState } from './room/board-state.ts'
import { NOTHING, type Own } from './frame/sealed.ts'
import type { SnapshotBody } from './room/history.ts'
import { createPresence } from './room/presence.ts'
import { publish } from './room/publish.ts'
import { readFrame, type Said } from './room/read-frame.ts'
import { ONLINE_DELAY_MS, PRESENCE_PATIENCE_MS, TALLY_DELAY_MS, type Inbound, type RoomSetup } from './room/room-setup.ts'
import { closeSeat, createSeat, type Member, type Seat } from './room/seat.ts'
import { followRoster } from './room/follow-roster.ts'
import { takeCommand } from './room/take-command.ts'
import { takeContent } from './room/take-content.ts'
import type { ReportWrite } from './room/take-report.ts'
import { takeRequest } from './room/take-request.ts'
import { encodeSync, SyncType } from './room/wire.ts'
import type { BoardWrite, Session } from './store/board-store.ts'

/** One board in memory and who is there. What comes in waits for the next flush: `prepare`, a commit, `publish`. */
export class Room {
  readonly id: BoardId
  readonly epoch: number
  readonly state: BoardState
  readonly #setup: RoomSetup
  readonly #seats = new Set<Seat>()
  readonly #presence
  readonly #desk
  #inbox: Inbound[] = []
  readonly #afterCommit = createAfterCommit()
  #viewsDue = false
  #viewsTimer: NodeJS.Timeout | undefined
  #isFailing = false
  #isClosed = false

  constructor(setup: RoomSetup) {
    this.id = setup.id
    this.epoch = setup.stored.epoch
    this.#setup = setup
    this.state = openBoardState(setup.id, setup.stored, setup.frame, setup.now)
    this.#presence = createPresence((client) => this.state.bindings.ownerOf(client))
    this.#desk = {
      state: this.state,
      presence: this.#presence,
      log: setup.log,
      noteEdit: () => void (this.#viewsDue = this.state.lastEdit.note() || this.#viewsDue),
    }
  }

  get size(): number {
    return this.#seats.size
  }

  /** True while the store lacks something. */
  get isDirty(): boolean {
    return this.#inbox.length > 0 || !this.state.unsaved.isEmpty()
  }

  join(member: Member): Seat {
    const seat = createSeat(member, this.state.frame())
    this.#seats.add(seat)
    const frames = [encodeSync(SyncType.Step1, this.state.vector())]
    const present = this.#presence.everybody()
    if (present) frames.push(present)
    if (this.#isFailing) frames.push(encodeMessage(MessageType.Saved, { count: 0, failing: true }))
    member.send(frames)
    this.#announce()
    this.#wake(1)
    return seat
  }

  leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return
    this.#presence.leave(seat)
    this.#announce()
    this.#wake(this.#seats.size)
  }

  /** Takes a frame from a member. What cannot be read closes that member and nobody else. */
  receive(seat: Seat, bytes: Uint8Array): void {
    if (seat.isClosed || !this.#seats.has(seat) || this.#isClosed) return
    try {
      this.#hear(seat, readFrame(bytes))
    } catch {
      this.#setup.log('refused', 'unreadable')
      closeSeat(seat, CloseCode.Malformed, 'unreadable')
    }
  }

  #hear(seat: Seat, said: Said): void {
    switch (said.type) {
      case 'presence': {
        const isNews = this.roleOf(seat.person) !== 'viewer' && this.#presence.receive(seat, said.decoder)
        if (isNews) this.#wake(this.#seats.size, PRESENCE_PATIENCE_MS)
        break
      }
      case 'question':
        seat.asks = said.vector
        this.#wake(1)
        break
      case 'content':
      case 'command':
        this.#queue({ seat, ...said })
        break
      case 'nothing':
    }
  }

  #queue(inbound: Inbound): void {
    this.#inbox.push(inbound)
    this.#wake(this.#seats.size)
  }

  roleOf(person: PersonId): Role | null {
    return this.state.roleOf(person)
  }

  /** Puts a person on the roster with a session. Fulfilled when both are on disk. */
  admit(person: Person, session: Session): Promise<'admitted' | 'full'> {
    if (this.#isClosed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => this.#queue({ type: 'admit', person, session, answer: { resolve, reject } }))
  }

  /** Brings the board back to a snapshot. Fulfilled on disk, with the number of the snapshot that undoes it; null for who may not. */
  restore(person: PersonId, body: SnapshotBody): Promise<number | null> {
    if (this.#isClosed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => this.#queue({ type: 'restore', person, body, answer: { resolve, reject } }))
  }

  /** Writes how a measure stands. Fulfilled when it is on disk, or was refused. */
  report(report: ReportWrite): Promise<'written' | 'gone' | 'full'> {
    if (this.#isClosed) return Promise.reject(new Error('closed'))
    return new Promise((resolve, reject) => this.#queue({ type: 'report', report, answer: { resolve, reject } }))
  }

  /** Closes every connection of a person. */
  dismiss(person: PersonId, code: CloseCode, reason: string): void {
    for (const seat of this.#seats) if (seat.person === person) closeSeat(seat, code, reason)
  }

  /** Ends the room: nothing is written any more. */
  close(code: CloseCode, reason: string): void {
    this.#isClosed = true
    clearTimeout(this.#viewsTimer)
    for (const seat of this.#seats) closeSeat(seat, code, reason)
    for (const inbound of this.#inbox) if ('answer' in inbound) inbound.answer.reject(new Error(reason))
    this.#afterCommit.giveUp(reason)
    this.#inbox = []
    this.state.destroy()
  }

  /**
   * Takes in what waits, in its order and in one transaction. Returns what is to be written, null for nothing.
   * @throws when the document cannot be trusted any more
   */
  prepare(): BoardWrite | null {
    if (this.#isClosed) return null
    const inbox = this.#inbox
    this.#inbox = []
    if (inbox.length > 0) {
      this.state.content.doc.transact((transaction) => {
        inbox.forEach((inbound) => this.#take(inbound))
        // Applying an update marks the transaction as foreign; after a take-back Yjs would then give the server another client id.
        transaction.local = true
      }, SEED)
    }
    return this.state.takeWrite()
  }

  #take(inbound: Inbound): void {
    if ('answer' in inbound) {
      const { state } = this
      const change = (frame: Frame): void => this.#change(frame)
      return takeRequest({ state, now: this.#setup.now(), change, afterCommit: this.#afterCommit.add }, inbound)
    }
    const { seat } = inbound
    const role = this.roleOf(seat.person)
    if (seat.isClosed || role === null) return
    if (inbound.type === 'content') return takeContent(this.#desk, seat, role, inbound.update, inbound.isWhole)
    const desk = {
      state: this.state,
      seal: (person: PersonId, own: Own) => this.#seal(person, own),
      content: this.state.content,
      frame: this.state.frame(),
      now: this.#setup.now(),
      change: (frame: Frame) => this.#change(frame),
      remove: (person: PersonId) => this.#remove(person),
      afterCommit: (run: () => void) => this.#afterCommit.add({ written: run }),
    }
    takeCommand(desk, seat, inbound.value)
  }

  #seal(person: PersonId, own: Own): void {
    this.state.seal(person, own)
    for (const seat of this.#seats) if (seat.person === person) seat.needsMine = true
    // Others learn of numbers only, and not at the moment in which somebody pressed a key.
    this.#announce(TALLY_DELAY_MS)
  }

  #remove(person: PersonId): void {
    this.state.seal(person, NOTHING)
    this.state.unsaved.erase()
    this.state.unsaved.revoke(person)
    this.dismiss(person, CloseCode.SignedOut, 'removed')
  }

  #change(frame: Frame): void {
    const { code } = this.state.frame()
    if (frame.code !== code) this.state.unsaved.setCode(frame.code.until === null ? null : this.#setup.codeOf(frame.code.number))
    this.state.change(frame)
    this.#viewsDue = true
    followRoster(frame, this.#seats, this.#presence)
  }

  /** Tells everybody what is new. `isDurable`: what `prepare` returned is on disk, or there was nothing to write. */
  publish(isDurable: boolean): void {
    if (this.#isClosed) return
    const turned = this.#isFailing === isDurable
    this.#isFailing = !isDurable
    publish({
      seats: this.#seats,
      frame: this.state.frame(),
      sealed: this.state.sealed(),
      update: isDurable ? this.state.committed() : null,
      presence: this.#presence.takeChanges(),
      answer: this.state.answer,
      viewsDue: this.#viewsDue,
      lastEditAt: this.state.lastEdit.at(),
      now: this.#setup.now(),
      isDurable,
      turned,
    })
    this.#viewsDue = false
    if (isDurable) this.#afterCommit.written()
    else this.#afterCommit.giveUp('unsaved')
  }

  #wake(sends: number, patienceMs?: number): void {
    if (!this.#isClosed) this.#setup.wake(sends, patienceMs)
  }

  /** New views for all, a little later. */
  #announce(delayMs = ONLINE_DELAY_MS): void {
    if (this.#isClosed) return
    this.#viewsTimer ??= setTimeout(() => {
      this.#viewsTimer = undefined
      this.#viewsDue = true
      this.#wake(this.#seats.size)
    }, delayMs)
  }
}
