// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { QuestionId } from '../../src/model/ids.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { threeSteps } from '../helpers/agenda.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const open = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('main section[data-column]')].map((column) => column.dataset['column']!)
const banner = (): HTMLElement => screen.getByTestId('follow')
const NOW = 1_700_000_000_000

test('a step that starts opens its questions and folds the others, once', async () => {
  const board = await renderBoard({ open: ['parking'] })
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  await waitFor(() => expect(open()).toEqual(['everyday', 'standards']))
  await userEvent.click(screen.getByRole('button', { name: /Frage P öffnen/ }))
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  expect(open()).toEqual(['everyday', 'standards', 'parking'])
  expect(screen.queryByTestId('follow')).toBeNull()
})

test('what had the focus is folded, and the focus goes to the board; who had it nowhere gets no ring around everything', async () => {
  const board = await renderBoard({ open: ['parking'] })
  const painted = (): Promise<void> =>
    act(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  await waitFor(() => expect(open()).toEqual(['everyday', 'standards']))
  await painted()
  expect(document.activeElement).toBe(document.body)
  act(() => screen.getByRole('button', { name: 'Frage 8 schließen' }).focus())
  act(() => board.setView({ agenda: threeSteps(2, NOW) }))
  await waitFor(() => expect(open()).toEqual(['doers']))
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector('main')))
})

test('nobody is pulled away while writing: what is typed stays, and one may follow', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['parking'] })
  const input = document.querySelector<HTMLTextAreaElement>('[data-column="parking"] [data-composer]')!
  await user.type(input, 'Noch nicht fertig')
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  await screen.findByText('Die Moderation ist jetzt bei „Sammeln“.')
  expect(open()).toEqual(['parking'])
  expect(document.activeElement).toBe(input)
  expect(input.value).toBe('Noch nicht fertig')
  await user.click(within(banner()).getByRole('button', { name: 'Folgen' }))
  await waitFor(() => expect(open()).toEqual(['everyday', 'standards']))
  await user.click(screen.getByRole('button', { name: /Frage P öffnen/ }))
  expect(document.querySelector<HTMLTextAreaElement>('[data-column="parking"] [data-composer]')!.value).toBe('Noch nicht fertig')
})

test('a choice in a list is no writing: who has just made one is taken along', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['actors'] })
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  const kinds = screen.getAllByRole('combobox', { name: 'Kartenart' })[0]!
  await user.selectOptions(kinds, within(kinds).getAllByRole('option')[1]!)
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  await waitFor(() => expect(open()).toEqual(['everyday', 'standards']))
  expect(screen.queryByTestId('follow')).toBeNull()
})

test('a step with a view of its own offers it', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['parking'] })
  act(() => board.setView({ agenda: threeSteps(2, NOW) }))
  await waitFor(() => expect(open()).toEqual(['doers']))
  await screen.findByText('Zu „Zuordnen“ gehört die Ansicht „Verantwortung“.')
  await user.click(within(banner()).getByRole('button', { name: 'Öffnen' }))
  await screen.findByRole('heading', { name: 'Wer übernimmt, wer verantwortet?' })
  expect(screen.queryByTestId('follow')).toBeNull()
})

test('who looks at the plan is not taken from it, and may follow to the board', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ place: 'plan' })
  act(() => board.setView({ agenda: threeSteps(1, NOW) }))
  await screen.findByText('Die Moderation ist jetzt bei „Sammeln“.')
  await user.click(within(banner()).getByRole('button', { name: 'Folgen' }))
  await waitFor(() => expect(open()).toEqual(['everyday', 'standards']))
})

test('a call brings everybody once; who came later is not called', async () => {
  const board = await renderBoard({ open: ['parking'] })
  const call = (number: number, question: string): void =>
    act(() => board.setView({ call: { number, question: question as QuestionId, card: null, screen: 'board' } }))
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  call(1, 'standards')
  await waitFor(() => expect(open()).toEqual(['standards']))
  expect(screen.getByText('Die Moderation hat alle hierher geholt.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /Frage P öffnen/ }))
  call(1, 'standards')
  expect(open()).toEqual(['standards', 'parking'])
})

test('a facilitator shows a card large to everybody, and each closes it for themselves', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator', open: ['everyday'] })
  const [id] = board.add('everyday', 'task', ['Rückruf am selben Tag'])
  await user.click(await screen.findByRole('button', { name: 'Menü der Karte „Rückruf am selben Tag“' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Für alle groß zeigen' }))
  expect(board.commands).toEqual([{ type: 'spotlight', card: id }])
  act(() => board.setView({ spotlight: id! }))
  expect(within(await screen.findByTestId('spotlight')).getByText('Rückruf am selben Tag')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Nicht mehr groß zeigen' }))
  expect(board.commands.at(-1)).toEqual({ type: 'spotlight', card: null })
  act(() => board.setView({ spotlight: null }))
  expect(screen.queryByTestId('spotlight')).toBeNull()
  act(() => board.setView({ spotlight: id! }))
  await screen.findByTestId('spotlight')
  await user.keyboard('{Escape}')
  expect(screen.queryByTestId('spotlight')).toBeNull()
})

test('who writes is offered to look at the card', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday'] })
  const [id] = board.add('everyday', 'task', ['Rückruf'])
  await user.type(document.querySelector<HTMLTextAreaElement>('[data-composer]')!, 'Ein Satz')
  act(() => board.setView({ spotlight: id! }))
  await screen.findByText('Die Moderation zeigt: „Rückruf“')
  expect(screen.queryByTestId('spotlight')).toBeNull()
  await user.click(within(banner()).getByRole('button', { name: 'Ansehen' }))
  expect(screen.getByTestId('spotlight')).toBeTruthy()
})

test('a facilitator brings everybody to where they are, and is not pulled about by the own call', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator', open: ['everyday', 'parking'] })
  await user.click(document.querySelector('[data-column="parking"] [data-composer]')!)
  await user.click(await screen.findByRole('button', { name: 'Mehr zum Ablauf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Alle hierher holen' }))
  expect(board.commands).toEqual([{ type: 'call-everyone', question: 'parking', card: null, screen: 'board' }])
  act(() => board.setView({ call: { number: 1, question: 'parking' as QuestionId, card: null, screen: 'board' } }))
  expect(await screen.findByText(/^Alle wurden hierher geholt/)).toBeTruthy()
  expect(open()).toEqual(['everyday', 'parking'])
})

test('from another view it is that view to which everybody is brought', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator', place: 'plan' })
  await user.click(await screen.findByRole('button', { name: 'Mehr zum Ablauf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Alle hierher holen' }))
  expect(board.commands).toEqual([{ type: 'call-everyone', question: null, card: null, screen: 'plan' }])
})
