// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CardId, RelationId } from '../../src/model/ids.ts'
import { cardText } from '../../src/model/read-content.ts'
import { addLink, binCard, writeText } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'
import { rendered } from '../helpers/rendered-cards.ts'

vi.mock('../../src/ui/card/card-face.tsx', async (load) => (await import('../helpers/rendered-cards.ts')).noteRendered(await load()))

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const column = (id: string): HTMLElement => document.querySelector<HTMLElement>(`section[data-column="${id}"]`)!
const textsIn = (id: string): string[] =>
  within(column(id))
    .queryAllByRole('article')
    .map((card) => card.querySelector('p')?.textContent ?? '')
const panel = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Filtern nach Art und Lücken' })
const strip = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Filter' })

async function withCards() {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday', 'parking'] })
  const tasks = board.add('everyday', 'task', ['Rückruf führen', 'Angebot nachfassen', 'Rückruf planen'])
  const [hotline] = board.add('actors', 'actor', ['Hotline'])
  board.add('parking', 'idea', ['Rückruf später', 'Messe'])
  await screen.findByRole('article', { name: /Messe/ })
  const link = (to: CardId): void => act(() => addLink(board.connection.content, 'does' as RelationId, hotline!, to))
  const choose = async (name: string | RegExp): Promise<void> => user.click(within(await panel()).getByRole('checkbox', { name }))
  return { user, board, tasks, hotline: hotline!, link, choose }
}

describe('the board is narrowed down', () => {
  test('to a kind, by keyboard alone; a sign says so with the number of cards, and one press shows all again', async () => {
    const { user } = await withCards()
    await user.keyboard('f')
    const dialog = await panel()
    const kinds = within(within(dialog).getByRole('group', { name: 'Kartenart' })).getAllByRole('checkbox')
    await waitFor(() => expect(document.activeElement).toBe(kinds[0]))
    expect(kinds.map((box) => box.closest('label')?.textContent)).toEqual(['Akteur1', 'Aufgabe3', 'Idee2'])
    await user.tab()
    await user.keyboard(' ')
    expect(textsIn('everyday')).toHaveLength(3)
    expect(textsIn('parking')).toEqual([])
    expect(within(column('parking')).getByText(/Hier passt keine Karte/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /Frage 1 öffnen.*0 Karten/ })).toBeTruthy()
    await user.keyboard('{Escape}')
    const button = screen.getByRole('button', { name: 'Filtern nach Art und Lücken (F)' })
    await waitFor(() => expect(document.activeElement).toBe(button))
    expect(within(await strip()).getByRole('status').textContent).toBe('3 von 6 Karten')
    expect(within(await strip()).getByText('Aufgabe')).toBeTruthy()
    await user.click(within(await strip()).getByRole('button', { name: 'Alle zeigen' }))
    expect(textsIn('parking')).toHaveLength(2)
    expect(screen.queryByRole('region', { name: 'Filter' })).toBeNull()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Filtern nach Art und Lücken (F)')
  })

  test('to what a rule misses, together with a word; what is mended leaves', async () => {
    const { user, tasks, link, choose } = await withCards()
    link(tasks[1]!)
    await user.keyboard('f')
    await choose(/^2 ohne Übernahme/)
    expect(textsIn('everyday')).toEqual(['Rückruf führen', 'Rückruf planen'])
    expect(textsIn('parking'), 'an idea misses nobody').toEqual([])
    await user.keyboard('{Escape}')
    await user.type(screen.getByRole('textbox', { name: 'Karten suchen' }), 'planen')
    expect(textsIn('everyday')).toEqual(['Rückruf planen'])
    expect(within(await strip()).getByText('planen')).toBeTruthy()
    link(tasks[2]!)
    await waitFor(() => expect(textsIn('everyday')).toEqual([]))
    expect(within(await strip()).getByText('1 ohne Übernahme')).toBeTruthy()
  })

  test('to cards without a link; one to a card in the bin is none', async () => {
    const { user, board, tasks, hotline, link, choose } = await withCards()
    link(tasks[0]!)
    await user.keyboard('f')
    await choose(/ohne Verknüpfung/)
    expect(textsIn('everyday')).toEqual(['Angebot nachfassen', 'Rückruf planen'])
    act(() => binCard(board.connection.content, hotline))
    expect(textsIn('everyday')).toHaveLength(3)
  })

  test('within a part one is enough, and a stack is found by what lies in it', async () => {
    const { user, board, choose } = await withCards()
    const [stack] = board.add('parking', 'group', ['Stapel A'])
    act(() => void board.add(stack!, 'feeling', ['Froh']))
    await user.keyboard('f')
    await choose(/^Erfolgsgefühl/)
    expect(textsIn('parking')).toEqual(['Stapel A', 'Froh'])
    await choose(/^Idee/)
    expect(textsIn('parking').toSorted()).toEqual(['Froh', 'Messe', 'Rückruf später', 'Stapel A'])
  })
})

describe('nothing is lost behind a filter', () => {
  test('the card that is written in stays until that is done', async () => {
    const { user } = await withCards()
    await user.type(screen.getByRole('textbox', { name: 'Karten suchen' }), 'angebot')
    screen.getByRole('article', { name: /Angebot nachfassen/ }).focus()
    await user.keyboard('{Enter}')
    const editor = await screen.findByRole('textbox', { name: 'Text der Karte' })
    await user.clear(editor)
    await user.type(editor, 'Offerte')
    expect(textsIn('everyday')).toHaveLength(1)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(textsIn('everyday')).toEqual([]))
  })

  test('whoever writes a card that is not looked for is told, and sees it with one press', async () => {
    const { user, choose } = await withCards()
    await user.keyboard('f')
    await choose(/^Idee/)
    await user.keyboard('{Escape}')
    await user.type(within(column('everyday')).getByRole('textbox', { name: 'Aufgabe schreiben' }), 'Neu{Enter}')
    const sentence = await screen.findByText(/Die Karte ist angelegt/, { selector: '[data-toasts] span' })
    await user.click(within(sentence.parentElement!).getByRole('button', { name: 'Alle zeigen' }))
    expect(textsIn('everyday')).toContain('Neu')
  })

  test('a filter renders no card that stays, and somebody else’s edit still only its own', async () => {
    const { user, board, tasks, choose } = await withCards()
    await user.keyboard('f')
    await panel()
    rendered.length = 0
    await choose(/^Aufgabe/)
    await choose(/ohne Übernahme/)
    expect(rendered).toEqual([])
    act(() => writeText(cardText(board.connection.content, tasks[1]!)!, 'Anders'))
    expect(rendered).toEqual([tasks[1]])
  })
})
