// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeLanguage, startTexts } from '../../src/i18n/i18n.ts'
import type { BoardId, CardId } from '../../src/model/ids.ts'
import { device } from '../../src/sync/device.ts'
import { JoinPage } from '../../src/ui/board/join-page.tsx'
import { CodeForm } from '../../src/ui/home/code-form.tsx'
import { kickoff } from '../helpers/kickoff.ts'

const entry = {
  board: 'Btestboardtestboard123',
  title: 'Kickoff',
  organisation: 'Nordwerk',
  language: 'de',
  template: kickoff,
  epoch: 1,
  me: { id: 'Pben', name: 'Ben', role: 'participant' },
}
const door = {
  title: 'Kickoff',
  organisation: 'Nordwerk',
  language: 'de' as const,
  role: 'participant' as const,
  areas: [
    { text: 'Lager', area: { card: 'Kcardcardcardcardcard1' as CardId } },
    { text: 'Verkauf', area: { text: 'Verkauf' } },
  ],
}
const sent: { path: string; body: unknown }[] = []

function answerWith(status: number, value: unknown): void {
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (path.endsWith('/door')) return status === 200 ? Response.json(door) : Response.json(value, { status })
    sent.push({ path, body: JSON.parse(body) as unknown })
    return Response.json(value, { status })
  })
}

beforeEach(async () => {
  localStorage.clear()
  sent.length = 0
  await startTexts('de')
  await changeLanguage('de')
  answerWith(200, entry)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const codeField = (): HTMLElement => screen.getByRole('textbox', { name: 'Code' })

describe('with a code', () => {
  test('six characters, typed as people type them, ask for a name and lead onto the board', async () => {
    const user = userEvent.setup()
    const onEntered = vi.fn()
    render(<CodeForm onEntered={onEntered} />)
    expect(screen.queryByRole('textbox', { name: 'Ihr Name' })).toBeNull()
    await user.type(codeField(), ' cfh-jk l ')
    await user.type(screen.getByRole('textbox', { name: 'Ihr Name' }), 'Ben')
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent).toEqual([{ path: '/api/join', body: { code: 'CFHJKL', name: 'Ben' } }])
    expect(onEntered).toHaveBeenCalledWith(expect.objectContaining({ board: entry.board }))
  })

  test('eight characters from another device need no name', async () => {
    const user = userEvent.setup()
    render(<CodeForm onEntered={vi.fn()} />)
    await user.type(codeField(), 'cfhj klmp{Enter}')
    expect(sent).toEqual([{ path: '/api/move', body: { code: 'CFHJKLMP' } }])
    expect(screen.getByText('Sie machen auf diesem Gerät als dieselbe Person weiter.')).toBeTruthy()
  })

  test.each([
    [404, 'not-found', /gilt nicht oder nicht mehr/],
    [429, 'too-many', /Zu viele Versuche/],
  ])('%i is told in words', async (status, error, words) => {
    answerWith(status, { error })
    device.saveName('Ben')
    const user = userEvent.setup()
    render(<CodeForm onEntered={vi.fn()} />)
    await user.type(codeField(), 'cfhjkl{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    await user.type(codeField(), '{Backspace}')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('a code that is known shows what it opens, and one tap says where one comes from', async () => {
    const user = userEvent.setup()
    render(<CodeForm onEntered={vi.fn()} />)
    await user.type(codeField(), 'cfhjkl')
    const areas = within(await screen.findByRole('group', { name: /Aus welchem Bereich/ }))
    expect(screen.getByText('Kickoff')).toBeTruthy()
    await user.click(areas.getByRole('button', { name: 'Lager' }))
    await user.type(screen.getByRole('textbox', { name: 'Ihr Name' }), 'Ben')
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent).toEqual([{ path: '/api/join', body: { code: 'CFHJKL', name: 'Ben', area: { card: 'Kcardcardcardcardcard1' } } }])
  })

  test('one from another device that is used up says where a new one comes from', async () => {
    answerWith(404, { error: 'not-found' })
    const user = userEvent.setup()
    render(<CodeForm onEntered={vi.fn()} />)
    await user.type(codeField(), 'cfhjklmp{Enter}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/auf dem anderen Gerät einen neuen/)
  })

  test('half a code is not sent', async () => {
    const user = userEvent.setup()
    render(<CodeForm onEntered={vi.fn()} />)
    await user.type(codeField(), 'cfh{Enter}')
    expect(screen.getByRole('alert').textContent).toMatch(/noch kein ganzer Code/)
    expect(sent).toEqual([])
  })
})

describe('the name', () => {
  const page = <JoinPage id={'Btestboardtestboard123' as BoardId} secret={'s'.repeat(43)} door={door} onJoined={vi.fn()} />

  test('one tap takes one of three that are offered', async () => {
    const user = userEvent.setup()
    render(page)
    const offered = within(screen.getByRole('group', { name: /ohne eigenen Namen/ })).getAllByRole('button')
    expect(new Set(offered.map((button) => button.textContent)).size).toBe(3)
    await user.click(offered[1]!)
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent[0]?.body).toMatchObject({ name: offered[1]?.textContent })
  })

  test('a remembered one stands there already, and no other is offered', () => {
    device.saveName('Ben')
    render(page)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Ihr Name' }).value).toBe('Ben')
    expect(screen.queryByRole('group', { name: /ohne eigenen Namen/ })).toBeNull()
  })
})

describe('the area', () => {
  const page = (given = door) => (
    <JoinPage id={'Btestboardtestboard123' as BoardId} secret={'s'.repeat(43)} door={given} onJoined={vi.fn()} />
  )
  const area = (name: string): HTMLElement =>
    within(screen.getByRole('group', { name: /Aus welchem Bereich/ })).getByRole('button', { name })

  test('is one tap, can be taken back, and is remembered for the next door that knows it', async () => {
    device.saveName('Ben')
    const user = userEvent.setup()
    render(page())
    await user.click(area('Verkauf'))
    await user.click(area('Verkauf'))
    await user.click(area('Lager'))
    await user.click(area('Verkauf'))
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent[0]?.body).toMatchObject({ name: 'Ben', area: { text: 'Verkauf' } })
    cleanup()
    render(page())
    expect(area('Verkauf').getAttribute('aria-pressed')).toBe('true')
    cleanup()
    render(page({ ...door, areas: [{ text: 'Lager', area: { text: 'Lager' } }] }))
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent[1]?.body).not.toHaveProperty('area')
  })

  test('is not asked where the board has none, and nobody has to say it', async () => {
    device.saveName('Ben')
    const user = userEvent.setup()
    render(page({ ...door, areas: [] }))
    expect(screen.queryByRole('group')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Mitmachen' }))
    expect(sent[0]?.body).toEqual({ secret: 's'.repeat(43), name: 'Ben' })
  })

  test.each([
    ['viewer', /lesen Sie mit/],
    ['facilitator', /leiten Sie das Board mit/],
  ] as const)('the door says what a %s’s link is for', (role, words) => {
    render(<JoinPage id={'Btestboardtestboard123' as BoardId} secret={'s'.repeat(43)} door={{ ...door, role }} onJoined={vi.fn()} />)
    expect(screen.getByText(words)).toBeTruthy()
  })
})
