import { done, LEADS, refused, type CommandHandlers } from './command-handler.ts'

export const guidanceCommands: CommandHandlers<'call-everyone' | 'spotlight'> = {
  'call-everyone': {
    roles: LEADS,
    run: (frame, { question, card, screen }, { facts }) => {
      const isKnown = question === null || frame.questions.some((known) => known.id === question)
      if (!isKnown || (card !== null && !facts.hasCard(card))) return refused('unknown')
      return done({ ...frame, call: { number: (frame.call?.number ?? 0) + 1, question, card, screen } })
    },
  },
  spotlight: {
    roles: LEADS,
    run: (frame, { card }, { facts }) => {
      if (card !== null && !facts.hasCard(card)) return refused('unknown')
      return done({ ...frame, spotlight: card })
    },
  },
}
