// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { binCard } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { rendered } from '../helpers/rendered-cards.ts'
import { bar, card, listOf, parking, press, said, tasks, withTasks } from '../helpers/ticked-cards.ts'

vi.mock('../../src/ui/card/card-face.tsx', async (load) => (await import('../helpers/rendered-cards.ts')).noteRendered(await load()))

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

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
