// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { CardId, FieldId, RelationId } from '../../src/model/ids.ts'
import { addLink, binCard, setField } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { PHONE } from '../../src/ui/hooks/use-media.ts'
import type { RowFaults } from '../../src/ui/places/responsibility/row-faults.tsx'
import { renderBoard } from '../helpers/render-board.tsx'

const rendered: string[] = []
vi.mock('../../src/ui/places/responsibility/row-faults.tsx', async (load) => {
  const real = await load<{ RowFaults: typeof RowFaults }>()
  return {
    RowFaults: (props: Parameters<typeof real.RowFaults>[0]) => {
      rendered.push(props.row.text)
      return real.RowFaults(props)
    },
  }
})

beforeAll(() => loadParts(null), 60_000)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function matrix(options: Parameters<typeof renderBoard>[0] = {}) {
  const user = userEvent.setup()
  const board = await renderBoard({ place: 'responsibility', ...options })
  // What act() gives back can be awaited: it must not come out of an async function.
  const add = (...given: Parameters<typeof board.add>): CardId[] => {
    let ids: CardId[] = []
    act(() => void (ids = board.add(...given)))
    return ids
  }
  const actors = add('actors', 'actor', ['Hotline', 'Vertrieb', 'Technik'])
  const tasks = add('everyday', 'task', ['Rückruf', 'Notiz', 'Termin'])
  const held = add('responsibility', 'responsibility', ['Akten'])
  const link = (relation: string, from: CardId, to: CardId): void =>
    act(() => addLink(board.connection.content, relation as RelationId, from, to))
  const links = (): string[] => [...board.connection.board.getState().links.keys()]
  return { user, board, actors, tasks, held, link, links }
}
const row = (text: string) => screen.getByRole('row', { name: new RegExp(`^${text}`) })
const cell = (task: string, at: number) => within(row(task)).getAllByRole('gridcell')[at]!
const active = () => document.activeElement as HTMLElement

test('a press gives a task to somebody and takes it away, and others see it at once', async () => {
  const { user, actors, tasks, links, link } = await matrix()
  await screen.findByRole('grid')
  await user.click(cell('Rückruf', 0))
  expect(links()).toEqual([`does:${actors[0]}:${tasks[0]}`])
  expect(cell('Rückruf', 0).textContent).toBe('übernimmt')
  await user.click(cell('Rückruf', 0))
  expect(links()).toEqual([])
  link('does', actors[2]!, tasks[1]!)
  expect(cell('Notiz', 2).textContent).toBe('übernimmt')
})

test('the keyboard alone: arrows, ends, pages, both duties, and what is said', async () => {
  const { user, links, actors, tasks } = await matrix()
  const grid = await screen.findByRole('grid')
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  act(() => cell('Rückruf', 0).focus())
  await user.keyboard('{ArrowRight}{ArrowDown}')
  expect(active()).toBe(cell('Notiz', 1))
  await user.keyboard('u')
  expect(links()).toEqual([`does:${actors[1]}:${tasks[1]}`])
  expect((await screen.findByText(/^„Vertrieb“ übernimmt „Notiz“\./)).getAttribute('data-testid')).toBe('announcer')
  await user.keyboard(' ')
  expect(links()).toEqual([])
  await user.keyboard('{End}')
  expect(active()).toBe(cell('Notiz', 2))
  await user.keyboard('{Home}')
  expect(active()).toBe(within(row('Notiz')).getByRole('rowheader'))
  await user.keyboard('{Control>}{End}{/Control}')
  expect(active()).toBe(cell('Termin', 2))
  await user.keyboard('{PageUp}')
  expect(active()).toBe(screen.getByRole('columnheader', { name: 'Technik' }))
  await user.keyboard('{PageDown}{Control>}{Home}{/Control}')
  expect(active()).toBe(within(row('Rückruf')).getByRole('rowheader'))
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Aufgabe' })).toBeTruthy()
})

test('answering for a task makes the responsibility it lacks, and one undo takes all of it back', async () => {
  const { user, board, links, actors } = await matrix()
  await screen.findByRole('grid')
  act(() => cell('Termin', 1).focus())
  await user.keyboard('v')
  const made = [...board.connection.board.getState().cards.values()].find(
    (card) => card.kind === 'responsibility' && card.text === 'Termin',
  )!
  expect(made.place.in).toBe('responsibility')
  expect(links()).toContain(`answers:${actors[1]}:${made.id}`)
  expect(cell('Termin', 1).textContent).toBe('verantwortet')
  await user.keyboard('{Control>}z{/Control}')
  expect(links()).toEqual([])
  expect(board.connection.board.getState().cards.get(made.id)?.place.in).toBe('bin')
})

