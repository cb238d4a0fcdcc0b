// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../src/model/board.ts'
import type { KindId, QuestionId } from '../../src/model/ids.ts'
import type { VoteResult } from '../../src/model/rounds.ts'
import type { View } from '../../src/protocol/view.ts'
import { cardIdsIn } from '../../src/sync/board-store.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'
import { rendered } from '../helpers/rendered-cards.ts'

vi.mock('../../src/ui/card/card-face.tsx', async (load) => (await import('../helpers/rendered-cards.ts')).noteRendered(await load()))

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const everyday = 'everyday' as QuestionId
const running = { id: 'r1', questions: [everyday], kinds: [] as KindId[], budget: 3, cap: 2, voters: null }
const column = (): HTMLElement => screen.getByRole('region', { name: /Was muss im Alltag/ })
const card = (text: string): HTMLElement => screen.getByRole('article', { name: new RegExp(`: ${text}$`) })
const press = (text: string, name: string): HTMLElement => within(card(text)).getByRole('button', { name })
const said = (text: RegExp): Promise<HTMLElement> => screen.findByText(text, { selector: '[data-toasts] span' })

async function board(role: Role = 'participant') {
  const user = userEvent.setup()
  const result = await renderBoard({ role, open: ['everyday', 'parking'] })
  const ids = result.add('everyday', 'task', ['Eins', 'Zwei', 'Drei'])
  result.add('parking', 'task', ['Woanders'])
  const rounds = (change: Partial<View['rounds']>): void =>
    act(() => result.setView({ rounds: { silence: null, voting: null, results: [], ...change } }))
  /** What the server answers a ballot with. */
  const told = (votes: Record<string, number>): void =>
    act(() => result.connection.frame.setState({ mine: { drafts: [], named: false, votes } }))
  const vote = async (change: Partial<NonNullable<View['rounds']['voting']>> = {}): Promise<void> => {
    rounds({ voting: { ...running, ...change } })
    if (role !== 'viewer') await within(card('Eins')).findByRole('button', { name: 'Stimme geben' })
  }
  const cast = (): unknown[] => result.commands.map((body) => (body.type === 'cast-votes' ? [body.card, body.votes] : body.type))
  return { ...result, user, ids, rounds, told, vote, cast }
}

