// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { BoardId, CardId, KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCards } from '../../src/model/write-content.ts'
import { device } from '../../src/sync/device.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'
import { card, listOf, names, press, said, tasks, withTasks } from '../helpers/ticked-cards.ts'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

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
