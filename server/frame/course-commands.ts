import { nextOpen, previous } from '../../src/model/agenda.ts'
import { goTo } from './agenda-steps.ts'
import { done, LEADS, refused, type CommandHandlers } from './command-handler.ts'

/** Leading: which block runs. */
export const courseCommands: CommandHandlers<'back-block' | 'end-agenda' | 'next-block' | 'skip-block' | 'start-block'> = {
  'start-block': {
    roles: LEADS,
    run: (frame, { block, timer }, { now }) => {
      if (!frame.agenda.blocks.some((known) => known.id === block)) return refused('unknown')
      if (frame.agenda.current === block) return refused('not-now')
      return done(goTo(frame, block, { now, timer }))
    },
  },
  'next-block': {
    roles: LEADS,
    run: (frame, { from, timer }, { now }) => {
      const next = nextOpen(frame.agenda)
      if (frame.agenda.current !== from || (from === null && next === null)) return refused('not-now')
      return done(goTo(frame, next, { now, timer }))
    },
  },
  'back-block': {
    roles: LEADS,
    run: (frame, { from, timer }, { now }) => {
      const before = previous(frame.agenda)
      if (frame.agenda.current !== from || before === null) return refused('not-now')
      return done(goTo(frame, before, { now, timer }))
    },
  },
  'skip-block': {
    roles: LEADS,
    run: (frame, { block, skipped }, { now }) => {
      if (!frame.agenda.blocks.some((known) => known.id === block)) return refused('unknown')
      const blocks = frame.agenda.blocks.map((known) => (known.id === block ? { ...known, skipped } : known))
      const marked = { ...frame, agenda: { ...frame.agenda, blocks } }
      const isLeft = skipped && frame.agenda.current === block
      return done(isLeft ? goTo(marked, nextOpen(marked.agenda), { now }) : marked)
    },
  },
  'end-agenda': {
    roles: LEADS,
    run: (frame, { from }, { now }) => {
      if (frame.agenda.current === null || frame.agenda.current !== from) return refused('not-now')
      return done(goTo(frame, null, { now }))
    },
  },
}
