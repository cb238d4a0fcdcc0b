// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { PHONE } from '../../src/ui/hooks/use-media.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
// happy-dom does not read a list of media queries.
beforeEach(() => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => Object.assign(new EventTarget(), { matches: query === PHONE }) as unknown as MediaQueryList,
  )
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const pager = (): HTMLSelectElement => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Zur Frage' })

test('a card is moved to another question from a list, and the phone says where it is', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  await user.selectOptions(pager(), 'everyday')
  act(() => void board.add('everyday', 'task', ['Rückruf']))
  await user.click(await screen.findByRole('button', { name: 'Menü der Karte „Rückruf“' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Verschieben nach' }))
  const dialog = await screen.findByRole('dialog', { name: 'Verschieben nach' })
  await user.click(within(dialog).getByRole('button', { name: /Themenspeicher/ }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByText(/Liegt jetzt bei „Themenspeicher/)).toBeTruthy()
  expect([...board.connection.board.getState().cards.values()][0]?.place.in).toBe('parking')
})

test('the question stays when others are moved, and this device remembers it', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  await user.selectOptions(pager(), 'everyday')
  act(() => board.setView({ questions: board.connection.frame.getState().view!.questions.toReversed() }))
  expect(pager().value).toBe('everyday')
  expect(localStorage.getItem('auftakt.at.Btestboardtestboard123')).toBe('"everyday"')
})

test('cards without a question are there, and a way to the start page', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  act(() => void board.add('Qgone', 'task', ['Verwaist']))
  await user.selectOptions(pager(), 'Qgone')
  expect(await screen.findByRole('article', { name: /Verwaist/ })).toBeTruthy()
  expect(screen.getAllByRole('link', { name: 'Zur Startseite' }).length).toBeGreaterThan(0)
})

test('search and filter lie behind one button, and the sign that they are on has the way back', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  await user.selectOptions(pager(), 'everyday')
  act(() => void board.add('everyday', 'task', ['Rückruf', 'Angebot']))
  await user.click(screen.getByRole('button', { name: 'Suchen und filtern' }))
  await user.type(await screen.findByRole('searchbox', { name: 'Karten suchen' }), 'rück')
  expect(screen.queryByRole('article', { name: /Angebot/ })).toBeNull()
  await user.keyboard('{Escape}')
  const strip = await screen.findByRole('region', { name: 'Filter' })
  expect(within(strip).getByRole('status').textContent).toBe('1 von 2 Karten')
  expect(pager().selectedOptions[0]?.textContent).toMatch(/^5 · .* \(1\)$/)
  await user.click(within(strip).getByRole('button', { name: 'Alle zeigen' }))
  expect(screen.getByRole('article', { name: /Angebot/ })).toBeTruthy()
})
