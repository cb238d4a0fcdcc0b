// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { binCard } from '../../src/model/write-content.ts'
import { device } from '../../src/sync/device.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { toast } from '../../src/ui/common/toasts.tsx'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
beforeEach(() => {
  document.elementFromPoint = () => screen.getByRole('region', { name: /Was muss im Alltag/ })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function withDetails() {
  const user = userEvent.setup()
  const board = await renderBoard()
  const [id] = board.add('everyday', 'task', ['Eins'])
  ;(await screen.findByRole('article', { name: /: Eins$/ })).focus()
  await user.keyboard('m')
  await user.click(await screen.findByRole('menuitem', { name: 'Einzelheiten' }))
  const dialog = await screen.findByRole('dialog')
  const stored = () => board.connection.board.getState().cards.get(id!)?.fields
  return { user, dialog, stored }
}

test('numbers below zero and beyond all sense are not stored', async () => {
  const { user, dialog, stored } = await withDetails()
  const cost = within(dialog).getByRole('textbox', { name: 'Kosten (€)' })
  fireEvent.change(cost, { target: { value: '-5' } })
  expect(stored()).toEqual({})
  await user.clear(cost)
  await user.type(cost, '10000000')
  expect(stored()).toEqual({ cost: 1_000_000 })
  fireEvent.change(cost, { target: { value: '1e300' } })
  expect(stored()).toEqual({ cost: 1_000_000 })
  fireEvent.change(cost, { target: { value: '' } })
  expect(stored()).toEqual({})
})

test('a date is stored when its year is typed to the end, and shown while it is typed', async () => {
  const { dialog, stored } = await withDetails()
  const due = within(dialog).getByLabelText<HTMLInputElement>('Bis wann')
  for (const half of ['0002-05-01', '0020-05-01', '0202-05-01']) {
    fireEvent.change(due, { target: { value: half } })
    expect(due.value).toBe(half)
    expect(stored()).toEqual({})
  }
  fireEvent.change(due, { target: { value: '2027-05-01' } })
  expect(stored()).toEqual({ due: '2027-05-01' })
  fireEvent.change(due, { target: { value: '0003-05-01' } })
  fireEvent.blur(due)
  expect(due.value).toBe('2027-05-01')
  expect(stored()).toEqual({ due: '2027-05-01' })
})

test('a language that cannot be fetched is told, and the old one stays', async () => {
  const user = userEvent.setup()
  await renderBoard()
  const save = vi.spyOn(device, 'saveLanguage')
  vi.spyOn(i18next, 'changeLanguage').mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sprache' }), 'en')
  expect(await screen.findByText(/Die andere Sprache konnte nicht geladen werden/)).toBeTruthy()
  expect(save).not.toHaveBeenCalled()
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sprache' }).value).toBe('de')
})

test('a card that was thrown away while it is dragged is not brought back by the drop', async () => {
  const board = await renderBoard()
  const [id] = board.add('everyday', 'task', ['Eins'])
  const card = await screen.findByRole('article', { name: /: Eins$/ })
  fireEvent.mouseDown(card, { button: 0, clientX: 10, clientY: 10 })
  fireEvent.mouseMove(document, { clientX: 40, clientY: 40 })
  await waitFor(() => expect(document.body.dataset['dragging']).toBe('true'))
  act(() => binCard(board.connection.content, id!))
  fireEvent.mouseUp(document, { clientX: 40, clientY: 40 })
  expect(await screen.findByText('„Eins“ wurde inzwischen vom Board genommen. Es wurde nichts verschoben.')).toBeTruthy()
  expect(board.connection.board.getState().cards.get(id!)?.place.in).toBe('bin')
})

test('a toast beside an open dialog can be reached and pressed, and the dialog stays', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  board.add('everyday', 'task', ['Eins'])
  ;(await screen.findByRole('article', { name: /: Eins$/ })).focus()
  await user.keyboard('l')
  const dialog = await screen.findByRole('dialog')
  const run = vi.fn()
  act(() => toast('Etwas ist geschehen', { label: 'Zeigen', run }))
  const button = within(dialog).getByRole('button', { name: 'Zeigen' })
  button.focus()
  expect(document.activeElement).toBe(button)
  await user.click(button)
  expect(run).toHaveBeenCalledOnce()
  expect(screen.getByRole('dialog')).toBe(dialog)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
