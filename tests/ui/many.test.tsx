// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { BoardId, CardId, KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCards, binCard } from '../../src/model/write-content.ts'
import { device } from '../../src/sync/device.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'
import { rendered } from '../helpers/rendered-cards.ts'

vi.mock('../../src/ui/card/card-face.tsx', async (load) => (await import('../helpers/rendered-cards.ts')).noteRendered(await load()))

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name })
const tasks = (): HTMLElement => column(/Was muss im Alltag/)
const parking = (): HTMLElement => column(/Themenspeicher/)
const names = (list: HTMLElement): string[] =>
  [...list.children].flatMap((item) => item.querySelector(':scope > article > p')?.textContent ?? [])
const listOf = (region: HTMLElement): string[] => names(region.querySelector<HTMLElement>('[data-list]')!)
const card = (text: string): HTMLElement => screen.getByRole('article', { name: new RegExp(`: ${text}(, ausgewählt)?$`) })
const bar = (): HTMLElement => screen.getByRole('toolbar', { name: 'Ausgewählte Karten' })
const press = (name: string): void => {
  fireEvent.click(within(bar()).getByRole('button', { name }))
}
const said = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text, { selector: '[data-toasts] span' })

async function withTasks(...texts: string[]) {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday', 'parking', 'actors'] })
  const ids = board.add('everyday', 'task', texts)
  await screen.findByRole('article', { name: new RegExp(`: ${texts.at(-1)}$`) })
  /** By Ctrl and click. */
  const tick = async (...some: string[]): Promise<void> => {
    for (const text of some) fireEvent.click(card(text), { ctrlKey: true })
    await screen.findByRole('toolbar')
  }
  const stack = async (...some: string[]): Promise<HTMLElement> => {
    await tick(...some)
    press('Stapeln')
    return screen.findByRole('textbox', { name: 'Text der Karte' })
  }
  const undo = async (): Promise<void> => act(() => void board.connection.undo.undo())
  return { user, board, ids, tick, stack, undo }
}

describe('several cards are ticked', () => {
  test('with Ctrl and a click, then with clicks alone, and a tick renders one card', async () => {
    const { ids, tick } = await withTasks('Eins', 'Zwei', 'Drei')
    rendered.length = 0
    await tick('Zwei')
    expect(rendered).toEqual([ids[1]])
    fireEvent.click(card('Drei'))
    expect(within(bar()).getByText('2 Karten ausgewählt')).toBeTruthy()
    fireEvent.click(card('Zwei'))
    expect(within(bar()).getByText('1 Karte ausgewählt')).toBeTruthy()
    expect(rendered).toEqual([ids[1], ids[2], ids[1]])
  })

  test('a click alone ticks nothing while none is ticked, and a click on a button is its own', async () => {
    const { tick } = await withTasks('Eins', 'Zwei')
    fireEvent.click(card('Eins'))
    expect(screen.queryByRole('toolbar')).toBeNull()
    await tick('Eins')
    fireEvent.click(within(card('Zwei')).getByRole('button', { name: /Menü/ }))
    await screen.findByRole('menu')
    expect(within(bar()).getByText('1 Karte ausgewählt')).toBeTruthy()
  })

  test('with Shift from one to another', async () => {
    const { tick } = await withTasks('Eins', 'Zwei', 'Drei', 'Vier')
    await tick('Zwei')
    fireEvent.click(card('Vier'), { shiftKey: true })
    expect(within(bar()).getByText('3 Karten ausgewählt')).toBeTruthy()
  })

  test('by keyboard: X, Ctrl+Space, Shift with an arrow; Escape ends it', async () => {
    const { user } = await withTasks('Eins', 'Zwei', 'Drei', 'Vier')
    card('Eins').focus()
    await user.keyboard('x')
    await screen.findByRole('toolbar')
    await user.keyboard('{ArrowDown}{ArrowDown}{Control>} {/Control}')
    expect(within(bar()).getByText('2 Karten ausgewählt')).toBeTruthy()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(within(bar()).getByText('3 Karten ausgewählt')).toBeTruthy()
    expect(document.activeElement).toBe(card('Vier'))
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('3 Karten ausgewählt'))
    await user.keyboard('m')
    expect(document.activeElement?.textContent).toBe('Verschieben')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(document.activeElement).toBe(card('Vier'))
  })

  test('from the menu of a card, as on a phone', async () => {
    const { user } = await withTasks('Eins', 'Zwei')
    card('Zwei').focus()
    await user.keyboard('m')
    await user.click(await screen.findByRole('menuitem', { name: 'Auswählen' }))
    expect(within(await screen.findByRole('toolbar')).getByText('1 Karte ausgewählt')).toBeTruthy()
  })

  test('a card that somebody else takes away is no longer counted', async () => {
    const { board, ids, tick } = await withTasks('Eins', 'Zwei')
    await tick('Eins', 'Zwei')
    act(() => binCard(board.connection.content, ids[0]!))
    expect(within(bar()).getByText('1 Karte ausgewählt')).toBeTruthy()
    act(() => binCard(board.connection.content, ids[1]!))
    expect(screen.queryByRole('toolbar')).toBeNull()
  })
})

