// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { threeSteps } from '../helpers/agenda.ts'
import { renderBoard } from '../helpers/render-board.tsx'

type Board = Awaited<ReturnType<typeof renderBoard>>

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

async function openAgenda(
  change: Parameters<Board['setView']>[0],
): Promise<{ board: Board; dialog: HTMLElement; user: ReturnType<typeof userEvent.setup> }> {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  act(() => board.setView(change))
  await user.click(await screen.findByRole('button', { name: 'Mehr zum Ablauf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Ablauf bearbeiten' }))
  return { board, dialog: await screen.findByRole('dialog', { name: 'Ablauf' }), user }
}

test('title, minutes, way, questions and the private note of a step are changed', async () => {
  const { board, dialog, user } = await openAgenda({ agenda: threeSteps(null) })
  const within1 = within(dialog)
  const title = within1.getByRole('textbox', { name: 'Titel von Schritt 2' })
  await user.clear(title)
  await user.type(title, 'Still schreiben{Enter}')
  const minutes = within1.getByRole('spinbutton', { name: 'Minuten: Sammeln' })
  await user.clear(minutes)
  await user.type(minutes, '25')
  await user.tab()
  await user.selectOptions(within1.getByRole('combobox', { name: 'Arbeitsweise: Sammeln' }), 'read')
  await user.click(within1.getByRole('button', { name: 'Fragen und Notiz zu „Sammeln“' }))
  await user.click(within1.getByRole('checkbox', { name: /Welche Prozess/ }))
  await user.type(within1.getByRole('textbox', { name: 'Notiz für die Moderation' }), 'Leise Musik')
  await user.tab()
  const block = 'Bstep1'
  expect(board.commands).toEqual([
    { type: 'describe-block', block, title: 'Still schreiben' },
    { type: 'describe-block', block, minutes: 25 },
    { type: 'describe-block', block, way: 'read' },
    { type: 'describe-block', block, questions: ['everyday'] },
    { type: 'note-block', block, note: 'Leise Musik' },
  ])
})

test('what is typed is kept when the dialog closes', async () => {
  const { board, dialog, user } = await openAgenda({ agenda: threeSteps(null) })
  await user.click(within(dialog).getByRole('button', { name: 'Fragen und Notiz zu „Ankommen“' }))
  await user.type(within(dialog).getByRole('textbox', { name: 'Notiz für die Moderation' }), 'Ziel vorlesen{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(board.commands).toEqual([{ type: 'note-block', block: 'Bstep0', note: 'Ziel vorlesen' }])
})

test('steps are added, moved, skipped, begun, and removed with a way back', async () => {
  const { board, dialog, user } = await openAgenda({ agenda: threeSteps(null) })
  const press = (name: string): Promise<void> => user.click(within(dialog).getByRole('button', { name }))
  await press('„Sammeln“ früher')
  await press('„Sammeln“ überspringen')
  await press('„Zuordnen“ jetzt beginnen')
  await press('„Ankommen“ entfernen')
  await user.click(await screen.findByRole('button', { name: 'Rückgängig', hidden: false }))
  await press('Schritt hinzufügen')
  expect(board.commands).toEqual([
    { type: 'move-block', block: 'Bstep1', to: 0 },
    { type: 'skip-block', block: 'Bstep1', skipped: true },
    { type: 'start-block', block: 'Bstep2', timer: true },
    { type: 'remove-block', block: 'Bstep0' },
    { type: 'add-block', block: 'Bstep0', title: 'Ankommen', minutes: 10, way: 'talk', questions: ['actors'], at: 0 },
    expect.objectContaining({ type: 'add-block', title: 'Neuer Schritt' }),
  ])
})

test('a step that runs long pushes what follows: real and planned times stand side by side', async () => {
  const nine = new Date(2027, 2, 1, 9, 0).getTime()
  const minute = 60_000
  const agenda = threeSteps(1, nine + 20 * minute)
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  act(() => {
    board.connection.frame.setState({ clock: { serverAt: nine + 45 * minute, heardAt: performance.now() } })
    board.setView({ agenda: { ...agenda, startAt: nine } })
  })
  await user.click(await screen.findByRole('button', { name: 'Mehr zum Ablauf' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Ablauf bearbeiten' }))
  const lines = within(await screen.findByRole('dialog')).getAllByRole('listitem')
  expect(lines[1]?.textContent).toMatch(/läuft.*09:20 bis 09:45.*geplant 09:10/)
  expect(lines[2]?.textContent).toMatch(/09:45 bis 09:55.*geplant 09:20/)
  expect(screen.getByText(/Ende voraussichtlich 09:55/)).toBeTruthy()
})
