// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { PersonId } from '../../src/model/ids.ts'
import { startTimer } from '../../src/model/timer.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { threeSteps } from '../helpers/agenda.ts'
import { renderBoard } from '../helpers/render-board.tsx'

type Board = Awaited<ReturnType<typeof renderBoard>>

beforeAll(() => loadParts(null), 60_000)
beforeEach(() =>
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  }),
)
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const SERVER_NOW = Date.parse('2027-03-01T09:00:00Z')
/** The device's own clock is years away from the server's. */
const hearClock = (board: Board): void => {
  vi.setSystemTime(Date.parse('2019-01-01T00:00:00Z'))
  board.connection.frame.setState({ clock: { serverAt: SERVER_NOW, heardAt: performance.now() } })
}
const strip = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Ablauf des Workshops' })
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms))
const users = (): ReturnType<typeof userEvent.setup> => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) })

test('before anything has begun a participant sees nothing of it, a facilitator starts it', async () => {
  const board = await renderBoard({ role: 'participant' })
  act(() => board.setView({ agenda: threeSteps(null) }))
  await pass(50)
  expect(screen.queryByRole('region', { name: 'Ablauf des Workshops' })).toBeNull()
  cleanup()
  const own = await renderBoard({ role: 'facilitator' })
  act(() => own.setView({ agenda: threeSteps(null) }))
  await users().click(within(await strip()).getByRole('button', { name: 'Ablauf starten' }))
  expect(own.commands).toEqual([{ type: 'next-block', from: null, timer: true }])
})

test('the steps say what is done, where the room is and what comes', async () => {
  const board = await renderBoard()
  act(() => board.setView({ agenda: threeSteps(1, SERVER_NOW) }))
  const steps = within(within(await strip()).getByRole('list', { name: 'Schritte' })).getAllByRole('listitem')
  expect(steps.map((step) => step.querySelector('.visually-hidden')?.textContent)).toEqual([', erledigt', ', läuft', ', kommt noch'])
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null])
})

test('the time left follows the server’s clock, and is said at five minutes, at one and at the end only', async () => {
  const board = await renderBoard()
  hearClock(board)
  act(() => board.setView({ agenda: threeSteps(1, SERVER_NOW), timer: startTimer(6, SERVER_NOW) }))
  const timer = await screen.findByRole('timer')
  const said = screen.getByTestId('announcer')
  const heard: string[] = []
  const hear = (): void => {
    const text = said.textContent.replace('\u200b', '')
    if (text !== '' && heard.at(-1) !== text) heard.push(text)
  }
  await pass(500)
  heard.length = 0
  said.textContent = ''
  expect(timer.textContent).toMatch(/^0(6:00|5:59)$/)
  for (let second = 0; second < 365; second++) {
    await pass(1000)
    hear()
  }
  expect(heard).toEqual(['Noch 5 Minuten', 'Noch 1 Minute', 'Zeit ist um'])
  expect(timer.textContent).toBe('00:00')
})

test('a second of the timer renders no card', async () => {
  const board = await renderBoard({ open: ['everyday'] })
  hearClock(board)
  const [id] = board.add('everyday', 'task', ['Rückruf'])
  act(() => board.setView({ timer: startTimer(6, SERVER_NOW) }))
  const timer = await screen.findByRole('timer')
  const card = document.querySelector(`[data-card="${id}"]`)
  await pass(2000)
  const changes: MutationRecord[] = []
  const watch = new MutationObserver((records) => void changes.push(...records))
  watch.observe(card?.closest('main') as Element, { subtree: true, childList: true, attributes: true, characterData: true })
  const before = timer.textContent
  await pass(3000)
  expect(timer.textContent).not.toBe(before)
  expect(changes).toHaveLength(0)
  watch.disconnect()
})

test('a paused timer stands, and a facilitator adds a minute or lets it go on', async () => {
  const board = await renderBoard({ role: 'facilitator' })
  hearClock(board)
  act(() => board.setView({ agenda: threeSteps(1, SERVER_NOW), timer: { state: 'paused', remainingMs: 90_000, totalMs: 600_000 } }))
  const timer = await screen.findByRole('timer')
  await pass(5000)
  expect(timer.textContent).toBe('01:30')
  const user = users()
  await user.click(screen.getByRole('button', { name: '1 Minute mehr' }))
  await user.click(screen.getByRole('button', { name: 'Zeit weiterlaufen lassen' }))
  await user.click(screen.getByRole('button', { name: 'Mehr zum Ablauf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Timer: 5 Minuten' }))
  expect(board.commands).toEqual([{ type: 'add-minute' }, { type: 'resume-timer' }, { type: 'start-timer', minutes: 5 }])
})

test('a participant says to be ready and raises a hand; a viewer only the hand', async () => {
  const board = await renderBoard()
  act(() => board.setView({ agenda: threeSteps(1, SERVER_NOW), ready: { count: 18, of: 22 } }))
  const user = users()
  await user.click(within(await strip()).getByRole('button', { name: 'Ich bin so weit' }))
  await user.click(screen.getByRole('button', { name: 'Melden' }))
  expect(screen.getByTestId('ready-count').textContent).toBe('18 von 22 bereit')
  expect(board.commands).toEqual([
    { type: 'set-ready', ready: true },
    { type: 'raise-hand', raised: true },
  ])
  cleanup()
  const viewer = await renderBoard({ role: 'viewer' })
  act(() => viewer.setView({ agenda: threeSteps(1, SERVER_NOW) }))
  expect(within(await strip()).getByRole('button', { name: 'Melden' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Ich bin so weit' })).toBeNull()
})

test('a facilitator sees whose hand is up and that nobody has typed for a while', async () => {
  const board = await renderBoard({ role: 'facilitator' })
  hearClock(board)
  const { lead, people } = board.connection.frame.getState().view!
  const ben = { id: 'Pben' as PersonId, name: 'Ben', role: 'participant' as const, online: true }
  act(() =>
    board.setView({
      agenda: threeSteps(1, SERVER_NOW - 600_000),
      people: [...people, ben],
      lead: { ...lead!, hands: [ben.id], lastEditAt: SERVER_NOW },
    }),
  )
  await strip()
  expect(screen.queryByText(/tippt niemand/)).toBeNull()
  await pass(130_000)
  expect(screen.getByText('Seit 2 Minuten tippt niemand')).toBeTruthy()
  const silence = { id: 'Rone', questions: [], kinds: [], writing: true, drafts: {}, authors: null }
  act(() => board.setView({ rounds: { silence, voting: null, results: [] } }))
  expect(screen.queryByText(/tippt niemand/)).toBeNull()
  const user = users()
  await user.click(screen.getByRole('button', { name: '1 Meldung' }))
  await user.click(await screen.findByRole('menuitem', { name: /Ben/ }))
  expect(board.commands).toEqual([{ type: 'lower-hand', person: ben.id }])
})

test('while the room reads, it is told and its cards stand still', async () => {
  const board = await renderBoard({ open: ['everyday', 'parking'] })
  act(() => board.setView({ agenda: threeSteps(1, SERVER_NOW, ['talk', 'read', 'assign']) }))
  expect(await screen.findByText('Lesezeit: Karten stehen still')).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Aufgabe schreiben' })).toBeNull()
  await users().click(screen.getByRole('button', { name: /Frage P öffnen/ }))
  expect(document.querySelector('[data-column="parking"] [data-composer]')).toBeTruthy()
})
