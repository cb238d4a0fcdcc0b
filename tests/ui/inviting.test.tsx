// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LeadView } from '../../src/protocol/view.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

// There is no canvas here.
vi.mock('../../src/ui/dialogs/qr-code.tsx', () => ({ QrCode: () => null }))

const HOUR_MS = 60 * 60 * 1000
const secret = (letter: string): string => letter.repeat(43)
const invitations = { facilitator: secret('a'), participant: secret('b'), viewer: secret('c'), code: null as string | null }

beforeAll(() => loadParts(null), 60_000)
beforeEach(() => {
  invitations.code = null
  vi.stubGlobal('fetch', async () => Response.json(invitations))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openInvite() {
  const user = userEvent.setup()
  const board = await renderBoard({ role: 'facilitator' })
  const joining = (change: Partial<LeadView['joining']>): void => {
    const lead = board.connection.frame.getState().view!.lead!
    act(() => board.setView({ lead: { ...lead, joining: { ...lead.joining, ...change } } }))
  }
  await user.click(screen.getByRole('button', { name: 'Einladen' }))
  await screen.findByTestId('link-viewer')
  return { user, board, joining }
}

describe('links', () => {
  test('say until when they hold, also when that is over', async () => {
    const { joining } = await openInvite()
    const ends = (role: string): string | undefined =>
      screen.getByTestId(`link-${role}`).parentElement?.nextElementSibling?.querySelector('span')?.textContent ?? undefined
    expect(ends('participant')).toBe('Gilt, solange es das Board gibt.')
    joining({ linkUntil: { facilitator: null, participant: Date.now() + HOUR_MS, viewer: Date.now() - HOUR_MS } })
    expect(ends('participant')).toMatch(/^Gilt bis /)
    expect(ends('viewer')).toMatch(/^Abgelaufen am /)
    expect(ends('facilitator')).toBe('Gilt, solange es das Board gibt.')
  })

  test('hold as long as the facilitator says', async () => {
    const { user, board } = await openInvite()
    const select = screen.getByRole('combobox', { name: 'Gültigkeit ändern: Link zum Mitlesen' })
    await user.selectOptions(select, 'Noch 7 Tage')
    await user.selectOptions(select, 'Solange es das Board gibt')
    expect(board.commands).toEqual([
      { type: 'set-link-until', role: 'viewer', until: expect.any(Number) },
      { type: 'set-link-until', role: 'viewer', until: null },
    ])
    const [first] = board.commands
    const days = first?.type === 'set-link-until' ? ((first.until ?? 0) - Date.now()) / (24 * HOUR_MS) : 0
    expect(days).toBeCloseTo(7, 3)
  })
})

describe('the code to call out', () => {
  test('is off until it is switched on, is shown in halves, and goes off again', async () => {
    const { user, board, joining } = await openInvite()
    expect(screen.queryByRole('textbox', { name: 'Code zum Ansagen' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Code einschalten' }))
    expect(board.commands).toEqual([{ type: 'open-code', minutes: 480 }])
    invitations.code = 'CFHJKL'
    joining({ code: { number: 1, until: Date.now() + HOUR_MS } })
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Code zum Ansagen' })).value).toBe('CFH JKL')
    await user.click(screen.getByRole('button', { name: 'Ausschalten' }))
    expect(board.commands.at(-1)).toEqual({ type: 'close-code' })
    joining({ code: { number: 1, until: Date.now() - 1 } })
    expect(screen.queryByRole('textbox', { name: 'Code zum Ansagen' })).toBeNull()
  })

  test('stands large on the wall, and leaving the wall leads back', async () => {
    const { user, board, joining } = await openInvite()
    invitations.code = 'CFHJKL'
    joining({ code: { number: 1, until: Date.now() + HOUR_MS } })
    await screen.findByRole('textbox', { name: 'Code zum Ansagen' })
    await user.click(screen.getByRole('button', { name: 'Groß zeigen' }))
    const wall = await screen.findByRole('dialog', { name: 'Am Workshop teilnehmen' })
    expect(within(wall).getByRole('img', { name: 'C F H J K L' }).textContent).toBe('CFH JKL')
    expect(within(wall).getByText('1 Person ist hier')).toBeTruthy()
    expect(within(wall).queryByText(/^Der Link gilt bis/)).toBeNull()
    joining({ linkUntil: { facilitator: null, participant: Date.now() + HOUR_MS, viewer: null } })
    expect(within(wall).getByText(/^Der Link gilt bis/)).toBeTruthy()
    joining({ linkUntil: { facilitator: null, participant: Date.now() - HOUR_MS, viewer: null } })
    expect(within(wall).getByRole('alert').textContent).toMatch(/^Der Link ist seit .* abgelaufen/)
    expect(within(wall).getByText(/^Auf .* diesen Code eingeben/)).toBeTruthy()
    await user.click(within(wall).getByRole('button', { name: 'Noch 7 Tage gelten lassen' }))
    expect(board.commands.at(-1)).toEqual({ type: 'set-link-until', role: 'participant', until: expect.any(Number) })
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('dialog', { name: 'Zum Workshop einladen' })).toBeTruthy()
  })
})
