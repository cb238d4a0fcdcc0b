// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { CardId, FieldId, KindId } from '../../src/model/ids.ts'
import { addLink, setField } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const SUBJECT = 'subject' as FieldId
const card = (text: string): HTMLElement => screen.getByRole('article', { name: new RegExp(`: ${text}$`) })
const laneOf = (text: string): string | undefined => card(text).closest<HTMLElement>('[data-lane]')?.dataset['lane']
const countOf = (lane: string): string | null | undefined => document.querySelector(`[data-lane="${lane}"] h3 + span`)?.textContent

/** Cards of a question in lanes, each with its lane. */
async function withLanes(subjects: Readonly<Record<string, string | null>>) {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['information'] })
  const texts = Object.keys(subjects)
  const ids = board.add('information', 'information', texts)
  act(() => ids.forEach((id, at) => setField(board.connection.content, id, SUBJECT, subjects[texts[at]!] ?? null)))
  await screen.findByRole('article', { name: new RegExp(`: ${texts.at(-1)}$`) })
  const subjectsNow = (): unknown[] => ids.map((id) => board.connection.board.getState().cards.get(id)?.fields[SUBJECT])
  const stack = async (name: string, ...some: string[]): Promise<void> => {
    for (const text of some) fireEvent.click(card(text), { ctrlKey: true })
    fireEvent.click(within(await screen.findByRole('toolbar')).getByRole('button', { name: 'Stapeln' }))
    await screen.findByRole('textbox', { name: 'Text der Karte' })
    await user.keyboard(`${name}{Enter}`)
  }
  const undo = (): void => act(() => void board.connection.undo.undo())
  return { user, board, ids, subjectsNow, stack, undo }
}

test('cards of several lanes are stacked in the lane of the first, and one undo takes it all back', async () => {
  const { subjectsNow, stack, undo } = await withLanes({ Adressen: 'customers', Preise: 'markets', Messen: null })
  await stack('Wissen', 'Adressen', 'Preise', 'Messen')
  expect(laneOf('Wissen')).toBe('customers')
  expect(subjectsNow()).toEqual(['customers', 'customers', 'customers'])
  expect(countOf('customers'), 'a stack counts as what lies in it').toBe('3')
  undo()
  undo()
  expect(subjectsNow()).toEqual(['customers', 'markets', undefined])
})

test('a stack of cards that are in no lane takes the lane of the first card that is', async () => {
  const { subjectsNow, stack } = await withLanes({ Adressen: null, Preise: 'markets' })
  await stack('Wissen', 'Adressen', 'Preise')
  expect(laneOf('Wissen')).toBe('markets')
  expect(subjectsNow()).toEqual(['markets', 'markets'])
})

test('a stack is put into another lane with all its cards, by its menu and by keyboard', async () => {
  const { user, subjectsNow, stack, undo } = await withLanes({ Adressen: 'customers', Preise: 'customers', Messen: 'markets' })
  await stack('Wissen', 'Adressen', 'Preise')
  card('Wissen').focus()
  await user.keyboard('m')
  await user.click(await screen.findByRole('menuitem', { name: 'In „unsere Märkte“ legen' }))
  expect(subjectsNow()).toEqual(['markets', 'markets', 'markets'])
  expect(laneOf('Wissen')).toBe('markets')
  undo()
  expect(laneOf('Wissen')).toBe('customers')
  card('Wissen').focus()
  await user.keyboard(' {ArrowUp}{ArrowUp}')
  await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('unsere Märkte'))
  await user.keyboard(' ')
  expect(subjectsNow()).toEqual(['markets', 'markets', 'markets'])
})

test('a stack whose cards somebody sorts apart lies below the lanes, whole', async () => {
  const { board, ids, stack } = await withLanes({ Adressen: 'customers', Preise: 'customers' })
  await stack('Wissen', 'Adressen', 'Preise')
  act(() => setField(board.connection.content, ids[0]!, SUBJECT, 'markets'))
  expect(laneOf('Wissen')).toBeUndefined()
  expect(card('Adressen')).toBeTruthy()
  expect(card('Preise')).toBeTruthy()
})

test('what is carried into a stack comes into its lane, where the lanes are links too', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['merge'] })
  const [hotline, sales] = board.add('actors', 'actor', ['Hotline', 'Vertrieb'])
  const [call, fair] = board.add('merge', 'touchpoint', ['Anruf', 'Messe'])
  const { content } = board.connection
  act(() => {
    addLink(content, 'contact' as never, hotline!, call!)
    addLink(content, 'contact' as never, sales!, fair!)
  })
  fireEvent.click(await screen.findByRole('article', { name: /: Anruf$/ }), { ctrlKey: true })
  fireEvent.click(card('Messe'), { ctrlKey: true })
  fireEvent.click(within(await screen.findByRole('toolbar')).getByRole('button', { name: 'Stapeln' }))
  await screen.findByRole('textbox', { name: 'Text der Karte' })
  await user.keyboard('Kontakte{Enter}')
  expect(laneOf('Kontakte')).toBe(hotline)
  expect([...board.connection.board.getState().links.keys()].toSorted()).toEqual(
    [`contact:${hotline}:${call}`, `contact:${hotline}:${fair}`].toSorted(),
  )
  const stacks = board.connection.board.getState().idsOfKind.get('group' as KindId) as readonly CardId[]
  expect(stacks).toHaveLength(1)
})
