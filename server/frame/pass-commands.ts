import { LIMITS } from '../../src/model/limits.ts'
import { openPass, passEnd } from '../../src/model/passes.ts'
import { done, LEADS, refused, type CommandHandlers } from './command-handler.ts'

export const passCommands: CommandHandlers<'open-pass' | 'close-pass'> = {
  'open-pass': {
    roles: LEADS,
    run: (frame, { subject }, { now, facts }) => {
      const due = facts.dueOf(subject)
      if (!due) return refused('unknown')
      const known = Object.hasOwn(frame.passes, subject) ? frame.passes[subject] : undefined
      if (!known && Object.keys(frame.passes).length >= LIMITS.passes) return refused('full')
      const pass = { number: (known?.number ?? 0) + 1, until: passEnd(frame.linkDays, due.last, now) }
      return done({ ...frame, passes: { ...frame.passes, [subject]: pass } })
    },
  },
  'close-pass': {
    roles: LEADS,
    run: (frame, { subject }, { now }) => {
      const pass = openPass(frame.passes, subject, now)
      if (!pass) return refused('not-now')
      return done({ ...frame, passes: { ...frame.passes, [subject]: { ...pass, until: now } } })
    },
  },
}
