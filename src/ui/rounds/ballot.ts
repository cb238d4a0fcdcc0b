import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CardId } from '../../model/ids.ts'
import type { FrameStore } from '../../sync/frame-store.ts'
import { useConnection, useView } from '../board/board-context.ts'
import { shortText } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import { useMine } from './round-in.ts'
import { useSayRefusal } from './use-ask.ts'

type Counts = Readonly<Partial<Record<string, number>>>

/** What was pressed and the server has not answered yet, in one vote of one board. */
interface Pressed {
  readonly round: string
  readonly votes: Counts
}
const boards = new WeakMap<FrameStore, StoreApi<Pressed>>()
const NONE: Counts = {}

function pressedOn(frame: FrameStore): StoreApi<Pressed> {
  const known = boards.get(frame) ?? createStore<Pressed>(() => ({ round: '', votes: NONE }))
  boards.set(frame, known)
  return known
}

function pressedIn(frame: FrameStore, round: string): Counts {
  const state = pressedOn(frame).getState()
  return state.round === round ? state.votes : NONE
}

function forget(frame: FrameStore, id: CardId): void {
  const { votes, round } = pressedOn(frame).getState()
  const { [id]: _settled, ...others } = votes
  pressedOn(frame).setState({ round, votes: others })
}

/** The part of what was pressed that belongs to the open vote. */
function usePressed<T>(select: (votes: Counts) => T): T {
  const round = useView((view) => view?.rounds.voting?.id)
  return useStore(pressedOn(useConnection().frame), (state) => select(state.round === round ? state.votes : NONE))
}

export function useOwnVotes(id: CardId): number {
  const answered = useMine((mine) => mine.votes[id] ?? 0)
  return usePressed((votes) => votes[id]) ?? answered
}

/** How many votes this person has given. */
export function useSpent(): number {
  const answered = useMine((mine) => mine.votes)
  return sum({ ...answered, ...usePressed((votes) => votes) })
}

function sum(votes: Counts): number {
  return Object.values(votes).reduce<number>((all, count) => all + (count ?? 0), 0)
}

/** Gives a vote to a card or takes one back; says what is left. */
export function useCast(id: CardId): (by: 1 | -1) => Promise<void> {
  const { t } = useTranslation()
  const connection = useConnection()
  const sayRefusal = useSayRefusal()
  return async (by) => {
    const { frame, board } = connection
    const { view, mine } = frame.getState()
    const voting = view?.rounds.voting
    if (!voting) return
    const pressed = pressedIn(frame, voting.id)
    const votes: Counts = { ...mine.votes, ...pressed }
    const next = (votes[id] ?? 0) + by
    const left = voting.budget - sum(votes) - by
    if (next < 0) return
    if (by > 0 && next > voting.cap) return toast(t('votes.capped', { count: voting.cap }))
    if (by > 0 && left < 0) return toast(t('votes.spent', { count: voting.budget }))
    pressedOn(frame).setState({ round: voting.id, votes: { ...pressed, [id]: next } })
    const text = shortText(board.getState().cards.get(id), t('card.empty'))
    announce(`${t(by > 0 ? 'votes.given' : 'votes.taken', { text })} ${t('votes.left', { left, budget: voting.budget })}`)
    const outcome = await connection.command({ type: 'cast-votes', round: voting.id, card: id, votes: next })
    if (pressedIn(frame, voting.id)[id] !== next) return
    if (outcome === 'done') return forgetWhenTold(frame, { round: voting.id, id, count: next })
    forget(frame, id)
    sayRefusal(outcome)
  }
}

/** The answer and one's own votes come in either order. */
function forgetWhenTold(
  frame: FrameStore,
  { round, id, count }: { readonly round: string; readonly id: CardId; readonly count: number },
): void {
  if ((frame.getState().mine.votes[id] ?? 0) === count) return forget(frame, id)
  const stop = frame.subscribe((state, before) => {
    if (state.mine === before.mine) return
    stop()
    if (pressedIn(frame, round)[id] === count) forget(frame, id)
  })
}