test('a new choice replaces the old one and says which rows change with it; the way back is one press', async () => {
  const { user, actors, tasks, held, link, links } = await matrix()
  await screen.findByRole('grid')
  link('for', held[0]!, tasks[0]!)
  link('for', held[0]!, tasks[1]!)
  link('answers', actors[0]!, held[0]!)
  await user.click(cell('Rückruf', 2).querySelector('[data-duty=answers]')!)
  expect(links().filter((id) => id.startsWith('answers'))).toEqual([`answers:${actors[2]}:${held[0]}`])
  expect(cell('Notiz', 2).textContent).toBe('verantwortet')
  expect(screen.getByText(/Dieselbe Verantwortung gilt für eine weitere Zeile\./)).toBeTruthy()
  await user.click(within(screen.getByText(/eine weitere Zeile/).parentElement!).getByRole('button', { name: 'Rückgängig' }))
  expect(links().filter((id) => id.startsWith('answers'))).toEqual([`answers:${actors[0]}:${held[0]}`])
})

test('a press renders its own row and no other', async () => {
  const { user } = await matrix()
  await screen.findByRole('grid')
  rendered.length = 0
  await user.click(cell('Notiz', 1))
  // Once because the cell has the focus now, once because of what is in it.
  expect(new Set(rendered)).toEqual(new Set(['Notiz', 'Rückruf']))
  rendered.length = 0
  await user.keyboard('u')
  expect(new Set(rendered)).toEqual(new Set(['Notiz']))
})

test('two choices at the same moment stand there as a contradiction', async () => {
  const { actors, tasks, held, link } = await matrix()
  await screen.findByRole('grid')
  link('for', held[0]!, tasks[0]!)
  link('answers', actors[0]!, held[0]!)
  link('answers', actors[1]!, held[0]!)
  expect(within(row('Rückruf')).getByText('2 verantworten')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Doppelt verantwortet 1' })).toBeTruthy()
})

test('filters narrow the rows down; the one that is worked on stays', async () => {
  const { user, actors, tasks, link } = await matrix()
  await screen.findByRole('grid')
  link('does', actors[0]!, tasks[0]!)
  await user.click(screen.getByRole('button', { name: 'Ohne Übernahme 2' }))
  expect(screen.queryByRole('row', { name: /^Rückruf/ })).toBeNull()
  await user.click(cell('Notiz', 0))
  expect(row('Notiz')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Ohne Übernahme 1' }).getAttribute('aria-pressed')).toBe('true')
  await user.type(screen.getByRole('textbox', { name: 'Zeilen suchen' }), 'xyz')
  expect(screen.getByText('Keine Zeile passt zur Auswahl.')).toBeTruthy()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Ohne Übernahme 1' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Spalte auswählen' }), 'Hotline')
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toContain('Hotline')
  expect(screen.queryByRole('columnheader', { name: 'Technik' })).toBeNull()
})

test('rows without somebody who answers, and contested ones, are filtered for; an area shows its own rows', async () => {
  const { user, actors, tasks, held, link } = await matrix()
  await screen.findByRole('grid')
  link('for', held[0]!, tasks[0]!)
  link('answers', actors[0]!, held[0]!)
  link('answers', actors[1]!, held[0]!)
  const shown = () => screen.getAllByRole('rowheader').map((head) => head.textContent?.slice(0, 5))
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  await press('Ohne Verantwortung 2')
  expect(shown()).toEqual(['Notiz', 'Termi', 'Summe', 'Stund'])
  await press('Doppelt verantwortet 1')
  expect(shown()).toEqual(['Rückr', 'Notiz', 'Termi', 'Summe', 'Stund'])
  await press('Ohne Verantwortung 2')
  expect(shown()).toEqual(['Rückr', 'Summe', 'Stund'])
  await press('Doppelt verantwortet 1')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Spalte auswählen' }), 'Vertrieb')
  expect(shown()).toEqual(['Rückr', 'Summe', 'Stund'])
  await user.selectOptions(screen.getByRole('combobox', { name: 'Spalte auswählen' }), 'Technik')
  expect(screen.getByText('Keine Zeile passt zur Auswahl.')).toBeTruthy()
})

test('sums say what a column carries against what it has, and more than that in words', async () => {
  const { board, actors, tasks, link } = await matrix()
  await screen.findByRole('grid')
  link('does', actors[0]!, tasks[0]!)
  act(() => {
    setField(board.connection.content, tasks[0]!, 'hours' as FieldId, 6)
    setField(board.connection.content, actors[0]!, 'capacity' as FieldId, 4)
  })
  const hours = screen.getByRole('row', { name: /^Stunden je Woche/ })
  expect(within(hours).getAllByRole('gridcell')[0]?.textContent).toBe('6 von 4')
  expect(within(hours).getByLabelText('Mehr, als da ist:')).toBeTruthy()
})

test('whose row somebody else takes away keeps the focus in the sheet', async () => {
  const { board, tasks } = await matrix()
  await screen.findByRole('grid')
  act(() => cell('Notiz', 1).focus())
  act(() => binCard(board.connection.content, tasks[1]!))
  expect(active()).toBe(cell('Termin', 1))
})

test('who only reads walks through the sheet and changes nothing', async () => {
  const { user, links } = await matrix({ role: 'viewer' })
  expect((await screen.findByRole('grid')).getAttribute('aria-readonly')).toBe('true')
  await user.click(cell('Rückruf', 0))
  await user.keyboard('{ArrowRight} u')
  expect(active()).toBe(cell('Rückruf', 1))
  expect(links()).toEqual([])
})

