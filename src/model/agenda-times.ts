import { currentBlock, type Agenda, type Block } from './agenda.ts'
import type { BlockId } from './ids.ts'

export interface BlockTime {
  readonly id: BlockId
  /** `passed`: the workshop went by without opening it. */
  readonly state: 'done' | 'now' | 'open' | 'passed' | 'skipped'
  /** Real for what was begun or ended; for the rest, as it follows from what really happened. */
  readonly startsAt: number
  readonly endsAt: number
  /** As it was planned: the beginning and the minutes of everything before. */
  readonly plannedAt: number
}

const MINUTE_MS = 60_000

/** When each block starts and ends, given the server's clock. A block that runs long pushes what follows. */
export function agendaTimes(agenda: Agenda, now: number): BlockTime[] {
  const begun = agenda.blocks.flatMap((block) => block.startedAt ?? [])
  const firstStart = begun.length > 0 ? Math.min(...begun) : Math.max(agenda.startAt ?? now, now)
  const at = agenda.blocks.findIndex((block) => block.id === agenda.current)
  const isUnderway = begun.length > 0
  let plannedAt = agenda.startAt ?? firstStart
  let cursor = firstStart
  return agenda.blocks.map((block, index) => {
    const state = stateOf(agenda, block, index < at)
    if (state === 'open' && isUnderway) cursor = Math.max(cursor, now)
    const time = { id: block.id, state, plannedAt, ...spanOf(block, state, { cursor, now }) }
    if (state !== 'skipped') plannedAt += block.minutes * MINUTE_MS
    cursor = Math.max(cursor, time.endsAt)
    return time
  })
}

/** When the last block ends as things are. */
export function agendaEnd(agenda: Agenda, now: number): number | null {
  const times = agendaTimes(agenda, now)
  return times.length > 0 ? Math.max(...times.map((time) => time.endsAt)) : null
}

function stateOf(agenda: Agenda, block: Block, isBefore: boolean): BlockTime['state'] {
  if (block.id === agenda.current) return 'now'
  if (block.skipped) return 'skipped'
  if (block.endedAt !== null) return 'done'
  return isBefore ? 'passed' : 'open'
}

function spanOf(block: Block, state: BlockTime['state'], { cursor, now }: { cursor: number; now: number }) {
  const lengthMs = block.minutes * MINUTE_MS
  const startedAt = block.startedAt ?? cursor
  switch (state) {
    case 'now':
      return { startsAt: startedAt, endsAt: Math.max(startedAt + lengthMs, now) }
    case 'done':
      return { startsAt: startedAt, endsAt: block.endedAt ?? startedAt }
    case 'open':
      return { startsAt: cursor, endsAt: cursor + lengthMs }
    case 'passed':
    case 'skipped':
      return { startsAt: cursor, endsAt: cursor }
  }
}

/** What the running block has left; null while none runs. Below zero it runs long. */
export function blockRemainingMs(agenda: Agenda, now: number): number | null {
  const block = currentBlock(agenda)
  if (!block || block.startedAt === null) return null
  return block.startedAt + block.minutes * MINUTE_MS - now
}
