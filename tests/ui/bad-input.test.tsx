// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/model/limits.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const composer = (): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Aufgabe schreiben' })
const spoken = (): string => screen.getByTestId('announcer').textContent ?? ''
const put = (text: string): void => {
  fireEvent.change(composer(), { target: { value: text } })
}

async function atTasks() {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday'] })
  const texts = (): string[] => [...board.connection.board.getState().cards.values()].map((card) => card.text)
  return { user, board, texts }
}

describe('the counter of 5,000 characters', () => {
  test('comes when few are left, counts, and is spoken at its begin and its end only', async () => {
    await atTasks()
    put('x'.repeat(LIMITS.textChars - 500))
    expect(screen.queryByText(/^noch .* Zeichen$/)).toBeNull()
    put('x'.repeat(LIMITS.textChars - 499))
    expect(screen.getByText('noch 499 Zeichen')).toBeTruthy()
    await waitFor(() => expect(spoken()).toContain('noch 499 Zeichen'))
    put('x'.repeat(LIMITS.textChars - 40))
    expect(screen.getByText('noch 40 Zeichen')).toBeTruthy()
    expect(spoken()).not.toContain('noch 40 Zeichen')
    put('x'.repeat(LIMITS.textChars))
    expect(screen.getByText('noch 0 Zeichen')).toBeTruthy()
    await waitFor(() => expect(spoken()).toContain('noch 0 Zeichen'))
  })

  test('a paste that goes over it is refused with both numbers, and what was written stays', async () => {
    const { user, texts } = await atTasks()
    put('x'.repeat(4990))
    await user.click(composer())
    await user.paste('y'.repeat(20))
    expect(screen.getByText(/5\.010 Zeichen, auf eine Karte passen 5\.000/)).toBeTruthy()
    expect(composer().value).toBe('x'.repeat(4990))
    await user.keyboard('{Enter}')
    expect(texts()).toEqual(['x'.repeat(4990)])
  })

  test('what replaces a selection counts only once, and an input of one line cuts nothing off either', async () => {
    const { user } = await atTasks()
    put('x'.repeat(4000))
    composer().setSelectionRange(0, 4000)
    fireEvent.paste(composer(), { clipboardData: { getData: () => 'y'.repeat(3000) } })
    expect(screen.queryByText(/7\.000 Zeichen/), 'the browser pastes it').toBeNull()
    cleanup()
    await renderBoard({ open: ['information'] })
    await user.click(screen.getByRole('button', { name: 'Information für „unsere Kunden“' }))
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Information für „unsere Kunden“' })
    expect(fireEvent.paste(input, { clipboardData: { getData: () => 'y'.repeat(5001) } }), 'refused').toBe(false)
    expect(screen.getByText(/5\.001 Zeichen, auf eine Karte passen 5\.000/)).toBeTruthy()
  })

  test('stands under the text of a card, too, and one letter too many changes nothing', async () => {
    const { user, board, texts } = await atTasks()
    board.add('everyday', 'task', ['z'.repeat(4999)])
    ;(await screen.findByRole('article', { name: /: z/ })).focus()
    await user.keyboard('{Enter}')
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text der Karte' })
    expect(screen.getByText('noch 1 Zeichen')).toBeTruthy()
    fireEvent.change(editor, { target: { value: 'z'.repeat(5001) } })
    expect(screen.getByText(/Auf eine Karte passen 5\.000 Zeichen\. Ihre letzte Eingabe wurde nicht übernommen/)).toBeTruthy()
    expect(editor.value).toBe('z'.repeat(4999))
    expect(texts()).toEqual(['z'.repeat(4999)])
  })
})

test('no card is made of nothing, of blanks, of blank lines or of a list without a word', async () => {
  const { user, texts } = await atTasks()
  await user.click(composer())
  await user.keyboard('{Enter}   {Enter}{Shift>}{Enter}{/Shift} {Enter}')
  expect(screen.queryByRole('button', { name: 'Karte hinzufügen' }), 'nothing to add').toBeNull()
  put('')
  await user.paste('\n  \n-\n• \n')
  expect(texts().filter((text) => text.trim() === '')).toEqual([])
  expect(texts().filter((text) => /\w/.test(text))).toEqual([])
})

test('500 pasted lines: a sign of progress while they come, one undo takes all back and one redo brings them', async () => {
  const { user, board } = await atTasks()
  const onBoard = (): number => board.connection.board.getState().idsIn.get('everyday')?.length ?? 0
  await user.click(composer())
  fireEvent.paste(composer(), {
    clipboardData: { getData: () => Array.from({ length: 500 }, (_, n) => `- Aufgabe ${n}: ${'lang '.repeat(60)}`).join('\n') },
  })
  const sign = document.querySelector('progress')
  expect([sign?.getAttribute('aria-label'), sign?.max]).toEqual(['Karten werden angelegt', 500])
  // Looked for in the one place: 500 cards are many to search through again and again.
  const toasts = (): HTMLElement => document.querySelector<HTMLElement>('[data-toasts]') as HTMLElement
  await waitFor(() => expect(toasts().textContent).toContain('500 Karten angelegt'), { timeout: 40_000 })
  expect(document.querySelector('progress')).toBeNull()
  expect(onBoard()).toBe(500)
  const sentence = within(toasts()).getByText('500 Karten angelegt').parentElement as HTMLElement
  fireEvent.click(within(sentence).getByRole('button', { name: 'Rückgängig' }))
  expect(onBoard()).toBe(0)
  act(() => void board.connection.undo.redo())
  expect(onBoard()).toBe(500)
}, 60_000)