describe('what is ticked is changed in one step', () => {
  test('removed, and brought back by the sentence that says so', async () => {
    const { user, tick } = await withTasks('Eins', 'Zwei', 'Drei')
    await tick('Eins', 'Drei')
    card('Drei').focus()
    await user.keyboard('{Delete}')
    expect(listOf(tasks())).toEqual(['Zwei'])
    const sentence = await said('2 Karten liegen im Papierkorb.')
    fireEvent.click(within(sentence.parentElement!).getByRole('button', { name: 'Rückgängig' }))
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei', 'Drei'])
  })

  test('moved, in their order; what does not fit stays and is named', async () => {
    const { board, tick, undo } = await withTasks('Eins', 'Zwei', 'Drei')
    await tick('Drei', 'Eins')
    press('Verschieben')
    fireEvent.click(await screen.findByRole('button', { name: /^P · / }))
    await said(/^2 Karten liegen jetzt bei/)
    expect(listOf(parking())).toEqual(['Eins', 'Drei'])
    await undo()
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei', 'Drei'])

    board.add('parking', 'feeling', ['Froh'])
    await screen.findByRole('article', { name: /: Froh$/ })
    expect(screen.queryByRole('toolbar'), 'the selection is over').toBeNull()
    await tick('Froh', 'Eins')
    press('Verschieben')
    fireEvent.click(await screen.findByRole('button', { name: /^2 · .*1 von 2 Karten$/ }))
    await said(/^1 Karte liegt jetzt bei .* 1 Karte passt dort nicht hin und bleibt, wo sie ist\.$/)
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei', 'Drei'])
  })

  test('linked with one other card; those that cannot are left and named', async () => {
    const { board, tick, undo } = await withTasks('Eins', 'Zwei')
    board.add('actors', 'actor', ['Verkauf'])
    board.add('parking', 'feeling', ['Froh'])
    await screen.findByRole('article', { name: /: Froh$/ })
    await tick('Eins', 'Zwei', 'Froh')
    press('Verknüpfen')
    const choice = (await screen.findAllByRole('button', { name: /^Verkauf/ }))[0]!
    expect(choice.textContent).toContain('2 von 3 Karten')
    fireEvent.click(choice)
    await said(/^2 Karten mit „Verkauf“ verknüpft\. 1 Karte lässt sich so nicht verknüpfen/)
    expect(board.connection.board.getState().links.size).toBe(2)
    await undo()
    expect(board.connection.board.getState().links.size).toBe(0)
  })

  test('a locked question keeps its cards, the others go, and both is said', async () => {
    const { board, tick } = await withTasks('Eins', 'Zwei')
    board.add('parking', 'task', ['Später'])
    await screen.findByRole('article', { name: /: Später$/ })
    await tick('Eins', 'Zwei', 'Später')
    const questions = board.connection.frame.getState().view!.questions
    act(() => board.setView({ questions: questions.map((known) => ({ ...known, locked: known.id === 'everyday' })) }))
    press('Entfernen')
    await said('1 Karte liegt im Papierkorb. 2 Karten liegen in einer gesperrten Frage und bleiben, wie sie sind.')
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei'])
  })
})

