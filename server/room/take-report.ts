import { dutiesOf } from '../../src/insight/duties.ts'
import { indexBoard } from '../../src/insight/graph.ts'
import { SEED } from '../../src/model/content.ts'
import { textsOf } from '../../src/model/field-texts.ts'
import type { CardId, FieldId } from '../../src/model/ids.ts'
import { openPass, type PassSubject } from '../../src/model/passes.ts'
import { readCard } from '../../src/model/read-content.ts'
import { setField } from '../../src/model/write-content.ts'
import { forgetPositions } from '../gate/yjs-internals.ts'
import type { BoardState } from './board-state.ts'
import { bodyOf } from './history.ts'
import { plainBoard } from './plain-board.ts'

/** How a measure stands, said by whoever has the link to it; `number` is the pass that opened the door. */
export interface ReportWrite {
  readonly subject: PassSubject
  readonly number: number
  readonly card: CardId
  readonly state: string
  readonly note: string
}

/** A report an hour is enough of a snapshot to go back to. */
const SNAPSHOT_EVERY_MS = 60 * 60 * 1000

/** Writes what was reported; a lock of the board does not stop it, for it freezes what was agreed and not how it goes. */
export function takeReport(state: BoardState, report: ReportWrite, now: number): 'written' | 'gone' | 'full' {
  const { content, history } = state
  const frame = state.frame()
  const { status } = frame.template.plan
  // Asked again at the moment of writing: the link may have been ended since.
  if (!status || openPass(frame.passes, report.subject, now)?.number !== report.number) return 'gone'
  const board = plainBoard(content, frame)
  if (!dutiesOf(board, indexBoard(board), report.subject).some((duty) => duty.id === report.card)) return 'gone'
  if (state.rules('facilitator').shut === 'limit') return 'full'
  const fields = readCard(content, report.card)?.fields ?? {}
  const wanted = [
    [status.field, report.state],
    [status.note, report.note],
  ] as const
  const changes = wanted.filter(([field, value]) => (fields[field] ?? '') !== value)
  if (changes.length === 0) return 'written'
  const isRecent = history.list().some(({ reason, made }) => reason === 'report' && made > now - SNAPSHOT_EVERY_MS)
  if (!isRecent) history.keep('report', '', () => bodyOf(content, frame))
  for (const [field, value] of changes) {
    forgetTexts(state, report.card, field)
    setField(content, report.card, field, value, SEED)
  }
  return 'written'
}

/** An update of the same transaction may have moved what Yjs remembers. */
function forgetTexts({ content }: BoardState, card: CardId, field: FieldId): void {
  const record = content.cards.get(card)
  if (record) textsOf(record, field).forEach(forgetPositions)
}
