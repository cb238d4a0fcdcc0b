// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { changeLanguage } from '../../src/i18n/i18n.ts'
import type { QuestionId } from '../../src/model/ids.ts'
import { shortText } from '../../src/ui/board/use-actions.ts'
import { renderBoard } from '../helpers/render-board.tsx'

// There is no canvas here.
vi.mock('../../src/ui/dialogs/qr-code.tsx', () => ({ QrCode: () => null }))
afterEach(cleanup)

const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name })

test('a text is never cut inside an emoji', () => {
  for (const length of [57, 58, 59]) {
    const short = shortText({ text: 'x'.repeat(length) + '👍'.repeat(20) }, '')
    expect(() => encodeURIComponent(short)).not.toThrow()
    expect(Array.from(short)).toHaveLength(60)
  }
  expect(shortText({ text: '👍'.repeat(60) }, '')).toBe('👍'.repeat(60))
  expect(shortText({ text: `${'x'.repeat(57)}👩‍👩‍👧` }, '')).toBe(`${'x'.repeat(57)}👩…`)
})

describe('languages', () => {
  test("the board's words carry its language, the interface's words carry none of it", async () => {
    const board = await renderBoard()
    board.add('everyday', 'task', ['Rückruf'])
    const card = await screen.findByRole('article', { name: /Rückruf/ })
    await act(() => changeLanguage('en'))
    const tasks = column(/Was muss im Alltag/)
    expect(tasks.closest('[lang]')).toBe(document.documentElement)
    expect(document.documentElement.lang).toBe('en')
    expect(within(tasks).getByRole('heading').lang).toBe('de')
    expect(card.lang).toBe('de')
    expect(screen.getByRole('button', { name: 'Menu of the card “Rückruf”' }).closest('[lang]')?.getAttribute('lang')).toBe('en')
    expect(within(tasks).getByRole('textbox', { name: 'Our answer' }).lang).toBe('de')
    expect(screen.getByRole('heading', { level: 1 }).lang).toBe('de')
  })

  test('texts of both directions are set in their own', async () => {
    const board = await renderBoard()
    board.add('everyday', 'task', ['مرحبا'])
    expect((await screen.findByText('مرحبا')).dir).toBe('auto')
  })
})

describe('rights are told', () => {
  test('a locked board says so', async () => {
    const board = await renderBoard()
    expect(screen.queryByText('Das Board ist gesperrt.')).toBeNull()
    act(() => board.setView({ locked: true }))
    expect(screen.getByText('Das Board ist gesperrt.')).toBeTruthy()
  })

  test('a viewer hears only what a viewer can do', async () => {
    const board = await renderBoard({ role: 'viewer' })
    board.add('everyday', 'task', ['Rückruf'])
    const card = await screen.findByRole('article', { name: /Rückruf/ })
    const help = document.getElementById(card.getAttribute('aria-describedby') ?? '')
    expect(help?.textContent).not.toMatch(/bearbeiten|verschieben/)
  })
})

test('a starter that lies under another question is not suggested again', async () => {
  const board = await renderBoard({ open: ['actors'] })
  const starter = (): Element | null => screen.queryByRole('button', { name: '„Kundenhotline“ übernehmen' })
  expect(starter()).toBeTruthy()
  act(() => void board.add('parking', 'actor', ['Kundenhotline']))
  expect(starter()).toBeNull()
})

test('an added question has the same mark in the settings as on the board, and its lock one name', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  const questions = board.connection.frame.getState().view!.questions
  act(() => board.setView({ questions: [...questions, { id: 'Qnew' as QuestionId, title: 'Und sonst?', hint: '', locked: true }] }))
  expect(screen.getByRole('button', { name: /Frage \+1 öffnen: Und sonst\?/ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Board einrichten' }))
  await screen.findByRole('textbox', { name: 'Frage +1' })
  expect(screen.getByRole('button', { name: 'Frage +1 sperren' }).getAttribute('aria-pressed')).toBe('true')
})

test('typing past the end of a card is told in its own words', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  board.add('everyday', 'task', ['x'.repeat(5000)])
  const card = await screen.findByRole('article', { name: /xxx/ })
  card.focus()
  await user.keyboard('{Enter}y')
  expect(await screen.findByText(/Auf eine Karte passen 5\.000 Zeichen/)).toBeTruthy()
  expect(board.connection.board.getState().cards.values().next().value?.text).toHaveLength(5000)
  await user.paste('zz')
  await waitFor(() => expect(screen.getByText(/wurde nicht eingefügt/)).toBeTruthy())
})

test('a link that was renewed is no longer called copied, and each button names its link', async () => {
  const user = userEvent.setup()
  const secret = (letter: string): string => letter.repeat(43)
  const links = { facilitator: secret('a'), participant: secret('b'), viewer: secret('c'), code: null }
  vi.stubGlobal('fetch', async () => Response.json(links))
  await renderBoard({ role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Einladen' }))
  await user.click(await screen.findByRole('button', { name: 'Kopieren: Link zum Mitlesen' }))
  await screen.findByRole('button', { name: 'Kopiert: Link zum Mitlesen' })
  links.viewer = secret('d')
  await user.click(screen.getByRole('button', { name: 'Link erneuern: Link zum Mitlesen' }))
  expect(await screen.findByRole('button', { name: 'Kopieren: Link zum Mitlesen' })).toBeTruthy()
  vi.unstubAllGlobals()
})
