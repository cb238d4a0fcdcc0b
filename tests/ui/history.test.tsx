// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { questionsOf, toBoardFile } from '../../src/model/board.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { kickoff } from '../helpers/kickoff.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const made = Date.UTC(2026, 10, 24, 9, 30)
const then = toBoardFile({
  title: 'Kickoff',
  organisation: 'Nordwerk',
  goal: '',
  language: 'de',
  template: kickoff,
  questions: questionsOf(kickoff, 'de'),
  cards: [{ id: 'c1', kind: 'task', text: 'So war es', fields: {}, place: { in: 'everyday', order: 'a0' } }] as never,
  links: [],
  answers: {},
  verdicts: {},
  voices: [],
  comments: [],
  people: [],
})

/** What the server is asked for, with its answers; the test says when it is out of reach. */
const asked: string[] = []
let isReached = true
beforeEach(() => {
  asked.length = 0
  isReached = true
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body?: string }) => {
    asked.push(`${method} ${path.split('/').slice(4).join('/')} ${body ?? ''}`.trim())
    if (!isReached) throw new TypeError('offline')
    if (method === 'POST') return Response.json({ undo: 9 })
    if (!path.endsWith('/snapshots')) return Response.json(then)
    return Response.json([
      { id: 2, reason: 'named', name: 'Vor der Pause', made },
      { id: 1, reason: 'block', name: 'Sammeln', made },
    ])
  })
})

async function opened() {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  await user.click(screen.getByRole('button', { name: 'Board einrichten' }))
  await user.click(await screen.findByRole('button', { name: 'Frühere Stände ansehen' }))
  return { ...board, user, dialog: await screen.findByRole('dialog', { name: 'Frühere Stände' }) }
}

test('a facilitator keeps the state of now under a name, and removes only what has one', async () => {
  const { user, dialog, commands } = await opened()
  await within(dialog).findByText('Nach „Sammeln“')
  expect(within(dialog).getAllByRole('button', { name: /^Entfernen/ })).toHaveLength(1)
  await user.type(within(dialog).getByRole('textbox', { name: 'Name für den Stand von jetzt' }), 'Mittag{Enter}')
  await user.click(within(dialog).getByRole('button', { name: 'Entfernen: Vor der Pause' }))
  expect(commands).toEqual([
    { type: 'keep-snapshot', name: 'Mittag' },
    { type: 'drop-snapshot', snapshot: 2 },
  ])
  await waitFor(() => expect(asked).toEqual(['GET snapshots', 'GET snapshots', 'GET snapshots']))
})

test('looks at a state, is told what bringing it back does, and takes it back', async () => {
  const { user, dialog } = await opened()
  await user.click(await within(dialog).findByRole('button', { name: 'Ansehen: Vor der Pause' }))
  const look = await screen.findByRole('dialog', { name: 'Vor der Pause' })
  expect(await within(look).findByText('So war es')).toBeTruthy()
  await user.click(within(look).getByRole('button', { name: /zurückholen …/ }))
  expect(within(look).getByText(/liegen danach im Papierkorb/)).toBeTruthy()
  expect(asked.filter((request) => request.startsWith('POST'))).toEqual([])
  await user.click(within(look).getByRole('button', { name: 'Für alle zurückholen' }))
  await user.click(
    within((await screen.findByText(/wieder auf dem früheren Stand/)).parentElement!).getByRole('button', { name: 'Rückgängig' }),
  )
  await screen.findByText(/wie es vor dem Zurückholen war/)
  expect(asked.slice(-2)).toEqual(['POST restore {"snapshot":2}', 'POST restore {"snapshot":9}'])
})

test('says so when the server is out of reach, and that nothing has changed', async () => {
  isReached = false
  const { dialog } = await opened()
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/Das Board ist unverändert/)
})
