// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type * as gaps from '../../src/insight/gaps.ts'
import type { CardId, FieldId, RelationId } from '../../src/model/ids.ts'
import { cardText } from '../../src/model/read-content.ts'
import { addLink, setField, writeText } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

const derived = vi.hoisted(() => ({ times: 0 }))
vi.mock('../../src/insight/gaps.ts', async (load) => {
  const real = await load<typeof gaps>()
  return {
    ...real,
    findFaults: (...given: Parameters<typeof real.findFaults>) => {
      derived.times++
      return real.findFaults(...given)
    },
  }
})

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const panel = (): Promise<HTMLElement> => screen.findByRole('complementary', { name: 'Was fehlt noch?' })
const group = async (name: string): Promise<HTMLElement> =>
  (await within(await panel()).findByRole('heading', { name })).closest('section')!
const focusIsOn = (find: () => HTMLElement): Promise<void> => waitFor(() => expect(document.activeElement).toBe(find()))
const spoken = (): string => screen.getByTestId('announcer').textContent ?? ''

async function withGaps(language: 'de' | 'en' = 'de') {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday'], language })
  const tasks = board.add('everyday', 'task', ['Rückruf', 'Angebot', 'Mahnung', 'Anfrage'])
  const actors = board.add('actors', 'actor', ['Hotline', 'Vertrieb'])
  const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }))
  return { user, board, tasks, actors, press }
}

describe('the panel of what is missing', () => {
  test('opens from the meter, by weight and rule with counts, and closes with the focus where it came from', async () => {
    const { user, press } = await withGaps()
    await press(/Plan-Reife/)
    const found = await panel()
    const levels = within(found).getAllByRole('heading', { level: 3 })
    expect(levels.map((level) => level.textContent)).toEqual(['Zuerst klären', 'Danach klären', 'Wenn Zeit bleibt'])
    const rows = within(await group('4 ohne Übernahme')).getAllByRole('listitem')
    expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual([
      'Niemand übernimmt „Rückruf“.',
      'Niemand übernimmt „Angebot“.',
      'Niemand übernimmt „Mahnung“.',
    ])
    await user.click(within(await group('4 ohne Übernahme')).getByRole('button', { name: '1 weitere zeigen' }))
    expect(within(await group('4 ohne Übernahme')).getAllByRole('listitem')).toHaveLength(4)
    within(await group('4 ohne Übernahme'))
      .getAllByRole('button')[0]!
      .focus()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary')).toBeNull()
    await focusIsOn(() => screen.getByRole('button', { name: /Plan-Reife/ }))
  })

  test('opens by key, and from a count of the footer at that rule', async () => {
    const { user, press } = await withGaps()
    await screen.findByRole('button', { name: '4 ohne Übernahme' })
    await user.keyboard('{Alt>}[KeyW]{/Alt}')
    await panel()
    await press('4 ohne Übernahme')
    const heading = within(await group('4 ohne Übernahme')).getByRole('heading')
    await focusIsOn(() => heading)
    expect(within(await group('4 ohne Übernahme')).getAllByRole('listitem')).toHaveLength(4)
  })

  test('shows one question only', async () => {
    const { user, press } = await withGaps()
    await press(/Plan-Reife/)
    await user.selectOptions(
      within(await panel()).getByRole('combobox', { name: 'Frage' }),
      within(await panel()).getByRole('option', { name: /^6 ·/ }),
    )
    const names = within(await panel())
      .getAllByRole('heading', { level: 4 })
      .map((heading) => heading.textContent)
    expect(names).toEqual(['4 ohne Übernahme', '1 Frage nicht vereinbart'])
  })
})

