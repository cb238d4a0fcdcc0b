// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { QuestionId } from '../../src/model/ids.ts'
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

test('cards without a question are there', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  act(() => void board.add('Qgone', 'task', ['Verwaist']))
  await user.selectOptions(pager(), 'Qgone')
  expect(await screen.findByRole('article', { name: /Verwaist/ })).toBeTruthy()
})

test('what has no room in the header lies behind one menu, and the focus comes back to it', async () => {
  const user = userEvent.setup()
  await renderBoard({ role: 'facilitator' })
  const button = (): HTMLElement => screen.getByRole('button', { name: 'Menü' })
  await user.click(button())
  const menu = await screen.findByRole('menu')
  const entries = within(menu).getAllByRole('menuitem')
  expect(entries.map((entry) => entry.textContent)).toEqual([
    'Board',
    'Verantwortung',
    'Fallprobe',
    'Plan',
    'Aktionsplan',
    expect.stringContaining('fehlt'),
    'Einladen',
    'Board einrichten',
    'Zur Startseite',
  ])
  expect(entries[0]?.getAttribute('aria-current')).toBe('page')
  await user.click(within(menu).getByRole('menuitem', { name: 'Board einrichten' }))
  await screen.findByRole('dialog', { name: 'Board einrichten' })
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(button())
  await user.click(button())
  await user.click(await screen.findByRole('menuitem', { name: 'Verantwortung' }))
  expect(window.location.pathname).toMatch(/\/responsibility$/)
})

test('the interface changes its language from the menu', async () => {
  const user = userEvent.setup()
  await renderBoard()
  await user.click(screen.getByRole('button', { name: 'Menü' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'English' }))
  expect(await screen.findByRole('combobox', { name: 'Go to question' })).toBeTruthy()
})

test('the next question is said, and a running round is named in the list', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  await user.selectOptions(pager(), 'everyday')
  await user.click(screen.getByRole('button', { name: 'Nächste Frage' }))
  expect(pager().value).toBe('doers')
  await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('Wer übernimmt'))
  const silence = { id: 'Rone', questions: ['everyday' as QuestionId], kinds: [], writing: true, drafts: {}, authors: null }
  act(() => board.setView({ rounds: { silence, voting: null, results: [] } }))
  expect(within(pager()).getByRole('option', { name: /Was muss im Alltag.*Stilles Schreiben/ })).toBeTruthy()
  expect(within(pager()).queryByRole('option', { name: /Wer übernimmt.*Stilles Schreiben/ })).toBeNull()
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
