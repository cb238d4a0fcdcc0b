import { useMemo } from 'react'
import type { Board } from '../../model/board.ts'
import { votesOf } from '../../model/rounds.ts'
import { questionsOf } from '../../model/board.ts'
import type { Entry } from '../../protocol/api.ts'
import type { View } from '../../protocol/view.ts'
import type { BoardState } from '../../sync/board-store.ts'
import { useBoard, useOpenBoard, useView } from './board-context.ts'

/** The board as plain data, as insight and the exports take it. */
export function usePlainBoard(): Board {
  const { entry } = useOpenBoard()
  const view = useView((current) => current)
  const cards = useBoard((state) => state.cards)
  const links = useBoard((state) => state.links)
  const answers = useBoard((state) => state.answers)
  const verdicts = useBoard((state) => state.verdicts)
  const voices = useBoard((state) => state.voices)
  const commentsOf = useBoard((state) => state.commentsOf)
  return useMemo(
    () => plainBoard(entry, view, { cards, links, answers, verdicts, voices, commentsOf }),
    [entry, view, cards, links, answers, verdicts, voices, commentsOf],
  )
}

type Content = Pick<BoardState, 'cards' | 'links' | 'answers' | 'verdicts' | 'voices' | 'commentsOf'>

export function plainBoard(entry: Entry, view: View | null, state: Content): Board {
  return {
    title: view?.title ?? entry.title,
    organisation: view?.organisation ?? entry.organisation,
    goal: view?.goal ?? entry.template.goal[entry.language],
    language: view?.language ?? entry.language,
    template: entry.template,
    questions: view?.questions ?? questionsOf(entry.template, entry.language),
    cards: [...state.cards.values()],
    links: [...state.links.values()],
    answers: state.answers,
    verdicts: state.verdicts,
    // Who said it stays on the board.
    voices: state.voices.map(({ question, stance, reason }) => ({ question, stance, reason })),
    comments: [...state.commentsOf.values()].flat().map(({ card, text, at, resolved }) => ({ card, text, at, resolved })),
    ...(view?.follows ? { follows: view.follows } : {}),
    votes: view ? votesOf(view.rounds.results) : undefined,
    agenda: view?.agenda.blocks.map(({ id, title, minutes, way, questions, skipped }) => ({ id, title, minutes, way, questions, skipped })),
    people: (view?.people ?? []).map(({ name, role }) => ({ name, role })),
  }
}