describe('the one press', () => {
  test('picks a card for the end that is missing; then the next gap has the focus, and it is said', async () => {
    const { user, board, tasks, actors, press } = await withGaps()
    await press('4 ohne Übernahme')
    const [first, second] = within(await group('4 ohne Übernahme')).getAllByRole('button', { name: 'Wer übernimmt das?' })
    await user.click(first!)
    const dialog = await screen.findByRole('dialog', { name: 'Verknüpfen mit „Rückruf“' })
    await user.type(within(dialog).getByRole('searchbox'), 'hot')
    await user.click(within(dialog).getByRole('button', { name: /^Hotline/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect([...board.connection.board.getState().links.keys()]).toEqual([`does:${actors[0]}:${tasks[0]}`])
    await group('3 ohne Übernahme')
    await focusIsOn(() => second!)
    await waitFor(() => expect(spoken()).toMatch(/Erledigt\. Noch \d+ Lücken/))
  })

  test('writes the card that is missing, linked from the start and undone at once', async () => {
    const { user, board, press } = await withGaps()
    await press('4 ohne Übernahme')
    await user.click(within(await group('4 ohne Übernahme')).getAllByRole('button')[0]!)
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('searchbox'), 'Außendienst')
    await user.click(within(dialog).getByRole('button', { name: 'Neu als Akteur: „Außendienst“' }))
    const { links, cards } = board.connection.board.getState()
    const [link] = links.values()
    expect(cards.get(link!.from)).toMatchObject({ kind: 'actor', text: 'Außendienst', place: { in: 'actors' } })
    act(() => void board.connection.undo.undo())
    expect(board.connection.board.getState().links.size).toBe(0)
    expect(board.connection.board.getState().cards.has(link!.from)).toBe(false)
  })

  test('opens the details at the field', async () => {
    const { user, press } = await withGaps()
    await press(/Plan-Reife/)
    await user.click(within(await group('2 Bereiche nicht beantwortet')).getAllByRole('button')[0]!)
    await focusIsOn(() => within(screen.getByRole('dialog', { name: 'Akteur' })).getByLabelText('Kontakt zu Kunden'))
  })

  test('leads to the answer, in a folded question too', async () => {
    const { user, press } = await withGaps()
    await press(/Plan-Reife/)
    await user.click(within(await group('10 Fragen nicht vereinbart')).getAllByRole('button')[0]!)
    const column = await screen.findByRole('region', { name: /Wer sind die relevanten Akteure/ })
    await focusIsOn(() => within(column).getByRole('textbox', { name: /Unsere Antwort/ }))
  })

  test('settles a contradiction: one stays', async () => {
    const { user, board, press } = await withGaps()
    const [quality] = board.add('responsibility', 'responsibility', ['Qualität'])
    const [one, two] = board.add('actors', 'actor', ['Leitung', 'Einkauf'])
    act(() => {
      addLink(board.connection.content, 'answers' as RelationId, one!, quality!)
      addLink(board.connection.content, 'answers' as RelationId, two!, quality!)
    })
    await press(/Plan-Reife/)
    await user.click(within(await group('1 mit doppelter Verantwortung')).getByRole('button', { name: 'Eine Rolle auswählen' }))
    await user.click(within(await screen.findByRole('dialog', { name: 'Qualität' })).getByRole('button', { name: 'Einkauf' }))
    expect([...board.connection.board.getState().links.keys()]).toEqual([`answers:${two}:${quality}`])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

test('a folded question says how many gaps it has, to the eye and to the ear', async () => {
  await withGaps()
  await screen.findByRole('button', { name: /^Frage 6 öffnen: .*, 2 Karten, 5 Lücken$/ })
})

test('typing runs no rule', async () => {
  const { board, tasks } = await withGaps()
  await screen.findByRole('button', { name: '4 ohne Übernahme' })
  const type = (text: string): void => act(() => writeText(cardText(board.connection.content, tasks[0]!)!, text))
  type('Rückruf a')
  const before = derived.times
  expect(before).toBeGreaterThan(0)
  for (const text of ['Rückruf am', 'Rückruf am selben', 'Rückruf am selben Tag']) type(text)
  await screen.findByRole('article', { name: /Rückruf am selben Tag/ })
  expect(derived.times).toBe(before)
  act(() => setField(board.connection.content, tasks[0] as CardId, 'trigger' as FieldId, 'Anruf'))
  await waitFor(() => expect(derived.times).toBeGreaterThan(before))
})