const withLocks = (board: Awaited<ReturnType<typeof renderBoard>>, ...locked: string[]): void => {
  const questions = board.connection.frame.getState().view!.questions
  act(() => board.setView({ questions: questions.map((question) => ({ ...question, locked: locked.includes(question.id) })) }))
}

test('cells whose cards both lie in locked questions are grey and say why; a press changes nothing', async () => {
  const { user, board, links } = await matrix()
  await screen.findByRole('grid')
  withLocks(board, 'everyday')
  expect(cell('Rückruf', 0).getAttribute('aria-disabled')).toBeNull()
  withLocks(board, 'everyday', 'actors')
  const reason = 'Frage 1 und Frage 5 sind gesperrt: Was grau ist oder keine Auswahl hat, lässt sich nicht ändern.'
  expect(screen.getByText(reason).id).toBe(cell('Rückruf', 0).getAttribute('aria-describedby'))
  expect(cell('Rückruf', 0).querySelector('[data-duty=does]')?.hasAttribute('data-locked')).toBe(true)
  // Answering is told by a card of another question, which is free.
  expect(cell('Rückruf', 0).querySelector('[data-duty=answers]')?.hasAttribute('data-locked')).toBe(false)
  act(() => cell('Rückruf', 0).focus())
  await user.keyboard('u')
  expect(links()).toEqual([])
  expect((await screen.findAllByText(reason)).length).toBeGreaterThan(1)
  await user.keyboard('v')
  expect(links()).toHaveLength(2)
  withLocks(board, 'everyday', 'actors', 'responsibility', 'parking')
  expect(cell('Notiz', 0).getAttribute('aria-disabled')).toBe('true')
  withLocks(board)
  expect(cell('Notiz', 0).getAttribute('aria-disabled')).toBeNull()
})

test('a locked board is a grey sheet with its reason; who leads may change it all the same', async () => {
  const { user, board, links } = await matrix()
  await screen.findByRole('grid')
  act(() => board.setView({ locked: true }))
  expect(screen.getByText('Das ganze Board ist gesperrt: Hier lässt sich nichts ändern.')).toBeTruthy()
  await user.click(cell('Rückruf', 0))
  expect(links()).toEqual([])
  cleanup()
  const led = await matrix({ role: 'facilitator' })
  await screen.findByRole('grid')
  withLocks(led.board, 'everyday', 'actors', 'responsibility')
  await led.user.click(cell('Rückruf', 0))
  expect(led.links()).toHaveLength(1)
})

test('long words of a heading are broken where the language does it, and are called as they are written', async () => {
  const { board } = await matrix()
  act(() => void board.add('actors', 'actor', ['Reklamationsbearbeitung']))
  act(() => void board.add('everyday', 'task', ['Kundenzufriedenheitsbefragung auswerten']))
  const head = await screen.findByRole('columnheader', { name: 'Reklamationsbearbeitung' })
  await waitFor(() => expect(head.textContent).toMatch(/^Rekla.*ons\u00adbe/))
  const rowHead = screen.getAllByRole('rowheader').find((each) => each.textContent?.includes('auswerten'))
  expect(rowHead?.textContent).toMatch(/^Kun.*zu\u00adfrie.* auswerten/)
})

test('on a phone every task has lists to choose from', async () => {
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => Object.assign(new EventTarget(), { matches: query === PHONE }) as unknown as MediaQueryList,
  )
  const { user, links, actors, tasks } = await matrix()
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Wer übernimmt „Notiz“?' }), 'Technik')
  expect(links()).toEqual([`does:${actors[2]}:${tasks[1]}`])
  await user.click(screen.getByRole('button', { name: '„Technik“ übernimmt „Notiz“ nicht mehr' }))
  expect(links()).toEqual([])
})

test('an empty board says what is missing and leads to it; the way there and back keeps the connection and moves the focus', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  const nav = screen.getByRole('navigation', { name: 'Ansichten' })
  await user.click(within(nav).getByRole('link', { name: 'Verantwortung' }))
  const heading = await screen.findByRole('heading', { name: 'Wer übernimmt, wer verantwortet?' })
  expect(active()).toBe(heading)
  expect(document.title).toBe('Verantwortung · Kickoff · Auftakt')
  expect(window.location.pathname).toMatch(/^\/b\/\w+\/responsibility$/)
  expect(screen.getByText(/Akteur, Aufgabe und Maßnahme/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Zum Board' }))
  expect(active()).toBe(screen.getByRole('main'))
  expect(within(nav).getByRole('link', { name: 'Board' }).getAttribute('aria-current')).toBe('page')
  expect(document.title).toBe('Kickoff · Auftakt')
  expect(board.connection.board.getState().cards.size).toBe(0)
  window.history.back()
  expect(await screen.findByRole('heading', { name: /Wer übernimmt, wer/ })).toBeTruthy()
})
