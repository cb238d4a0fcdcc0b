// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { CardId, FieldId, RelationId } from '../../src/model/ids.ts'
import { addLink, binCard, setField } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const ASKS = {
  knows: 'Weiß ich, was zu tun ist?',
  informed: 'Habe ich die Information?',
  may: 'Darf ich zusagen und Vorteile geben?',
}
const ask = (name: keyof typeof ASKS) => screen.getByRole('group', { name: ASKS[name] })
const chosen = (name: keyof typeof ASKS) =>
  within(ask(name))
    .queryAllByRole('button', { pressed: true })
    .map((button) => button.textContent?.replace(/[JUN]$/, ''))

async function withCase(options: Parameters<typeof renderBoard>[0] = {}) {
  const user = userEvent.setup()
  const board = await renderBoard({ place: 'rehearsal', ...options })
  const add = (...given: Parameters<typeof board.add>): CardId[] => {
    let ids: CardId[] = []
    act(() => void (ids = board.add(...given)))
    return ids
  }
  const [actor] = add('actors', 'actor', ['Hotline'])
  const [card] = add('cases', 'case', ['Ticket vergessen'])
  const stations = add(card!, 'station', ['Schalter', 'Service', 'Technik'])
  const { content } = board.connection
  const state = () => board.connection.board.getState()
  const fields = (at: number) => state().cards.get(stations[at]!)?.fields
  const say = (at: number, given: Record<string, string>): void =>
    act(() => Object.entries(given).forEach(([field, value]) => setField(content, stations[at]!, field as FieldId, value)))
  await user.click(await screen.findByRole('button', { name: /^Ticket vergessen/ }))
  return { user, board, content, actor: actor!, card: card!, stations, state, fields, say }
}

test('a case is walked by the keyboard alone, from the first answer to the result', async () => {
  const { user, fields } = await withCase()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Schalter' }))
  await user.keyboard('jjn')
  expect(fields(0)).toEqual({ knows: 'yes', informed: 'yes', may: 'no' })
  expect([chosen('knows'), chosen('informed'), chosen('may')]).toEqual([['ja'], ['ja'], ['nein']])
  expect(screen.getByText('„Schalter“ darf nichts zusagen und keinen Vorteil geben.')).toBeTruthy()
  expect(screen.getByText(/0 von 3 Stationen gelöst/).parentElement?.textContent).toBe(
    '0 von 3 Stationen gelöst, bricht bei „Schalter“: keine Befugnis',
  )
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Service' }))
  await user.keyboard('121')
  expect(fields(1)).toEqual({ knows: 'yes', informed: 'unclear', may: 'yes' })
  await user.keyboard('{ArrowRight}{ArrowRight}')
  const ending = screen.getByRole('heading', { name: /0 von 3 Stationen gelöst, bricht bei „Schalter“/ })
  expect(document.activeElement).toBe(ending)
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Technik' }))
})

test('one press makes the card that mends a gap, with where it came from; the same button then shows it; one undo takes it back', async () => {
  const { user, state, stations, actor, content } = await withCase()
  act(() => addLink(content, 'stands' as RelationId, actor, stations[0]!))
  await user.keyboard('jjn')
  await user.click(screen.getByRole('button', { name: /^Befugnis anlegen: / }))
  const made = [...state().cards.values()].find((card) => card.kind === 'authority')!
  expect(made).toMatchObject({ text: '„Hotline“ darf zusagen: Ticket vergessen', place: { in: 'responsibility' } })
  expect([...state().links.keys()]).toEqual(expect.arrayContaining([`stems:${made.id}:${stations[0]}`, `entitled:${actor}:${made.id}`]))
  const shown = screen.getByRole('button', { name: /^Befugnis angelegt, zeigen: / })
  expect(document.activeElement).toBe(shown)
  expect(screen.getByText('Daraus wurde:')).toBeTruthy()
  await user.click(shown)
  expect(await screen.findByRole('dialog', { name: 'Befugnis' })).toBeTruthy()
  await user.keyboard('{Escape}')
  await user.keyboard('{Control>}z{/Control}')
  expect(state().cards.get(made.id)?.place.in).toBe('bin')
  expect([...state().links.keys()].filter((id) => id.includes(made.id))).toEqual([])
  expect(screen.getByRole('button', { name: /^Befugnis anlegen: / })).toBeTruthy()
})

test.each([
  ['knows', 'task', 'Aufgabe'],
  ['knows', 'standard', 'Standard'],
  ['knows', 'measure', 'Maßnahme'],
  ['informed', 'information', 'Information'],
  ['may', 'authority', 'Befugnis'],
] as const)('a no to "%s" becomes a card of the kind "%s" in one press, and it says where it came from', async (field, kind, label) => {
  const { user, state, stations, say, board } = await withCase()
  say(1, { [field]: 'no' })
  await user.keyboard('{ArrowRight}')
  await user.click(within(ask(field)).getByRole('button', { name: new RegExp(`^${label} anlegen: `) }))
  const made = [...state().cards.values()].find((card) => card.kind === kind)!
  expect(made.text).toContain('Ticket vergessen')
  expect([...state().links.keys()]).toContain(`stems:${made.id}:${stations[1]}`)
  await user.click(within(ask(field)).getByRole('button', { name: new RegExp(`^${label} angelegt, zeigen: `) }))
  const origin = (await screen.findByRole('heading', { name: 'Herkunft' })).parentElement!
  expect(within(origin).getByRole('button', { name: 'Service' })).toBeTruthy()
  act(() => void board.connection.undo.undo())
  expect(state().cards.get(made.id)?.place.in).toBe('bin')
  expect([...state().links.keys()]).toEqual([])
})