describe('a stack', () => {
  test('is made of what is ticked, where the first lay, and its title is written at once', async () => {
    const { user, stack, undo } = await withTasks('Eins', 'Zwei', 'Drei')
    const title = await stack('Drei', 'Zwei')
    await waitFor(() => expect(document.activeElement).toBe(title))
    await user.keyboard('Rückrufe{Enter}')
    expect(listOf(tasks())).toEqual(['Eins', 'Rückrufe'])
    const inside = screen.getByRole('list', { name: 'Rückrufe' })
    expect(names(inside)).toEqual(['Zwei', 'Drei'])
    expect(screen.queryByRole('toolbar'), 'the selection is over').toBeNull()
    await undo()
    await undo()
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei', 'Drei'])
  })

  test('keeps a name when its title is emptied, and its cards stay', async () => {
    const { user, stack } = await withTasks('Eins', 'Zwei')
    const title = await stack('Eins', 'Zwei')
    await user.clear(title)
    await user.keyboard('{Enter}')
    expect(listOf(tasks())).toEqual(['Stapel'])
    expect(names(screen.getByRole('list', { name: 'Stapel' }))).toEqual(['Eins', 'Zwei'])
  })

  test('is folded to its count and first lines, and a search opens it', async () => {
    const { user, stack } = await withTasks('Eins', 'Zwei', 'Drei')
    await stack('Eins', 'Zwei')
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Stapel „Stapel“ zuklappen, 2 Karten' }))
    expect(screen.queryByRole('article', { name: /: Eins$/ })).toBeNull()
    expect(within(card('Stapel')).getByText('Zwei').tagName).toBe('LI')
    await user.type(screen.getByRole('textbox', { name: 'Karten suchen' }), 'zwei')
    expect(card('Zwei')).toBeTruthy()
    expect(screen.queryByRole('article', { name: /: Eins$/ })).toBeNull()
  })

  test('takes more cards, and the cards of another stack', async () => {
    const { user, board, stack, tick } = await withTasks('Eins', 'Zwei', 'Drei', 'Vier', 'Fünf')
    await stack('Eins', 'Zwei')
    await user.keyboard('A{Enter}')
    await stack('Drei', 'Vier')
    await user.keyboard('B{Enter}')
    await tick('A', 'B', 'Fünf')
    press('Stapeln')
    await said(/^3 Karten liegen jetzt im Stapel „A“/)
    expect(listOf(tasks())).toEqual(['A'])
    expect(names(screen.getByRole('list', { name: 'A' }))).toEqual(['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf'])
    await act(async () => void board.connection.undo.undo())
    expect(names(screen.getByRole('list', { name: 'B' }))).toEqual(['Drei', 'Vier'])
  })

  test('is unfolded or folded as this device last had it', async () => {
    const user = userEvent.setup()
    const [kept, other] = ['Gkept', 'Gother'] as [CardId, CardId]
    const board = await renderBoard({ open: ['everyday'], unfolded: [kept] })
    const kind = 'group' as KindId
    act(() => {
      for (const [id, text] of [
        [kept, 'Offen'],
        [other, 'Zu'],
      ] as const)
        addCards(board.connection.content, [{ id, kind, text, in: 'everyday', order: 'a0' as OrderKey }])
      board.add(kept, 'task', ['Eins'])
      board.add(other, 'task', ['Zwei'])
    })
    expect(names(await screen.findByRole('list', { name: 'Offen' }))).toEqual(['Eins'])
    expect(screen.queryByRole('list', { name: 'Zu' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Stapel „Offen“ zuklappen/ }))
    await user.click(screen.getByRole('button', { name: /^Stapel „Zu“ aufklappen/ }))
    expect(device.unfolded('Btestboardtestboard123' as BoardId)).toEqual([other])
  })

  test('needs two cards', async () => {
    const { tick } = await withTasks('Eins', 'Zwei')
    await tick('Eins')
    press('Stapeln')
    await said(/mindestens zwei Karten/)
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei'])
  })

  test('is dissolved from its menu, and one undo brings it back', async () => {
    const { user, stack, undo } = await withTasks('Eins', 'Zwei', 'Drei')
    await stack('Eins', 'Zwei')
    await user.keyboard('Rückrufe{Enter}')
    card('Rückrufe').focus()
    await user.keyboard('m')
    await user.click(await screen.findByRole('menuitem', { name: 'Stapel auflösen' }))
    await said(/Der Stapel „Rückrufe“ ist aufgelöst/)
    expect(listOf(tasks())).toEqual(['Eins', 'Zwei', 'Drei'])
    await waitFor(() => expect(document.activeElement).toBe(card('Eins')))
    await undo()
    expect(listOf(tasks())).toEqual(['Rückrufe', 'Drei'])
  })

  test('goes to the bin with its cards and comes back with them', async () => {
    const { user, stack } = await withTasks('Eins', 'Zwei', 'Drei')
    await stack('Eins', 'Zwei')
    await user.keyboard('Rückrufe{Enter}')
    card('Rückrufe').focus()
    await user.keyboard('{Delete}')
    expect(listOf(tasks())).toEqual(['Drei'])
    await user.click(screen.getByRole('button', { name: 'Papierkorb (3)' }))
    expect(await screen.findByText(/mit 2 Karten/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Zurücklegen: Rückrufe' }))
    await user.keyboard('{Escape}')
    expect(names(await screen.findByRole('list', { name: 'Rückrufe' }))).toEqual(['Eins', 'Zwei'])
  })

  test('a card is carried within it and out of it by keyboard; emptied it goes', async () => {
    const { user, stack } = await withTasks('Eins', 'Zwei', 'Drei')
    await stack('Eins', 'Zwei')
    await user.keyboard('Rückrufe{Enter}')
    card('Eins').focus()
    await user.keyboard(' {ArrowDown} ')
    expect(names(screen.getByRole('list', { name: 'Rückrufe' }))).toEqual(['Zwei', 'Eins'])
    await waitFor(() => expect(document.activeElement).toBe(card('Eins')))
    await user.keyboard(' {ArrowLeft}{Home} ')
    expect(listOf(tasks())).toEqual(['Eins', 'Rückrufe', 'Drei'])
    card('Zwei').focus()
    await user.keyboard(' {ArrowLeft}{End} ')
    expect(listOf(tasks())).toEqual(['Eins', 'Drei', 'Zwei'])
  })

  test('in a locked question its cards are locked too', async () => {
    const { user, board, stack } = await withTasks('Eins', 'Zwei')
    await stack('Eins', 'Zwei')
    await user.keyboard('{Escape}')
    const questions = board.connection.frame.getState().view!.questions
    act(() => board.setView({ questions: questions.map((known) => ({ ...known, locked: known.id === 'everyday' })) }))
    expect(card('Eins').closest('[data-card]')?.hasAttribute('data-fixed')).toBe(true)
    card('Eins').focus()
    await user.keyboard('x')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })
})
