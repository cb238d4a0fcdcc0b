// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { agendaOf } from '../../src/model/agenda.ts'
import type { BlockId, CardId, QuestionId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCards, addLink } from '../../src/model/write-content.ts'
import type { View } from '../../src/protocol/view.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { kickoff } from '../helpers/kickoff.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ error: 'forbidden' }, { status: 403 })))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const { agenda } = agendaOf(kickoff, 'de')

async function wall(options: Parameters<typeof renderBoard>[0] = {}) {
  const board = await renderBoard({ place: 'projector', role: 'facilitator', ...options })
  const start = (change: Partial<View['agenda']['blocks'][number]>): void => {
    const [first, ...rest] = agenda.blocks
    const block = { ...first!, startedAt: 1, ...change }
    act(() => board.setView({ agenda: { ...agenda, current: block.id, blocks: [block, ...rest] } }))
  }
  return { ...board, start, user: userEvent.setup() }
}

test('before the first part the wall shows the goal and what comes, and never a menu', async () => {
  const { setView } = await wall()
  act(() => setView({ agenda }))
  expect((await screen.findAllByRole('listitem')).map((item) => item.textContent)).toContain('Ankommen15 Min.')
  expect(screen.getByText('Ziel')).toBeTruthy()
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a part shows the questions in focus with their cards, one after the other, by keyboard too', async () => {
  const { add, start, connection, user } = await wall()
  const [task] = add('everyday', 'task', ['Rückruf']) as [CardId]
  const [actor] = add('actors', 'actor', ['Hotline']) as [CardId]
  start({ title: 'Zuordnen', way: 'assign', questions: ['everyday', 'actors'] as QuestionId[] })
  expect(await screen.findByRole('heading', { level: 1, name: 'Zuordnen' })).toBeTruthy()
  expect(screen.getByText('Teil 1 von 6 · Zuordnen')).toBeTruthy()
  const shown = (): string[] => screen.queryAllByRole('article').map((card) => card.textContent)
  expect(shown()).toEqual([expect.stringContaining('Hotline')])
  await user.keyboard('{ArrowRight}')
  expect(shown()).toEqual([expect.stringContaining('Rückruf')])
  act(() => addLink(connection.content, 'does' as never, actor, task))
  await waitFor(() => expect(shown()[0]).toMatch(/Rückruf.*Hotline/))
  await user.click(screen.getByRole('button', { name: /^Anhalten/ }))
  expect(screen.getByRole('button', { name: /^Von selbst/ })).toBeTruthy()
})

test('what is under way is told in numbers, and a card in the light stands alone', async () => {
  const { add, start, setView } = await wall()
  const [card] = add('everyday', 'task', ['Rückruf', 'Angebot'])
  start({ way: 'write', questions: ['everyday'] as QuestionId[] })
  const round = { id: 'r', questions: ['everyday' as QuestionId], kinds: [] }
  act(() =>
    setView({ rounds: { silence: { ...round, writing: true, drafts: { everyday: 7 }, authors: null }, voting: null, results: [] } }),
  )
  expect(await screen.findByText('Alle schreiben still für sich. 7 Ideen warten.')).toBeTruthy()
  act(() => setView({ rounds: { silence: null, voting: { ...round, budget: 3, cap: 1, voters: 5 }, results: [] } }))
  expect(screen.getByText('Die Abstimmung läuft: 3 Stimmen je Person. 5 Personen haben abgestimmt.')).toBeTruthy()
  act(() => setView({ spotlight: card! }))
  expect(screen.getAllByRole('article').map((each) => each.textContent)).toEqual([expect.stringContaining('Rückruf')])
})

test('a case stands at the station that is walked in this browser', async () => {
  const { add, start, connection } = await wall()
  const [chain] = add('cases', 'case', ['Pumpe steht']) as [CardId]
  const stations = ['Zentrale', 'Hotline'].map((text, at) => ({ kind: 'station' as never, text, in: chain, order: `a${at}` as OrderKey }))
  const [, hotline] = addCards(connection.content, stations)
  start({ id: 'arrive' as BlockId, way: 'rehearse', questions: [] })
  expect(await screen.findByRole('heading', { level: 3, name: 'Zentrale' })).toBeTruthy()
  act(() => {
    localStorage.setItem('auftakt.walk.Btestboardtestboard123', JSON.stringify(`${chain} ${hotline}`))
    window.dispatchEvent(new StorageEvent('storage'))
  })
  const heading = screen.getByRole('heading', { level: 3, name: 'Hotline' })
  expect(within(heading.closest('section')!).getAllByText('ohne Antwort').length).toBeGreaterThan(2)
})

test('the timer is the server’s', async () => {
  const { start, connection, setView } = await wall()
  start({})
  const at = performance.now()
  connection.frame.setState({ clock: { serverAt: 1_000_000, heardAt: at } })
  act(() => setView({ timer: { state: 'paused', remainingMs: 125_000, totalMs: 300_000 } }))
  expect(screen.getByRole('timer').textContent).toBe('2:05angehalten')
  act(() => setView({ timer: { state: 'running', endsAt: 1_000_000 - 1, totalMs: 300_000 } }))
  expect(screen.getByRole('timer').textContent).toBe('Zeit um')
})
