// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { binCard, restoreCard } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

// What is loaded when first asked for would else take longer than a query waits.
beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name })
const tasks = (): HTMLElement => column(/Was muss im Alltag/)
const texts = (region: HTMLElement): string[] =>
  within(region)
    .queryAllByRole('article')
    .map((card) => card.querySelector('p')?.textContent ?? '')
const article = (text: string): Promise<HTMLElement> => screen.findByRole('article', { name: new RegExp(`: ${text}$`) })
const composer = (): HTMLElement => within(tasks()).getByRole('textbox', { name: 'Aufgabe schreiben' })
const spoken = (): string => screen.getByTestId('announcer').textContent ?? ''
const focusIsOn = (find: () => HTMLElement): Promise<void> => waitFor(() => expect(document.activeElement).toBe(find()))
const card = (text: string, region = document.body): HTMLElement => within(region).getByRole('article', { name: new RegExp(`: ${text}$`) })

async function withTasks(...names: string[]) {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday', 'parking'] })
  const ids = board.add('everyday', 'task', names)
  const choose = async (text: string, ...items: string[]): Promise<void> => {
    ;(await article(text)).focus()
    await user.keyboard('m')
    for (const item of items) await pick(item)
  }
  const pick = async (name: string): Promise<void> => {
    ;(await screen.findByRole('menuitem', { name })).focus()
    await user.keyboard('{Enter}')
  }
  return { user, board, ids, choose }
}

describe('after a delete the focus is on the next card, the one before, the input', () => {
  test('with the Delete key', async () => {
    const { user } = await withTasks('Eins', 'Zwei', 'Drei')
    ;(await article('Zwei')).focus()
    await user.keyboard('{Delete}')
    await focusIsOn(() => card('Drei'))
    await user.keyboard('{Delete}')
    await focusIsOn(() => card('Eins'))
    await user.keyboard('{Delete}')
    await focusIsOn(composer)
  })

  test('from the menu', async () => {
    const { choose } = await withTasks('Eins', 'Zwei')
    await choose('Eins', 'Vom Board nehmen')
    await focusIsOn(() => card('Zwei'))
  })

  test('by somebody else, and not when the focus is elsewhere', async () => {
    const { board, ids } = await withTasks('Eins', 'Zwei', 'Drei')
    ;(await article('Eins')).focus()
    act(() => binCard(board.connection.content, ids[0]!))
    await focusIsOn(() => card('Zwei'))
    const search = screen.getByRole('textbox', { name: 'Karten suchen' })
    search.focus()
    act(() => binCard(board.connection.content, ids[1]!))
    expect(document.activeElement).toBe(search)
  })
})

describe('after the menu the focus is on the card', () => {
  test('left with Escape', async () => {
    const { user, choose } = await withTasks('Eins')
    await choose('Eins')
    await screen.findByRole('menu')
    await user.keyboard('{Escape}')
    await focusIsOn(() => card('Eins'))
  })

  test('moved up', async () => {
    const { choose } = await withTasks('Eins', 'Zwei')
    await choose('Zwei', 'Nach oben')
    await waitFor(() => expect(texts(tasks())).toEqual(['Zwei', 'Eins']))
    await focusIsOn(() => card('Zwei'))
  })

  test('moved to another question', async () => {
    const { user } = await withTasks('Eins', 'Zwei')
    ;(await article('Eins')).focus()
    await user.keyboard('m')
    ;(await screen.findByRole('menuitem', { name: 'Verschieben nach' })).focus()
    await user.keyboard('{ArrowRight}')
    ;(await screen.findByRole('menuitem', { name: /Themenspeicher/ })).focus()
    await user.keyboard('{Enter}')
    await focusIsOn(() => card('Eins', column(/Themenspeicher/)))
  })

  test('but the editor keeps it', async () => {
    const { choose } = await withTasks('Eins')
    await choose('Eins', 'Text bearbeiten')
    await focusIsOn(() => screen.getByRole('textbox', { name: 'Text der Karte' }))
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text der Karte' }))
  })
})