describe('while a vote is open', () => {
  test('votes are given and taken back by press, within the cap and the budget', async () => {
    const { user, ids, vote, told, cast } = await board()
    await vote()
    expect(within(column()).getByText('noch 3 von 3')).toBeTruthy()
    await user.click(press('Eins', 'Stimme geben'))
    await user.click(press('Eins', 'Stimme geben'))
    expect(within(column()).getByText('noch 1 von 3')).toBeTruthy()
    await user.click(press('Eins', 'Stimme geben'))
    await said(/Mehr als 2 Stimmen gehen nicht/)
    told({ [ids[0]!]: 2 })
    await user.click(press('Zwei', 'Stimme geben'))
    await user.click(press('Drei', 'Stimme geben'))
    await said(/Alle 3 Stimmen sind vergeben/)
    await user.click(press('Eins', 'Stimme zurücknehmen'))
    expect(cast()).toEqual([
      [ids[0], 1],
      [ids[0], 2],
      [ids[1], 1],
      [ids[0], 1],
    ])
    told({ [ids[0]!]: 1, [ids[1]!]: 1 })
    expect(within(column()).getByText('noch 1 von 3')).toBeTruthy()
    expect(within(card('Eins')).getByRole('group', { name: 'Sie haben dieser Karte 1 Stimme gegeben' })).toBeTruthy()
  })

  test('by keyboard on the card, and by its menu', async () => {
    const { user, ids, vote, told, cast } = await board()
    await vote()
    card('Zwei').focus()
    await user.keyboard('vv')
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('Stimme für „Zwei“, noch 1 von 3'))
    told({ [ids[1]!]: 2 })
    await user.keyboard('{Shift>}V{/Shift}')
    expect(document.activeElement).toBe(card('Zwei'))
    told({ [ids[1]!]: 1 })
    await user.keyboard('m')
    await user.click(await screen.findByRole('menuitem', { name: 'Stimme geben (noch 2 von 3)' }))
    expect(cast()).toEqual([
      [ids[1], 1],
      [ids[1], 2],
      [ids[1], 1],
      [ids[1], 2],
    ])
  })

  test('no card renders but for its own votes, and none that takes no part is voted about', async () => {
    const { user, ids, vote, told } = await board()
    await vote()
    expect(within(card('Woanders')).queryByRole('button', { name: 'Stimme geben' })).toBeNull()
    rendered.length = 0
    const others = ['Zwei', 'Drei'].map((text) => card(text).querySelector('[data-vote]')!.outerHTML)
    await user.click(press('Eins', 'Stimme geben'))
    told({ [ids[0]!]: 1 })
    await vote({ voters: 7 })
    expect(rendered).toEqual([])
    expect(['Zwei', 'Drei'].map((text) => card(text).querySelector('[data-vote]')!.outerHTML)).toEqual(others)
  })

  test('what the server refuses is taken off the card again', async () => {
    const { user, vote, connection } = await board()
    await vote()
    Object.assign(connection, { command: async () => 'offline' })
    await user.click(press('Eins', 'Stimme geben'))
    await said(/Keine Verbindung zum Server/)
    expect(within(column()).getByText('noch 3 von 3')).toBeTruthy()
  })

  test('one who only reads has nothing to vote with', async () => {
    const { vote } = await board('viewer')
    await vote({ voters: 5 })
    expect(await within(column()).findByText(/5 haben abgestimmt/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Stimme geben' })).toBeNull()
  })
})

describe('a facilitator', () => {
  test('opens a vote with a budget and a cap', async () => {
    const { user, commands } = await board('facilitator')
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Abstimmen lassen …' }))
    const dialog = await screen.findByRole('dialog', { name: 'Abstimmung' })
    const [budget, cap] = within(dialog).getAllByRole('spinbutton')
    await user.clear(cap!)
    await user.type(cap!, '9')
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Abstimmung beginnen' }).disabled).toBe(true)
    await user.clear(budget!)
    await user.type(budget!, '12')
    await user.click(within(dialog).getByRole('button', { name: 'Abstimmung beginnen' }))
    expect(commands).toEqual([{ type: 'open-votes', round: expect.any(String), questions: ['everyday'], kinds: [], budget: 12, cap: 9 }])
  })

  test('enters a show of hands card by card', async () => {
    const { user, ids, vote, commands } = await board('facilitator')
    await vote()
    await user.click(within(column()).getByRole('button', { name: 'Handzeichen' }))
    const dialog = await screen.findByRole('dialog', { name: 'Handzeichen' })
    expect(within(dialog).getAllByRole('spinbutton')).toHaveLength(3)
    await user.clear(within(dialog).getByRole('spinbutton', { name: 'Zwei' }))
    await user.type(within(dialog).getByRole('spinbutton', { name: 'Zwei' }), '7{Enter}')
    expect(commands).toEqual([{ type: 'count-hands', round: 'r1', card: ids[1], votes: 7 }])
  })

  test('closes it: totals on the cards, the question in order, and the list of the result', async () => {
    const { user, ids, vote, rounds, connection, commands } = await board('facilitator')
    await vote()
    const result: VoteResult = {
      ...running,
      voters: 4,
      cards: [
        { card: ids[2]!, votes: 5, shown: 1 },
        { card: ids[1]!, votes: 2, shown: 0 },
      ],
    }
    await user.click(within(column()).getByRole('button', { name: 'Schließen …' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Schließen und zählen' }))
    rounds({ results: [result] })
    const dialog = await screen.findByRole('dialog', { name: 'Ergebnis der Abstimmung' })
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual(['1.Drei6 Stimmendavon 1 per Handzeichen', '2.Zwei2 Stimmen'])
    expect(cardIdsIn(connection.board.getState(), everyday)).toEqual([ids[2], ids[1], ids[0]])
    act(() => void connection.undo.undo())
    expect(cardIdsIn(connection.board.getState(), everyday)).toEqual(ids)
    await user.keyboard('{Escape}')
    expect(press('Drei', '6 Stimmen').textContent).toBe('6')
    expect(commands.map((body) => body.type)).toEqual(['close-votes'])
  })
})

test('everybody looks at a result from a card, and is told when a vote is closed', async () => {
  const { user, ids, vote, rounds } = await board()
  await vote()
  await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('Jetzt wird abgestimmt'))
  rounds({ results: [{ ...running, voters: 4, cards: [{ card: ids[0]!, votes: 3, shown: 0 }] }] })
  await said(/geschlossen und gezählt/)
  await user.click(press('Eins', '3 Stimmen'))
  const dialog = await screen.findByRole('dialog', { name: 'Ergebnis der Abstimmung' })
  expect(within(dialog).queryByRole('button', { name: /nach Stimmen ordnen/ })).toBeNull()
})

test('who has the question folded away is told of the round, with the way there', async () => {
  const { user, rounds } = await board()
  await user.click(within(column()).getByRole('button', { name: /^Frage 5 schließen/ }))
  rounds({ voting: running })
  const sentence = await said(/Jetzt wird abgestimmt/)
  await user.click(within(sentence.parentElement!).getByRole('button', { name: 'Zur Frage' }))
  await waitFor(() => expect(document.activeElement).toBe(card('Eins')))
})
