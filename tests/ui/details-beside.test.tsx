// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { binCard } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { NO_ROOM_BESIDE } from '../../src/ui/hooks/use-media.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function withTwoTasks() {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday', 'doers'] })
  const [one, two] = board.add('everyday', 'task', ['Rückruf', 'Notiz'])
  board.add('actors', 'actor', ['Hotline'])
  const card = (text: string) => screen.findByRole('article', { name: `Aufgabe: ${text}` })
  const details = async (text: string): Promise<HTMLElement> => {
    ;(await card(text)).focus()
    await user.keyboard('m')
    await user.click(await screen.findByRole('menuitem', { name: 'Einzelheiten' }))
    return screen.findByRole('dialog', { name: 'Aufgabe' })
  }
  return { user, board, one: one!, two: two!, card, details }
}
const textOf = (panel: HTMLElement) => within(panel).getByRole<HTMLTextAreaElement>('textbox', { name: 'Text der Karte' }).value

test('the details stand beside the board: it can be worked on meanwhile, and Escape gives the focus back', async () => {
  const { user, card, details, board, two } = await withTwoTasks()
  const panel = await details('Rückruf')
  expect(panel.getAttribute('aria-modal')).toBe('false')
  expect(document.activeElement).toBe(panel)
  expect(screen.getByRole('main').closest('[aria-hidden], [inert]')).toBeNull()
  ;(await card('Notiz')).focus()
  await user.keyboard('{Delete}')
  expect(board.connection.board.getState().cards.get(two)?.place.in).toBe('bin')
  expect(textOf(panel)).toBe('Rückruf')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog', { name: 'Aufgabe' })).toBe(panel)
  act(() => within(panel).getByRole('textbox', { name: 'Wenn' }).focus())
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(async () => expect(document.activeElement).toBe(await card('Rückruf')))
})

test('another card takes the place, and the focus goes back to where that was asked for', async () => {
  const { user, card, details } = await withTwoTasks()
  await details('Rückruf')
  const panel = await details('Notiz')
  expect(textOf(panel)).toBe('Notiz')
  expect(document.activeElement).toBe(panel)
  await user.click(within(panel).getByRole('button', { name: 'Schließen' }))
  await waitFor(async () => expect(document.activeElement).toBe(await card('Notiz')))
})

test('a dialog over it leaves it where it is, and gives the focus back to it', async () => {
  const { user, details, board, one } = await withTwoTasks()
  const panel = await details('Rückruf')
  const add = within(panel).getAllByRole('button', { name: 'Verknüpfung hinzufügen' })[0]!
  await user.click(add)
  await user.click(await screen.findByRole('button', { name: /^Hotline/ }))
  expect([...board.connection.board.getState().links.keys()]).toEqual([expect.stringMatching(new RegExp(`:${one}$`))])
  expect(screen.getByRole('dialog')).toBe(panel)
  await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true))
})

test('who works on the board while somebody takes the card away stays there', async () => {
  const { card, details, board, one } = await withTwoTasks()
  await details('Rückruf')
  const other = await card('Notiz')
  act(() => other.focus())
  act(() => binCard(board.connection.content, one))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(other)
})

test('over the list of what is missing the details leave it alone, and lead back to it', async () => {
  const { user } = await withTwoTasks()
  await user.click(await screen.findByRole('button', { name: /Plan-Reife/ }))
  const list = await screen.findByRole('complementary', { name: 'Was fehlt noch?' })
  const mend = (await within(list).findAllByRole('button', { name: 'Wenn und Fertig ergänzen' }))[0]!
  await user.click(mend)
  const panel = await screen.findByRole('dialog', { name: 'Aufgabe' })
  expect(list.hasAttribute('inert')).toBe(true)
  expect(document.activeElement).toBe(within(panel).getByRole('textbox', { name: 'Wenn' }))
  await user.keyboard('{Escape}')
  expect(list.hasAttribute('inert')).toBe(false)
  await waitFor(() => expect(document.activeElement).toBe(mend))
})

test('where there is no room beside the board it lies over it, and comes back after what was asked for from it', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => Object.assign(new EventTarget(), { matches: query === NO_ROOM_BESIDE }) as unknown as MediaQueryList,
  )
  const { user, card, details } = await withTwoTasks()
  const sheet = await details('Rückruf')
  expect(sheet.getAttribute('aria-modal')).toBeNull()
  expect(screen.queryByRole('main')).toBeNull()
  await user.click(within(sheet).getAllByRole('button', { name: 'Verknüpfung hinzufügen' })[0]!)
  await screen.findByRole('dialog', { name: /Rückruf/ })
  await user.keyboard('{Escape}')
  expect(textOf(await screen.findByRole('dialog', { name: 'Aufgabe' }))).toBe('Rückruf')
  await user.keyboard('{Escape}')
  await waitFor(async () => expect(document.activeElement).toBe(await card('Rückruf')))
})