describe('after a dialog the focus is where it came from', () => {
  test.each(['Einzelheiten', 'Verknüpfen mit …'])('%s, opened from the menu', async (item) => {
    const { user, choose } = await withTasks('Eins', 'Zwei')
    await choose('Eins', item)
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await focusIsOn(() => card('Eins'))
  })

  test('opened from a chip', async () => {
    const { user } = await withTasks('Eins')
    const chip = within(await article('Eins')).getByRole('button', { name: 'Wer übernimmt das?' })
    chip.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await focusIsOn(() => within(card('Eins')).getByRole('button', { name: 'Wer übernimmt das?' }))
  })

  test('and on the next card when somebody else took the card away; it does not open again by itself', async () => {
    const { board, ids, choose } = await withTasks('Eins', 'Zwei')
    await choose('Eins', 'Einzelheiten')
    await screen.findByRole('dialog')
    act(() => binCard(board.connection.content, ids[0]!))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await focusIsOn(() => card('Zwei'))
    act(() => restoreCard(board.connection.content, ids[0]!))
    await article('Eins')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

test('taking a suggestion leads to the next one, and the last to the input', async () => {
  const user = userEvent.setup()
  await renderBoard({ open: ['actors'] })
  const actors = column(/Wer sind die relevanten Akteure/)
  const chips = (): HTMLElement[] => within(actors).getAllByRole('button', { name: /^„.*“ übernehmen$/ })
  const [first, second] = chips()
  first!.focus()
  await user.keyboard('{Enter}')
  await focusIsOn(() => second!)
  within(actors).getByRole('button', { name: 'Alle übernehmen' }).focus()
  await user.keyboard('{Enter}')
  await focusIsOn(() => within(actors).getByRole('textbox', { name: 'Akteur schreiben' }))
})

test('the last undo keeps the focus on its button', async () => {
  const { user } = await withTasks()
  await user.type(composer(), 'Eins{Enter}')
  const undo = screen.getAllByRole('button', { name: 'Rückgängig' })[0]!
  undo.focus()
  await user.keyboard('{Enter}')
  expect(texts(tasks())).toEqual([])
  expect(undo.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(undo)
  await user.keyboard('{Enter}')
  expect(texts(tasks())).toEqual([])
})

test('Ctrl+Z right after adding takes the card back, and in a text it is left to the text', async () => {
  const { user } = await withTasks()
  await user.type(composer(), 'Eins{Enter}')
  await user.keyboard('{Control>}z{/Control}')
  expect(texts(tasks())).toEqual([])
  await user.type(composer(), 'Zwei{Enter}Drei')
  await user.keyboard('{Control>}z{/Control}')
  expect(texts(tasks())).toEqual(['Zwei'])
})

test('a question that comes first keeps the focus on its button', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Board einrichten' }))
  const up = await screen.findByRole('button', { name: 'Frage 2 nach vorn' })
  up.focus()
  await user.keyboard('{Enter}')
  expect(board.commands).toMatchObject([{ type: 'move-question', to: 0 }])
  act(() => {
    const [first, second, ...rest] = board.connection.frame.getState().view!.questions
    board.setView({ questions: [second!, first!, ...rest] })
  })
  const moved = screen.getByRole('button', { name: 'Frage 2 nach vorn' })
  expect(moved.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(moved)
  await user.keyboard('{Enter}')
  expect(board.commands).toHaveLength(1)
})

describe('while a card is carried by keyboard', () => {
  test('keys that mean nothing to it pass untouched and unsaid', async () => {
    const { user } = await withTasks('Eins', 'Zwei')
    ;(await article('Eins')).focus()
    await user.keyboard(' {ArrowDown}')
    await waitFor(() => expect(spoken()).toContain('Position 2 von 2'))
    const before = spoken()
    for (const key of [{ key: 'Control' }, { key: 'F5' }, { key: 'r', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }])
      expect(fireEvent.keyDown(document.activeElement!, key), key.key).toBe(true)
    await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
    expect(spoken()).toBe(before)
    await user.keyboard(' ')
    expect(texts(tasks())).toEqual(['Zwei', 'Eins'])
  })

  test('a card that somebody throws away is not brought back', async () => {
    const { user, board, ids } = await withTasks('Eins', 'Zwei')
    ;(await article('Eins')).focus()
    await user.keyboard(' {ArrowDown}')
    act(() => binCard(board.connection.content, ids[0]!))
    await waitFor(() => expect(spoken()).toContain('inzwischen vom Board genommen'))
    await user.keyboard(' {Escape}')
    expect(texts(tasks())).toEqual(['Zwei'])
  })
})

test('losing the connection and getting it back are said once each', async () => {
  const { board } = await withTasks()
  const say = (connection: 'offline' | 'online', waiting: number): void =>
    act(() => board.connection.save.setState({ connection, waiting }))
  say('offline', 0)
  await waitFor(() => expect(spoken()).toContain('Die Verbindung ist weg'))
  const before = spoken()
  say('offline', 1)
  await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
  expect(spoken()).toBe(before)
  say('online', 1)
  await waitFor(() => expect(spoken()).toContain('Die Verbindung ist wieder da'))
})