test('a station is moved along the chain by the keyboard and by its buttons, and stays the one that is shown', async () => {
  const { user, state, card, stations, board } = await withCase()
  const order = () =>
    state()
      .idsIn.get(card)
      ?.map((id) => stations.indexOf(id))
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(order()).toEqual([1, 0, 2])
  expect(screen.getByText('Station 2 von 3')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Schalter' }))
  const on = screen.getByRole('button', { name: 'Station nach hinten' })
  await user.click(on)
  expect(order()).toEqual([1, 2, 0])
  expect([on.getAttribute('aria-disabled'), document.activeElement]).toEqual(['true', on])
  await user.click(on)
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(order()).toEqual([1, 2, 0])
  await waitFor(() => expect(screen.getByTestId('announcer').textContent).toMatch(/„Schalter“.*Ticket vergessen.*3 von 3/))
  await user.click(screen.getByRole('button', { name: 'Station nach vorn' }))
  expect(order()).toEqual([1, 0, 2])
  for (let step = 0; step < 3; step++) act(() => void board.connection.undo.undo())
  expect(order()).toEqual([0, 1, 2])
})

test('between two stations it is asked how the next one learns of it, and a missing word is a gap', async () => {
  const { user, fields, say } = await withCase()
  say(0, { knows: 'yes', informed: 'yes', may: 'yes' })
  expect(screen.getByText('Von „Schalter“ erfährt „Service“ nichts davon.')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Standard anlegen: / })).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Wie erfährt die nächste Stelle davon?' }), 'ruft an')
  await user.click(screen.getByRole('button', { name: 'Nächste Station' }))
  expect(fields(0)).toMatchObject({ handover: 'ruft an' })
  expect(screen.getByText(/1 von 3 Stationen gelöst/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Nächste Station' }))
  expect(screen.queryByRole('textbox', { name: 'Wie erfährt die nächste Stelle davon?' })).toBeNull()
})

test('who stands there is chosen in place, made of the station’s name, and corrected when two say it at once', async () => {
  const { user, state, stations, actor, content } = await withCase()
  const who = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Wer ist das?' })
  await user.selectOptions(who, 'Hotline')
  expect([...state().links.keys()]).toEqual([`stands:${actor}:${stations[0]}`])
  expect(screen.getByRole('heading', { name: 'Hotline' })).toBeTruthy()
  await user.selectOptions(who, 'Neu: Akteur „Schalter“')
  const made = [...state().cards.values()].find((card) => card.kind === 'actor' && card.text === 'Schalter')!
  expect([...state().links.keys()]).toContain(`stands:${made.id}:${stations[0]}`)
  act(() => addLink(content, 'stands' as RelationId, actor, stations[0]!))
  expect(screen.getByText('2 stehen hier. Wählen Sie einmal neu.')).toBeTruthy()
})

test('a station is added in place; the name of somebody on the board puts that one there', async () => {
  const { user, state, card, actor } = await withCase()
  await user.type(screen.getByRole('combobox', { name: 'Station schreiben' }), 'hotline{Enter}')
  const last = state().idsIn.get(card)?.at(-1)
  expect(state().cards.get(last!)?.text).toBe('hotline')
  expect([...state().links.keys()]).toEqual([`stands:${actor}:${last}`])
  expect(screen.getByText('Station 4 von 4')).toBeTruthy()
})

test('a case is taken from what is offered, as one step of undo, or written, and is walked at once', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ place: 'rehearsal' })
  await user.click(await screen.findByRole('button', { name: /Deutsche Bahn/ }))
  expect(screen.getByText('Station 1 von 2')).toBeTruthy()
  expect(screen.getByText('findet die vergessenen Tickets')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Alle Fälle' }))
  const cards = () => [...board.connection.board.getState().cards.values()].filter((card) => card.place.in !== 'bin').length
  expect(cards()).toBe(3)
  act(() => void board.connection.undo.undo())
  expect(cards()).toBe(0)
  act(() => void board.connection.undo.redo())
  expect(cards()).toBe(3)
  await user.type(screen.getByRole('textbox', { name: 'Fall schreiben' }), 'Lieferung bleibt aus{Enter}')
  expect(screen.getByRole('heading', { name: 'Lieferung bleibt aus' })).toBeTruthy()
  await user.type(screen.getByRole('combobox', { name: 'Station schreiben' }), 'Zentrale{Enter}')
  expect(screen.getByText('Station 1 von 1')).toBeTruthy()
})

test('others’ answers appear; who only reads sees them and moves on, but answers nothing', async () => {
  const { user, say, fields } = await withCase({ role: 'viewer' })
  say(0, { knows: 'unclear' })
  expect(chosen('knows')).toEqual(['unklar'])
  await user.keyboard('jjj')
  expect(fields(0)).toEqual({ knows: 'unclear' })
  expect(screen.queryByRole('button', { name: /anlegen/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Station nach hinten' })).toBeNull()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(screen.getByText('Station 1 von 3')).toBeTruthy()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByText('Station 2 von 3')).toBeTruthy()
})

test('a case that somebody takes away leads back to the choice, a station to the first', async () => {
  const { user, content, card, stations } = await withCase()
  await user.keyboard('{ArrowRight}')
  act(() => binCard(content, stations[1]!))
  expect(screen.getByText('Station 1 von 2')).toBeTruthy()
  act(() => binCard(content, card))
  expect(screen.getByRole('heading', { name: 'Fallprobe' })).toBeTruthy()
})
