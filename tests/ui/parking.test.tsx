// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { QuestionId } from '../../src/model/ids.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

async function opened(options: Parameters<typeof renderBoard>[0] = {}) {
  const board = await renderBoard({ open: ['everyday'], ...options })
  const parked = (): string[] =>
    [...board.connection.board.getState().cards.values()].filter((card) => card.place.in === 'parking').map((card) => card.text)
  return { ...board, user: userEvent.setup(), parked }
}

test.each([undefined, 'responsibility', 'rehearsal', 'plan'])('the key P keeps a thought for later, from everywhere: %s', async (place) => {
  const { user, parked, connection } = await opened(place === undefined ? {} : { place })
  await screen.findByRole('button', { name: 'Etwas für später merken (P)' })
  await user.keyboard('p')
  const dialog = await screen.findByRole('dialog', { name: 'Themenspeicher' })
  const input = within(dialog).getByRole('textbox')
  await waitFor(() => expect(document.activeElement).toBe(input))
  await user.keyboard('Preise im Ausland{Enter}')
  expect(parked()).toEqual(['Preise im Ausland'])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByText('„Preise im Ausland“ liegt jetzt unter „Themenspeicher“.')).toBeTruthy()
  act(() => void connection.undo.undo())
  expect(parked()).toEqual([])
})

test('a P that is typed stays a letter; what is typed into the dialog waits for one’s return', async () => {
  const { user, parked } = await opened()
  await user.click(await screen.findByRole('textbox', { name: 'Karten suchen' }))
  await user.keyboard('p')
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Etwas für später/ }))
  await user.type(within(await screen.findByRole('dialog')).getByRole('textbox'), 'Halb')
  await user.keyboard('{Escape}')
  expect(parked()).toEqual([])
  await user.click(screen.getByRole('button', { name: /^Etwas für später/ }))
  expect(within(await screen.findByRole('dialog')).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Halb')
})

test('where one may not write, nothing is offered, and what is being typed is not lost', async () => {
  const { user, setView, parked, connection } = await opened()
  await screen.findByRole('button', { name: /^Etwas für später/ })
  await user.keyboard('p')
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox'), 'Wichtig')
  const round = { id: 'r', questions: ['parking' as QuestionId], kinds: [], writing: true, drafts: {}, authors: null }
  act(() => setView({ rounds: { silence: round, voting: null, results: [] } }))
  await user.keyboard('{Enter}')
  expect(parked()).toEqual([])
  expect(within(dialog).getByText(/Ihr Text bleibt hier stehen/)).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('button', { name: /^Etwas für später/ })).toBeNull()
  await user.keyboard('p')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(connection.drafts.getState()['park:parking']).toBe('Wichtig')
})
