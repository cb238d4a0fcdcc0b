import type { Board } from '../../src/model/board.ts'
import { BIN, BY } from '../../src/model/card.ts'
import type { Content } from '../../src/model/content.ts'
import type { Frame } from '../../src/model/frame.ts'
import { votesOf } from '../../src/model/rounds.ts'
import { readAnswers, readCards, readLinks, readVerdicts, readVoices } from '../../src/model/read-content.ts'

/** A board as data for who is not on it: without what lies in the bin, comments, and whoever wrote or said something. */
export function plainBoard(content: Content, frame: Frame): Board {
  const { title, organisation, goal, language, template, questions, follows } = frame
  const cards = readCards(content)
    .filter((card) => card.place.in !== BIN)
    .map((card) => ({ ...card, fields: Object.fromEntries(Object.entries(card.fields).filter(([field]) => field !== BY)) }))
  const there = new Set(cards.map((card) => card.id))
  return {
    title,
    organisation,
    goal,
    language,
    template,
    questions,
    cards,
    links: readLinks(content).filter((link) => there.has(link.from) && there.has(link.to)),
    answers: readAnswers(content),
    verdicts: readVerdicts(content),
    voices: readVoices(content).map(({ question, stance, reason }) => ({ question, stance, reason })),
    comments: [],
    people: [],
    votes: votesOf(frame.rounds.results),
    ...(follows ? { follows } : {}),
  }
}
