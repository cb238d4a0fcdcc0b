// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../src/model/board.ts'
import type { CardId, PersonId } from '../../src/model/ids.ts'
import { device } from '../../src/sync/device.ts'
import { renderBoard } from '../helpers/render-board.tsx'

// There is no canvas here.
vi.mock('../../src/ui/dialogs/qr-code.tsx', () => ({ QrCode: () => null }))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Anna, who looks; Ben of the hotline; Carla, who has not said where she comes from. */
async function openPeople(role: Role, founder = false) {
  const user = userEvent.setup()
  const board = await renderBoard({ role })
  const [hotline, marketing] = board.add('actors', 'actor', ['Hotline', 'Marketing']) as [CardId, CardId]
  const me = board.connection.frame.getState().view!.me
  act(() =>
    board.setView({
      me: { ...me, founder },
      people: [
        { id: me.id, name: 'Anna', role, online: true },
        { id: 'Pben' as PersonId, name: 'Ben', role: 'participant', online: true, area: { card: hotline } },
        { id: 'Pcarla' as PersonId, name: 'Carla', role: 'participant', online: false },
      ],
    }),
  )
  await user.click(screen.getByTestId('people-here'))
  const dialog = within(await screen.findByRole('dialog', { name: '2 Personen sind hier' }))
  return { user, board, dialog, hotline, marketing }
}

const part = (dialog: ReturnType<typeof within>, heading: RegExp): HTMLElement => {
  const section = dialog.getByRole('heading', { name: heading, level: 3 }).closest('section')
  if (!section) throw new Error('no section')
  return section
}

describe('who leads', () => {
  test('sees who is here by area, and which areas nobody has come from', async () => {
    const { dialog, board, marketing } = await openPeople('facilitator')
    const list = part(dialog, /Alle auf diesem Board/)
    expect(
      within(list)
        .getAllByRole('heading', { level: 4 })
        .map((heading) => heading.textContent),
    ).toEqual(['Hotline 1', 'Ohne Bereich 2'])
    const missing = part(dialog, /Wer fehlt im Raum/)
    expect(
      within(missing)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Marketing'])
    const people = board.connection.frame.getState().view!.people
    act(() =>
      board.setView({ people: people.map((person) => (person.name === 'Carla' ? { ...person, area: { card: marketing } } : person)) }),
    )
    expect(missing.textContent).toContain('Aus jedem Bereich auf dem Board ist jemand hier.')
  })

  test('makes others lead, hands over, and is asked before somebody is removed', async () => {
    const { user, board, dialog } = await openPeople('facilitator')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Rolle von Ben' }), 'Moderation')
    await user.click(dialog.getByRole('button', { name: 'Aus dem Board entfernen: Carla' }))
    expect(board.commands).toEqual([{ type: 'change-role', person: 'Pben', role: 'facilitator' }])
    await user.click(dialog.getByRole('button', { name: 'Carla entfernen' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'An wen?' }), 'Ben')
    await user.click(dialog.getByRole('button', { name: 'Übergeben' }))
    expect(board.commands.slice(1)).toEqual([
      { type: 'remove-person', person: 'Pcarla' },
      { type: 'hand-over', person: 'Pben' },
    ])
  })
})

describe('who takes part', () => {
  test('changes the own name and area, and nothing of others', async () => {
    const { user, board, dialog, marketing } = await openPeople('participant')
    expect(dialog.queryByRole('combobox', { name: /Rolle von/ })).toBeNull()
    expect(dialog.queryByRole('heading', { name: /Wer fehlt/ })).toBeNull()
    expect(dialog.queryByRole('button', { name: 'Moderation zurücknehmen' })).toBeNull()
    const name = dialog.getByRole('textbox', { name: 'Ihr Name' })
    await user.clear(name)
    await user.type(name, 'Annika{Enter}')
    const area = dialog.getByRole('combobox', { name: 'Ihr Bereich' })
    await user.selectOptions(area, 'Marketing')
    await user.selectOptions(area, 'Anderer Bereich …')
    await user.type(dialog.getByRole('textbox', { name: 'Wie heißt er?' }), 'Werkstatt{Enter}')
    expect(board.commands).toEqual([
      { type: 'rename-me', name: 'Annika' },
      { type: 'set-my-area', area: { card: marketing } },
      { type: 'set-my-area', area: { text: 'Werkstatt' } },
    ])
    expect(device.name()).toBe('Annika')
  })

  test('who made the board takes the lead back', async () => {
    const { user, board, dialog } = await openPeople('participant', true)
    await user.click(dialog.getByRole('button', { name: 'Moderation zurücknehmen' }))
    expect(board.commands).toEqual([{ type: 'take-lead' }])
  })

  test('a code for another device is shown with the way to enter it', async () => {
    const { user, dialog } = await openPeople('participant')
    vi.stubGlobal('fetch', async () => Response.json({ code: 'CFHJKLMP', until: Date.now() + 60_000 }))
    await user.click(dialog.getByRole('button', { name: 'Auf ein anderes Gerät wechseln' }))
    expect((await dialog.findByRole<HTMLInputElement>('textbox', { name: 'Code für das andere Gerät' })).value).toBe('CFHJ KLMP')
    expect(dialog.getByText(/Er gilt einmal, bis/).textContent).toContain(window.location.host)
  })
})
