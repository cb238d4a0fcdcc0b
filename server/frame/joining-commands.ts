import type { Role } from '../../src/model/board.ts'
import type { Frame } from '../../src/model/frame.ts'
import { done, LEADS, refused, type CommandHandlers } from './command-handler.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const joiningCommands: CommandHandlers<'close-code' | 'open-code' | 'renew-link' | 'set-link-until'> = {
  'renew-link': {
    roles: LEADS,
    run: (frame, { role }, { now }) => {
      const linkGeneration = { ...frame.linkGeneration, [role]: frame.linkGeneration[role] + 1 }
      return done({ ...frame, linkGeneration, linkUntil: { ...frame.linkUntil, [role]: linkEnd(role, frame.linkDays, now) } })
    },
  },
  'set-link-until': {
    roles: LEADS,
    run: (frame, { role, until }) => done({ ...frame, linkUntil: { ...frame.linkUntil, [role]: until } }),
  },
  'open-code': {
    roles: LEADS,
    run: (frame, { minutes }, { now }) => done({ ...frame, code: { number: frame.code.number + 1, until: now + minutes * 60_000 } }),
  },
  'close-code': {
    roles: LEADS,
    run: (frame) => (frame.code.until === null ? refused('not-now') : done({ ...frame, code: { ...frame.code, until: null } })),
  },
}

/** When a link that is made now ends. A facilitator's does not: it is the only way back to the board. */
export function linkEnd(role: Role, days: Frame['linkDays'], now: number): number | null {
  return role === 'facilitator' || days === null ? null : now + days * DAY_MS
}

/** Is the spoken code switched on, and not over? */
export function isCodeOpen({ code }: Frame, now: number): boolean {
  return code.until !== null && code.until > now
}
