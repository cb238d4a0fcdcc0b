import type { Frame, Person } from '../../src/model/frame.ts'
import type { PersonId } from '../../src/model/ids.ts'
import { admit } from '../frame/roster.ts'
import type { Session } from '../store/board-store.ts'
import type { Waiter } from './after-commit.ts'
import type { BoardState } from './board-state.ts'
import { bodyOf, type SnapshotBody } from './history.ts'
import { frameFor, restoreContent } from './restore.ts'
import { takeReport, type ReportWrite } from './take-report.ts'

interface Answer<T> {
  resolve(outcome: T): void
  reject(error: Error): void
}

/** What came over HTTP and waits for the next flush. */
export type Request =
  | { readonly type: 'admit'; readonly person: Person; readonly session: Session; readonly answer: Answer<'admitted' | 'full'> }
  | { readonly type: 'restore'; readonly person: PersonId; readonly body: SnapshotBody; readonly answer: Answer<number | null> }
  | { readonly type: 'report'; readonly report: ReportWrite; readonly answer: Answer<'written' | 'gone' | 'full'> }

export interface RequestDesk {
  readonly state: BoardState
  readonly now: number
  change(frame: Frame): void
  afterCommit(waiter: Waiter): void
}

/** Answers when what was asked is on disk. */
export function takeRequest(desk: RequestDesk, request: Request): void {
  switch (request.type) {
    case 'admit':
      return takeAdmission(desk, request)
    case 'restore':
      return takeRestore(desk, request)
    case 'report': {
      const { answer } = request
      const outcome = takeReport(desk.state, request.report, desk.now)
      if (outcome !== 'written') return answer.resolve(outcome)
      desk.afterCommit({ written: () => answer.resolve('written'), unwritten: (reason) => answer.reject(new Error(reason)) })
    }
  }
}

function takeAdmission(desk: RequestDesk, { person, session, answer }: Extract<Request, { type: 'admit' }>): void {
  const before = desk.state.frame()
  const frame = admit(before, withKnownArea(desk.state, person))
  if (!frame) return answer.resolve('full')
  if (frame !== before) desk.change(frame)
  desk.state.unsaved.addSession(session)
  desk.afterCommit({ written: () => answer.resolve('admitted'), unwritten: (reason) => answer.reject(new Error(reason)) })
}

/** An area whose card went meanwhile keeps nobody out. */
function withKnownArea({ content }: BoardState, person: Person): Person {
  const { area, ...rest } = person
  return area && 'card' in area && !content.cards.has(area.card) ? rest : person
}

/** The answer is the snapshot that undoes it; null for who does not lead. */
function takeRestore(desk: RequestDesk, { person, body, answer }: Extract<Request, { type: 'restore' }>): void {
  const { content, history, frame, roleOf } = desk.state
  if (roleOf(person) !== 'facilitator') return answer.resolve(null)
  const before = history.keep('restore', '', () => bodyOf(content, frame()))
  const next = frameFor(frame(), body)
  if (next !== frame()) desk.change(next)
  restoreContent(content, next, body)
  desk.afterCommit({ written: () => answer.resolve(before), unwritten: (reason) => answer.reject(new Error(reason)) })
}
